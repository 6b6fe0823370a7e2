import fc from 'fast-check';
import { expect, test } from 'vitest';
import { splitAtFormulas } from '@/lib/text/formulas';

const formulas = (text: string) =>
  splitAtFormulas(text).flatMap(({ formula }) => (formula === null ? [] : [formula]));

test.each([
  ['Bounds on $\\ell_2$ norms', ['\\ell_2']],
  ['$k$-Means and $k$-Medians', ['k', 'k']],
  ['inline \\(a+b\\) and displayed \\[c\\] or $$d$$', ['a+b', 'c', 'd']],
  ['with space $ x_i $ inside', ['x_i']],
  ['an escaped \\$ within $a\\$b$', ['a\\$b']],
])('%s', (text, expected) => {
  expect(formulas(text)).toEqual(expected);
});

test.each([
  'It costs $5 and $10',
  'From $3 to $4 or $5',
  'one lone $ sign',
  'an escaped \\$x\\$ stays',
  '$$',
  '$ $',
  `$${'x'.repeat(2_000)}$`,
])('no formula: %s', (text) => {
  expect(formulas(text)).toEqual([]);
});

test('the pieces are the text, whatever it is', () => {
  const anyText = fc.string({
    unit: fc.constantFrom('$', '\\', '(', ')', '[', ']', 'x', ' ', '1'),
  });
  fc.assert(
    fc.property(anyText, (text) => {
      const pieces = splitAtFormulas(text);
      expect(pieces.map(({ start, end }) => text.slice(start, end)).join('')).toBe(text);
    }),
  );
});
