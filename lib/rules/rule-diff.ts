/** Compares rule sets, so that only what changed is searched for again. */
import type { Rule } from '@/lib/protocol/rule';
import { isEqualJson } from '@/lib/util/is-equal-json';
import type { RuleSet, Scanner } from './rule-matcher';

export interface RuleDiff {
  /** For rules that match the same as before, their new index by the old one. */
  readonly kept: ReadonlyMap<number, number>;
  /** Scans for the new rules only; `null` if there are none. */
  readonly added: Scanner | null;
  /** Whether kept rules changed position or how their hits look, which changes the marks. */
  readonly isRestyled: boolean;
}

/** What an option of a rule changes: what the rule finds, how that looks, or nothing of a hit. */
type Effect = 'hits' | 'looks' | 'none';

const EFFECTS: Readonly<Record<keyof Rule, Effect>> = {
  id: 'none',
  terms: 'hits',
  fields: 'hits',
  mode: 'hits',
  matchCase: 'hits',
  action: 'looks',
  colour: 'looks',
  enabled: 'hits',
  where: 'none', // decides whether the rule is in a page's set at all: see `rulesOn`
};

/** How to derive the hits of one rule set from those of another. */
export function diffRules(before: RuleSet, after: RuleSet): RuleDiff {
  const oldIndexes = new Map(before.rules.map((rule, index) => [rule.id, index]));
  const kept = new Map<number, number>();
  const added: number[] = [];
  let isRestyled = false;
  after.rules.forEach((rule, index) => {
    const oldIndex = oldIndexes.get(rule.id);
    const old = oldIndex === undefined ? undefined : before.rules[oldIndex];
    const isKept = old && (rule.mode !== 'regex' || before.engine === after.engine);
    if (!isKept || oldIndex === undefined || !areSame('hits', old, rule)) {
      added.push(index);
      return;
    }
    kept.set(oldIndex, index);
    isRestyled ||= oldIndex !== index || !areSame('looks', old, rule);
  });
  return {
    kept,
    added: added.length > 0 ? after.subset(added) : null,
    isRestyled,
  };
}

function areSame(effect: Effect, one: Rule, other: Rule): boolean {
  const options = (Object.keys(EFFECTS) as (keyof Rule)[]).filter((key) => EFFECTS[key] === effect);
  return options.every((option) => isEqualJson(one[option], other[option]));
}
