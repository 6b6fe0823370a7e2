import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { isUsableKey } from '@/lib/settings/keys';
import { chordOf, keyOf, type Press } from '@/lib/triage/press';

const press = (key: string, held: Partial<Press> = {}): Press => ({
  ...{ key, code: '', shiftKey: false, ctrlKey: false, metaKey: false, altKey: false },
  ...held,
});

const SHIFT = { shiftKey: true };

test.each<[Press, string]>([
  [press('j'), 'j'],
  [press('U', SHIFT), 'U'],
  [press('?', SHIFT), '?'],
  [press('ArrowDown', SHIFT), 'Shift+ArrowDown'],
  [press(' ', SHIFT), 'Shift+ '],
  [press('z', { ctrlKey: true }), 'Ctrl+z'],
  [press('Z', { metaKey: true, shiftKey: true }), 'Ctrl+Shift+z'],
  [press('j', { altKey: true }), 'Alt+j'],
  [press('j', { code: 'KeyC' }), 'j'], // Dvorak: what is written on the key
])('%j is %s', (pressed, chord) => {
  expect(chordOf(pressed)).toBe(chord);
});

describe('with Caps Lock on', () => {
  test.each<[string, Press, string]>([
    ['a letter', press('J', { code: 'KeyJ' }), 'j'],
    ['undo, not redo', press('U', { code: 'KeyU' }), 'u'],
    ['redo, where Shift gives small letters', press('u', { ...SHIFT, code: 'KeyU' }), 'U'],
    ['redo, where Shift gives capitals', press('U', { ...SHIFT, code: 'KeyU' }), 'U'],
    ['a letter that is not English', press('Ö', { code: 'Semicolon' }), 'ö'],
    ['a letter without a single capital', press('ß', { ...SHIFT, code: 'Minus' }), 'ß'],
    ['a chord', press('Z', { ctrlKey: true, code: 'KeyZ' }), 'Ctrl+z'],
    ['another script', press('О', { code: 'KeyJ' }), 'j'],
    ['a sign', press('/', { code: 'Slash' }), '/'],
    ['a named key', press('Enter', { code: 'Enter' }), 'Enter'],
  ])('%s is what it is without', (_, pressed, chord) => {
    expect(chordOf(pressed)).toBe(chord);
  });
});

test.each<[string, Press, string]>([
  ['Russian', press('о', { code: 'KeyJ' }), 'j'],
  ['Russian, shifted', press('Я', { ...SHIFT, code: 'KeyZ' }), 'Z'],
  ['Russian, with Ctrl', press('я', { ctrlKey: true, code: 'KeyZ' }), 'Ctrl+z'],
  ['Greek', press('σ', { code: 'KeyS' }), 's'],
  ['Hebrew', press('ד', { code: 'KeyS' }), 's'],
  ['Arabic, a sign', press('ظ', { code: 'Slash' }), '/'],
  ['Arabic, a shifted sign', press('؟', { ...SHIFT, code: 'Slash' }), '?'],
  ['Thai, a shifted sign', press('ฦ', { ...SHIFT, code: 'Slash' }), '?'],
  ['Thai, a vowel sign', press('ี', { code: 'KeyU' }), 'u'],
  ['Korean', press('ㅓ', { code: 'KeyJ' }), 'j'],
  ['Persian, a digit', press('۱', { code: 'Digit1' }), '1'],
  ['a keyboard that does not say where the key is', press('о'), 'о'],
])('on a keyboard of another script the place of a key counts: %s', (_, pressed, chord) => {
  expect(chordOf(pressed)).toBe(chord);
});

test('Caps Lock never makes a difference, and a name means itself', () => {
  const anyKey = fc.oneof(
    fc.string({ unit: 'binary', minLength: 1, maxLength: 1 }),
    fc.constant('End'),
  );
  fc.assert(
    fc.property(
      anyKey,
      fc.boolean(),
      fc.constantFrom('', 'KeyJ', 'Slash'),
      (key, shiftKey, code) => {
        const name = keyOf({ key, code, shiftKey });
        expect(keyOf({ key: name, code, shiftKey })).toBe(name);
        if (isUsableKey(key)) expect(isUsableKey(name)).toBe(true);
        const [lower, upper] = [key.toLowerCase(), key.toUpperCase()];
        if (lower.length !== 1 || upper.length !== 1 || lower.toUpperCase() !== upper) return;
        const names = [lower, upper].map((one) => keyOf({ key: one, code, shiftKey }));
        expect(names[0]).toBe(names[1]);
      },
    ),
  );
});
