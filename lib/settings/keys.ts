/** The user's keys, the same on pages, in the popup and in the library. */
import * as v from 'valibot';

/** The keys of each action until the user changes them, as `KeyboardEvent.key` names them. */
const DEFAULTS = {
  next: ['j'],
  previous: ['k'],
  star: ['s'],
  tag: ['t'],
  dismiss: ['x'],
  note: ['n'],
  status: ['r'],
  open: ['o', 'Enter'],
  openPdf: ['p'],
  openHtml: ['h'],
  openCode: ['g'],
  copyLink: ['c'],
  copyMarkdown: ['m'],
  copyBibtex: ['b'],
  unfold: ['a'],
  show: ['l'],
  remove: ['Delete'],
  filter: ['/'],
  export: ['e'],
  thisPage: ['1'],
  readingList: ['2'],
  undo: ['u'],
  redo: ['U'],
  help: ['?'],
} satisfies Readonly<Record<string, readonly string[]>>;

/** Actions whose keys can be changed. `lib/triage/actions.ts` says what each is and where. */
export type KeyAction = keyof typeof DEFAULTS;
export const KEY_ACTIONS = Object.keys(DEFAULTS) as readonly KeyAction[];

export interface KeySettings {
  readonly version: 1;
  /** Whether they work on pages; in the popup and the library they always do. */
  readonly isOn: boolean;
  /** An action may have none. */
  readonly keys: Readonly<Record<KeyAction, readonly string[]>>;
}

export const DEFAULT_KEYS: KeySettings = Object.freeze({
  version: 1,
  isOn: true,
  keys: Object.freeze(DEFAULTS),
});

/** The most keys that an action can have; one more replaces the first. */
export const MAX_KEYS = 4;

/** The named keys that can be chosen; Tab, Escape and Space belong to the page. */
const NAMED_KEYS = ['Enter', 'Backspace', 'Delete', 'Home', 'End', 'ArrowUp', 'ArrowDown'];

/** Whether a key, as `KeyboardEvent.key` names it, can be given to an action. */
export function isUsableKey(key: string): boolean {
  return NAMED_KEYS.includes(key) || (/^\S$/u.test(key) && key !== ' ');
}

function areKeys(given: unknown): given is readonly string[] {
  const isKey = (key: unknown) => typeof key === 'string' && isUsableKey(key);
  return Array.isArray(given) && given.length <= MAX_KEYS && given.every(isKey);
}

/**
 * What can be read of the stored value, with defaults for the rest. An action that did not exist when
 * the user chose keys gets only those that are still free.
 */
export function readKeys(stored: unknown): KeySettings {
  const { version, isOn, keys } = (stored ?? {}) as { readonly [K in keyof KeySettings]?: unknown };
  if (version !== 1) return DEFAULT_KEYS;
  const given = (keys ?? {}) as Partial<Record<KeyAction, unknown>>;
  const taken = KEY_ACTIONS.flatMap((action) => (areKeys(given[action]) ? given[action] : []));
  const keysOf = (action: KeyAction) => {
    const chosen = given[action];
    return areKeys(chosen) ? chosen : DEFAULTS[action].filter((key) => !taken.includes(key));
  };
  return {
    version: 1,
    isOn: typeof isOn === 'boolean' ? isOn : DEFAULT_KEYS.isOn,
    keys: Object.fromEntries(
      KEY_ACTIONS.map((action) => [action, keysOf(action)]),
    ) as KeySettings['keys'],
  };
}

const OfThisVersion = v.object({ version: v.literal(1) });

/** What another version stored cannot be read. */
export const KeySettingsSchema = v.pipe(
  v.unknown(),
  v.check((stored) => v.is(OfThisVersion, stored)),
  v.transform(readKeys),
);

/** The action of a key; the first where two were given the same key. */
export function keyActionOf({ keys }: KeySettings, key: string): KeyAction | null {
  return KEY_ACTIONS.find((action) => keys[action].includes(key)) ?? null;
}
