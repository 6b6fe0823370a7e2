// @vitest-environment node
import fc from 'fast-check';
import { expect, test } from 'vitest';
import { re2Engine } from '@/lib/filter/re2-engine';
import { ACTIONS, MODES, PLACES, RULE_FIELDS, type Rule } from '@/lib/protocol/rule';
import type { Hit } from '@/lib/rules/keyword-index';
import { diffRules } from '@/lib/rules/rule-diff';
import { compileRules } from '@/lib/rules/rule-matcher';
import { foldText } from '@/lib/text/fold';

/** Values of each option of a rule that make a difference. */
const OPTIONS: { readonly [K in keyof Rule]: readonly Rule[K][] } = {
  id: ['6f1d5c1e-4b0a-4d57-9d0e-2f6b1c7a9999', '6f1d5c1e-4b0a-4d57-9d0e-2f6b1c7a8888'],
  terms: [['attention'], ['Attention', 'attent'], ['heads?']],
  fields: [['title'], ['abstract', 'title']],
  mode: MODES,
  matchCase: [false, true],
  action: ACTIONS,
  colour: [1, 2],
  enabled: [true, false],
  where: PLACES,
};

const anyRule = fc.record(
  Object.fromEntries(
    Object.entries(OPTIONS).map(([option, values]) => [
      option,
      fc.constantFrom<unknown>(...values),
    ]),
  ),
) as fc.Arbitrary<Rule>;

/** So that most often a single option differs. */
const anyChange = fc
  .tuple(anyRule, anyRule, fc.subarray(Object.keys(OPTIONS), { maxLength: 2 }))
  .map(([before, other, options]) => {
    const changed = options.map((option) => [option, other[option as keyof Rule]]);
    return { before, after: { ...before, ...Object.fromEntries(changed) } as Rule };
  });

const TEXT = foldText('Attention heads, and a head with attention');

test('hits of before and of the new rules are those of all rules, whatever option changed', () => {
  const inOrder = (hits: readonly Hit[]) =>
    [...hits].sort((a, b) => a.rule - b.rule || a.start - b.start || a.end - b.end);
  fc.assert(
    fc.property(anyChange, anyRule, (changed, other) => {
      const before = compileRules([changed.before, { ...other, id: 'other' }], re2Engine);
      const after = compileRules([changed.after, { ...other, id: 'other' }], re2Engine);
      const { kept, added } = diffRules(before, after);
      for (const field of RULE_FIELDS) {
        const old = before.scan(TEXT, field).flatMap((hit) => {
          const rule = kept.get(hit.rule);
          return rule === undefined ? [] : [{ ...hit, rule }];
        });
        const hits = [...old, ...(added?.scan(TEXT, field) ?? [])];
        expect(inOrder(hits)).toEqual(inOrder(after.scan(TEXT, field)));
      }
    }),
    { numRuns: 1_000 },
  );
});

test.each([
  ['colour', { colour: 2 }],
  ['action', { action: 'mute' }],
] as const)('another %s makes hits that are kept look otherwise', (_, change) => {
  const rule = Object.fromEntries(
    Object.entries(OPTIONS).map(([option, [value]]) => [option, value]),
  ) as unknown as Rule;
  const [same, other] = [rule, { ...rule, ...change }].map((one) =>
    diffRules(compileRules([rule], null), compileRules([one], null)),
  );
  expect([same?.kept.size, same?.isRestyled]).toEqual([1, false]);
  expect([other?.kept.size, other?.isRestyled]).toEqual([1, true]);
});
