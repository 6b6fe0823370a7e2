/** Key presses, in the notation of the settings and the table of actions. */

/** The parts of a keyboard event that matter. */
export type Press = Pick<
  KeyboardEvent,
  'key' | 'code' | 'shiftKey' | 'ctrlKey' | 'metaKey' | 'altKey'
>;

/** What keys other than letters type on a US keyboard, without and with Shift, by their code. */
const US_SIGNS: Readonly<Record<string, string>> = {
  ...{ Digit1: '1!', Digit2: '2@', Digit3: '3#', Digit4: '4$', Digit5: '5%' },
  ...{ Digit6: '6^', Digit7: '7&', Digit8: '8*', Digit9: '9(', Digit0: '0)' },
  ...{ Backquote: '`~', Minus: '-_', Equal: '=+', Backslash: '\\|', Slash: '/?' },
  ...{ BracketLeft: '[{', BracketRight: ']}', Semicolon: ';:', Quote: '\'"' },
  ...{ Comma: ',<', Period: '.>' },
};

/** A letter, vowel sign or digit of a script other than Latin, or a sign of Arabic. */
const OTHER_SCRIPT = /^[[\p{L}\p{M}\p{Nd}؟؛،]--[\p{Script=Latin}0-9]]$/v;

/**
 * The key that was pressed, as `KeyboardEvent.key` names it, whether Caps Lock is on or not: a letter
 * is small unless Shift is held. On a keyboard of another script, what its place has on a US keyboard.
 */
export function keyOf({ key, code, shiftKey }: Pick<Press, 'key' | 'code' | 'shiftKey'>): string {
  const sign = (OTHER_SCRIPT.test(key) && usSignAt(code, shiftKey)) || key;
  if (!/^\p{L}$/u.test(sign)) return sign;
  const cased = shiftKey ? sign.toUpperCase() : sign.toLowerCase();
  return cased.length === sign.length ? cased : sign; // a capital ß is two letters
}

/** `undefined` for keys that type nothing. */
function usSignAt(code: string, isShifted: boolean): string | undefined {
  return /^Key([A-Z])$/.exec(code)?.[1] ?? US_SIGNS[code]?.charAt(isShifted ? 1 : 0);
}

/** A key with its modifiers: `j`, `U`, `Shift+ArrowDown`, `Ctrl+z`. Command on a Mac counts as Ctrl. */
export function chordOf(press: Press): string {
  const { shiftKey, altKey } = press;
  const key = keyOf(press);
  const isControl = press.ctrlKey || press.metaKey;
  const isCharacter = !isControl && key.length === 1 && key !== ' '; // Shift shows in it already
  const held = [isControl && 'Ctrl+', altKey && 'Alt+', shiftKey && !isCharacter && 'Shift+'];
  return held.filter(Boolean).join('') + (isControl ? key.toLowerCase() : key);
}
