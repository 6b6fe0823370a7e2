import { expect, test } from 'vitest';
import { chordOf, type Press } from '@/lib/triage/press';

const press = (key: string, held: Partial<Press> = {}): Press => ({
  ...{ key, code: '', shiftKey: false, ctrlKey: false, metaKey: false, altKey: false },
  ...held,
});

test.each<[Press, string]>([
  [press('j'), 'j'],
  [press('U', { shiftKey: true }), 'U'],
  [press('?', { shiftKey: true }), '?'],
  [press('ArrowDown', { shiftKey: true }), 'Shift+ArrowDown'],
  [press(' ', { shiftKey: true }), 'Shift+ '],
  [press('z', { ctrlKey: true }), 'Ctrl+z'],
  [press('Z', { metaKey: true, shiftKey: true }), 'Ctrl+Shift+z'],
  [press('j', { altKey: true }), 'Alt+j'],
  [press('о', { code: 'KeyJ' }), 'j'],
  [press('Я', { code: 'KeyZ', shiftKey: true }), 'Z'],
  [press('я', { code: 'KeyZ', ctrlKey: true }), 'Ctrl+z'],
  [press('j', { code: 'KeyC' }), 'j'],
])('%j is %s', (pressed, chord) => {
  expect(chordOf(pressed)).toBe(chord);
});
