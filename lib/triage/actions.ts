/** All actions on papers and lists of them. Keys, help, buttons and tooltips derive from this table. */
import { type MessageKey, t } from '@/lib/i18n';
import type { KeyAction } from '@/lib/settings/keys';

/** On a page of arXiv or Hugging Face, in the popup and the side panel, in the library. */
export type Place = 'page' | 'popup' | 'library';

interface Entry {
  /** Where it is available. */
  readonly places: readonly Place[];
  /** Its names in places where it is not called `keys_<action>`. */
  readonly names?: Readonly<Partial<Record<Place, MessageKey>>>;
  /** Keys that lists give it by convention, beside those in the settings, as `chordOf` writes them. */
  readonly listKeys?: readonly string[];
  /** Whether it works wherever the focus is, not only in a list. */
  readonly isAnywhere?: true;
  /** The accessible name of its button on a paper, with the paper's title to fill in. */
  readonly button?: MessageKey;
}

const EVERYWHERE = ['page', 'popup', 'library'] as const;
const LISTS = ['popup', 'library'] as const;
const POPUP = ['popup'] as const;
const LIBRARY = ['library'] as const;

/** In the order in which help lists them. */
export const ACTIONS = {
  next: { places: EVERYWHERE, listKeys: ['ArrowDown'] },
  previous: { places: EVERYWHERE, listKeys: ['ArrowUp'] },
  first: { places: LISTS, listKeys: ['Home'] },
  last: { places: LISTS, listKeys: ['End'] },
  nextPage: { places: LISTS, listKeys: ['PageDown'] },
  previousPage: { places: LISTS, listKeys: ['PageUp'] },
  select: { places: LIBRARY, listKeys: [' '] },
  selectRange: { places: LIBRARY, listKeys: ['Shift+ArrowDown', 'Shift+ArrowUp'] },
  selectAll: { places: LIBRARY, listKeys: ['Ctrl+a'] },
  star: { places: EVERYWHERE, button: 'rowNamed_star' },
  tag: { places: EVERYWHERE, button: 'rowNamed_tags' },
  dismiss: {
    places: EVERYWHERE,
    names: { page: 'keys_dismissOnPage' },
    button: 'rowNamed_dismiss',
  },
  note: { places: EVERYWHERE, button: 'cardNote' },
  status: { places: EVERYWHERE },
  open: { places: EVERYWHERE },
  openPdf: { places: EVERYWHERE },
  openHtml: { places: EVERYWHERE },
  openCode: { places: EVERYWHERE },
  copyLink: { places: EVERYWHERE },
  copyMarkdown: { places: EVERYWHERE },
  copyBibtex: { places: EVERYWHERE },
  unfold: {
    places: EVERYWHERE,
    names: { library: 'keys_details' },
    listKeys: [' '],
    button: 'rowNamed_abstract',
  },
  show: { places: POPUP, button: 'cardShow' },
  remove: { places: LISTS, button: 'cardRemove' },
  filter: { places: EVERYWHERE, names: { page: 'panelFilter' }, isAnywhere: true },
  export: { places: LIBRARY, isAnywhere: true },
  thisPage: { places: POPUP, isAnywhere: true },
  readingList: { places: POPUP, isAnywhere: true },
  undo: { places: EVERYWHERE, listKeys: ['Ctrl+z'], isAnywhere: true },
  redo: { places: EVERYWHERE, listKeys: ['Ctrl+Shift+z'], isAnywhere: true },
  leave: { places: LISTS, names: { popup: 'keys_toSearch' }, listKeys: ['Escape'] },
  help: { places: EVERYWHERE, isAnywhere: true },
} as const satisfies Readonly<Record<KeyAction, Entry>> & Readonly<Record<string, Entry>>;

type Actions = typeof ACTIONS;
export type Action = keyof Actions;

/** The actions available in a place. */
export type ActionIn<P extends Place> = {
  [A in Action]: P extends Actions[A]['places'][number] ? A : never;
}[Action];

/** Those of them that work wherever the focus is… */
export type AnywhereActionIn<P extends Place> = {
  [A in ActionIn<P>]: Actions[A] extends { readonly isAnywhere: true } ? A : never;
}[ActionIn<P>];

/** …and those that a list of papers has to provide. */
export type ListActionIn<P extends Place> = Exclude<ActionIn<P>, AnywhereActionIn<P>>;

/** The actions that have a button on a paper. */
export type ButtonAction = {
  [A in Action]: Actions[A] extends { readonly button: MessageKey } ? A : never;
}[Action];

const MOVEMENTS = ['next', 'previous', 'first', 'last', 'nextPage', 'previousPage'] as const;

/** The actions that move to another paper of a list. */
export type Movement = (typeof MOVEMENTS)[number];

export function isMovement(action: Action): action is Movement {
  return (MOVEMENTS as readonly Action[]).includes(action);
}

export function isIn<P extends Place>(action: Action, place: P): action is ActionIn<P> {
  return (ACTIONS[action].places as readonly Place[]).includes(place);
}

export function isOfList<P extends Place>(action: ActionIn<P>): action is ListActionIn<P> {
  return !('isAnywhere' in ACTIONS[action]);
}

/** All actions of a place, in the order of the table. */
export function actionsIn<P extends Place>(place: P): ActionIn<P>[] {
  return (Object.keys(ACTIONS) as Action[]).filter((action) => isIn(action, place));
}

/** What an action is called in a place. */
export function nameOf(action: Action, place: Place): string {
  const { names }: Entry = ACTIONS[action];
  return t(names?.[place] ?? `keys_${action}`);
}
