/** What two rule sets have in common, so that only what changed is looked for again. */
import type { Rule } from '@/lib/protocol/rule';
import type { RuleSet } from './rule-matcher';

export interface RuleChange {
  /** New indexes, by the old ones, of the rules that look for what they looked for before. */
  readonly kept: ReadonlyMap<number, number>;
  /** Scans for the new rules alone; `null` when there are none. */
  readonly added: Pick<RuleSet, 'scan'> | null;
  /** Rules kept have other colours, actions or places: what they found looks different. */
  readonly isRestyled: boolean;
}

/** How to get from the hits of one set to those of the other. */
export function changeOf(before: RuleSet, after: RuleSet): RuleChange {
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
    added: added.length > 0 ? after.only(added) : null,
    isRestyled,
  };
}

function whatItFinds({ terms, fields, mode, matchCase, enabled }: Rule): string {
  return JSON.stringify([terms, fields, mode, matchCase, enabled]);
}
