/** Compares rule sets, so that only what changed is searched for again. */
import type { Rule } from '@/lib/protocol/rule';
import type { RuleSet } from './rule-matcher';

export interface RuleDiff {
  /** For rules that match the same as before, their new index by the old one. */
  readonly kept: ReadonlyMap<number, number>;
  /** Scans for the new rules only; `null` if there are none. */
  readonly added: Pick<RuleSet, 'scan'> | null;
  /** Whether kept rules changed colour, action or position, which changes the marks. */
  readonly isRestyled: boolean;
}

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
    if (!isKept || oldIndex === undefined || whatItFinds(old) !== whatItFinds(rule)) {
      added.push(index);
      return;
    }
    kept.set(oldIndex, index);
    isRestyled ||= oldIndex !== index || old.colour !== rule.colour || old.action !== rule.action;
  });
  return {
    kept,
    added: added.length > 0 ? after.subset(added) : null,
    isRestyled,
  };
}

function whatItFinds({ terms, fields, mode, matchCase, enabled }: Rule): string {
  return JSON.stringify([terms, fields, mode, matchCase, enabled]);
}
