/** All rules at once: one pattern finds the keywords of them all, as that was measured to win. */
import type { CompiledRegex, RegexEngine } from '@/lib/filter/engine';
import { textForRegex } from '@/lib/filter/engine';
import type { Rule, RuleField } from '@/lib/protocol/rule';
import type { FoldedText } from '@/lib/text/fold';
import { KeywordIndex } from './keyword-index';

/** A place where a rule finds something. Places of several rules may overlap. */
export interface Hit {
  /** Index in `RuleSet.rules`. */
  readonly rule: number;
  /** In the original text. */
  readonly start: number;
  readonly end: number;
}

export interface RuleSet {
  /** As given; those that are off find nothing. */
  readonly rules: readonly Rule[];
  readonly engine: RegexEngine | null;
  /** Why a rule, by its index, is not searched for, in words for the user. */
  readonly problems: ReadonlyMap<number, string>;
  /** Every place of every rule that looks in this field; `null` is a text of unknown field. */
  readonly scan: (text: FoldedText, field: RuleField | null) => Hit[];
  /** Scans for these rules alone, by the same indexes: for what changed. */
  readonly only: (indexes: readonly number[]) => Pick<RuleSet, 'scan'>;
}

/** Without an engine regular expressions find nothing: see `rulesNeedEngine`. */
export function compileRules(rules: readonly Rule[], engine: RegexEngine | null): RuleSet {
  const problems = new Map<number, string>();
  const scan = compileScan([...rules.keys()]);

  function compileScan(indexes: readonly number[]): RuleSet['scan'] {
    const keywords = new KeywordIndex();
    const regexes: { readonly rule: number; readonly regex: CompiledRegex }[] = [];
    const enabled = indexes.filter((index) => rules[index]?.enabled);
    for (const index of enabled) {
      const rule = rules[index] as Rule;
      if (rule.mode !== 'regex') {
        for (const term of rule.terms) keywords.add(index, term, rule);
        continue;
      }
      const compiled = rule.terms.map((term) =>
        engine?.compile(term, { ignoreCase: !rule.matchCase }),
      );
      const refused = compiled.find((one) => one?.ok === false);
      if (refused?.ok === false) problems.set(index, refused.reason);
      else for (const one of compiled) if (one?.ok) regexes.push({ rule: index, regex: one });
    }
    const fields = new Set<RuleField | null>(enabled.flatMap((i) => rules[i]?.fields ?? []));
    const looksIn = (index: number, field: RuleField | null) =>
      field === null || rules[index]?.fields.includes(field);

    return (text, field) => {
      if (field !== null && !fields.has(field)) return [];
      const hits: Hit[] = [];
      keywords.scan(text, (rule, start, end) => {
        if (looksIn(rule, field)) hits.push({ rule, start, end });
      });
      const plain = regexes.length > 0 ? textForRegex(text.original) : '';
      for (const { rule, regex } of regexes) {
        if (!looksIn(rule, field)) continue;
        for (const [start, end] of regex.find(plain)) hits.push({ rule, start, end });
      }
      return hits;
    };
  }

  return { rules, engine, problems, scan, only: (indexes) => ({ scan: compileScan(indexes) }) };
}

/**
 * The places to mark, apart: where hits overlap the longest wins, then the first, then the first
 * rule.
 */
export function marksOf(hits: readonly Hit[]): Hit[] {
  const inOrder = [...hits].sort((a, b) => a.start - b.start);
  const marks: Hit[] = [];
  let cluster: Hit[] = []; // hits that overlap one another, directly or by others
  let end = 0;
  for (const hit of inOrder) {
    if (hit.start >= end) {
      marks.push(...apart(cluster));
      cluster = [];
    }
    cluster.push(hit);
    end = Math.max(end, hit.end);
  }
  return [...marks, ...apart(cluster)];
}

function apart(cluster: Hit[]): readonly Hit[] {
  if (cluster.length < 2) return cluster; // nearly always
  const taken: Hit[] = [];
  for (const hit of cluster.sort(longestFirst)) {
    if (taken.every((one) => hit.end <= one.start || hit.start >= one.end)) taken.push(hit);
  }
  return taken;
}

function longestFirst(a: Hit, b: Hit): number {
  return b.end - b.start - (a.end - a.start) || a.start - b.start || a.rule - b.rule;
}
