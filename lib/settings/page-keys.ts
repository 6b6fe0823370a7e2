/** The keys that triage a page: what each does, which it is, and whether they are on. */
import * as v from 'valibot';

/** What keys do on a page, in the order in which the help lists them. */
export const KEY_ACTIONS = [
  'next',
  'previous',
  'star',
  'tag',
  'dismiss',
  'note',
  'status',
  'open',
  'unfold',
  'filter',
  'undo',
  'redo',
  'help',
] as const;
export type KeyAction = (typeof KEY_ACTIONS)[number];

export interface PageKeys {
  readonly version: 1;
  readonly isOn: boolean;
  /** Keys by what they do, as `KeyboardEvent.key` names them; an action may have none. */
  readonly keys: Readonly<Record<KeyAction, readonly string[]>>;
}

export const PAGE_KEYS: PageKeys = Object.freeze({
  version: 1,
  isOn: true,
  keys: Object.freeze({
    next: ['j'],
    previous: ['k'],
    star: ['s'],
    tag: ['t'],
    dismiss: ['x'],
    note: ['n'],
    status: ['r'],
    open: ['o', 'Enter'],
    unfold: ['a'],
    filter: ['/'],
    undo: ['u'],
    redo: ['U'],
    help: ['?'],
  }),
});

/** Longer names of keys that may be chosen; Tab, Escape and Space belong to the page. */
const NAMED_KEYS = ['Enter', 'Backspace', 'Delete', 'Home', 'End', 'ArrowUp', 'ArrowDown'];

/** Whether a key, as `KeyboardEvent.key` names it, can be given something to do. */
export function isUsableKey(key: string): boolean {
  return NAMED_KEYS.includes(key) || (/^\S$/u.test(key) && key !== ' ');
}

const KeysSchema = v.pipe(
  v.array(v.pipe(v.string(), v.check(isUsableKey))),
  v.maxLength(4),
  v.readonly(),
);

/** What is stored, or what of it can be read; defaults stand for the rest. */
export function readPageKeys(stored: unknown): PageKeys {
  const { keys, isOn } = v.is(v.object({ version: v.literal(1) }), stored)
    ? (stored as Partial<PageKeys>)
    : PAGE_KEYS;
  const chosen = KEY_ACTIONS.map((action) => {
    const given = v.safeParse(KeysSchema, (keys as Partial<PageKeys['keys']>)?.[action]);
    return [action, given.success ? given.output : PAGE_KEYS.keys[action]] as const;
  });
  return {
    version: 1,
    isOn: typeof isOn === 'boolean' ? isOn : PAGE_KEYS.isOn,
    keys: Object.fromEntries(chosen) as Record<KeyAction, readonly string[]>,
  };
}

/** What a key does; the first of two that were given the same key. */
export function actionOfKey({ keys }: PageKeys, key: string): KeyAction | null {
  return KEY_ACTIONS.find((action) => keys[action].includes(key)) ?? null;
}
