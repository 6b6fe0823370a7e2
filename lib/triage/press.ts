/** Key presses, in the notation of the settings and the table of actions. */

/** The parts of a keyboard event that matter. */
export type Press = Pick<
  KeyboardEvent,
  'key' | 'code' | 'shiftKey' | 'ctrlKey' | 'metaKey' | 'altKey'
>;

/** The key by its name; on a keyboard of another script, the Latin letter in its place. */
export function keyOf({ key, code, shiftKey }: Pick<Press, 'key' | 'code' | 'shiftKey'>): string {
  const letter = /^Key([A-Z])$/.exec(code)?.[1];
  if (!letter || !/^\p{L}$/u.test(key) || /^[\p{Script=Latin}]$/u.test(key)) return key;
  return shiftKey ? letter : letter.toLowerCase();
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
