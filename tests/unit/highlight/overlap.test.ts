import fc from 'fast-check';
import { expect, test } from 'vitest';
import { overlapOf } from '@/lib/highlight/overlap';

const NEED = 'Attention heads are all you need';

test.each<[string, string, string | null]>([
  ['Attention heads', 'Attention heads', 'Attention heads'],
  ['Title: Attention heads', 'Attention heads', 'Attention heads'],
  ['Attention heads CODE', 'Attention heads', 'Attention heads'],
  ['Attention heads , and so on .', 'Attention heads, and so on.', 'Attention heads , and so on .'],
  ['Ada Brightly, Ada Bright, Ben Li', 'Ada Bright', 'Ada Bright'],
  ['Machine Learning (cs.LG); Information Theory (cs.IT)', 'cs.IT', 'cs.IT'],
  ['… heads are all you n… ▽ More', NEED, 'heads are all you n'],
  ['Attention heads… ▽ More', NEED, 'Attention heads'],
  ['Köpfe', 'Attention heads', null],
  ['A summary by a machine', 'Attention heads', null],
  ['Ada Brightly', 'Ada Bright', null],
  ['', 'Attention heads', null],
  ['…', 'Attention heads', null],
])('%j shows of %j: %j', (place, text, shown) => {
  const overlap = overlapOf(place, text);
  const range = overlap?.placeOf(0, text.length);
  expect(range ? place.slice(...range) : null).toBe(shown);
});

test('a part that is cut off is shown as far as it goes', () => {
  const place = '… heads are all you n… ▽ More';
  const overlap = overlapOf(place, NEED);
  const shown = (part: string) => {
    const start = NEED.indexOf(part);
    const range = overlap?.placeOf(start, start + part.length);
    return [range && place.slice(...range), overlap?.isShown(start, start + part.length)];
  };
  expect(shown('all you')).toEqual(['all you', true]);
  expect(shown('need')).toEqual(['n', false]);
  expect(shown('Attention')).toEqual([null, false]);
});

test('is the same in both, apart from spaces', () => {
  const anyText = fc.string({ unit: fc.constantFrom('a', 'b', ' ', '…', '.'), maxLength: 8 });
  const letters = (text: string) => text.replaceAll(' ', '');
  fc.assert(
    fc.property(anyText, anyText, fc.nat(), fc.nat(), (place, text, some, other) => {
      const overlap = overlapOf(place, text);
      const [start = 0, end = 0] = [some, other]
        .map((one) => one % (text.length + 1))
        .sort((a, b) => a - b);
      const range = overlap?.placeOf(start, end);
      if (!range) return;
      const shown = letters(place.slice(...range));
      const wanted = letters(text.slice(start, end));
      expect(wanted).toContain(shown);
      if (overlap?.isShown(start, end)) expect(shown).toBe(wanted);
    }),
  );
});
