/** Matches all rules at once: one pattern finds the keywords of all, which proved fastest. */
import type { Subject } from '@/lib/filter/filter';
import type { CompiledRegex, RegexEngine } from '@/lib/filter/regex-engine';
import { textForRegex } from '@/lib/filter/regex-engine';
import { foldSubject } from '@/lib/filter/subject';
import { RULE_FIELDS, type Rule, type RuleField } from '@/lib/protocol/rule';
import type { FoldedText } from '@/lib/text/fold';
import { type Hit, KeywordIndex } from './keyword-index';

export interface RuleSet {
  /** As given; disabled rules match nothing. */
  readonly rules: readonly Rule[];
  readonly engine: RegexEngine | null;
  /** Why rules, by index, are not searched for, worded for the user. */
  readonly problems: ReadonlyMap<number, string>;
  /** All hits of the rules that apply to this field; `null` if the text's field is unknown. */
  readonly scan: (text: FoldedText, field: RuleField | null) => Hit[];
  /** The fields that any of the rules applies to. */
  readonly fields: ReadonlySet<RuleField>;
  /** Some of the rules only, with the same indexes. */
  readonly subset: (indexes: readonly number[]) => Scanner;
}

/** Finds rules in texts. */
export type Scanner = Pick<RuleSet, 'scan' | 'fields'>;

/** Compiles rules. Without an engine, regular expressions match nothing: see `rulesNeedEngine`. */
export function compileRules(rules: readonly Rule[], engine: RegexEngine | null): RuleSet {
  const problems = new Map<number, string>();

  function compileScan(indexes: readonly number[]): Scanner {
    const keywords = new KeywordIndex();
    const regexes: { rule: number; term: string; regex: CompiledRegex }[] = [];
    const enabled = indexes.filter((index) => rules[index]?.enabled);
    for (const index of enabled) {
      const rule = rules[index] as Rule;
      if (rule.mode !== 'regex') {
        for (const term of rule.terms) keywords.add(index, term, rule);
        continue;
      }
      const compiled = rule.terms.map((term) => ({
        term,
        regex: engine?.compile(term, { ignoreCase: !rule.matchCase }),
      }));
      const refused = compiled.find(({ regex }) => regex?.ok === false)?.regex;
      if (refused?.ok === false) problems.set(index, refused.reason);
      else {
        for (const { term, regex } of compiled) {
          if (regex?.ok) regexes.push({ rule: index, term, regex });
        }
      }
    }
    const fields = new Set(enabled.flatMap((index) => rules[index]?.fields ?? []));
    const looksIn = (index: number, field: RuleField | null) =>
      field === null || rules[index]?.fields.includes(field);

    function scan(text: FoldedText, field: RuleField | null): Hit[] {
      if (field !== null && !fields.has(field)) return [];
      const hits: Hit[] = [];
      keywords.scan(text, (hit) => {
        if (looksIn(hit.rule, field)) hits.push(hit);
      });
      const plain = regexes.length > 0 ? textForRegex(text.original) : '';
      for (const { rule, term, regex } of regexes) {
        if (!looksIn(rule, field)) continue;
        for (const [start, end] of regex.find(plain)) hits.push({ rule, term, start, end });
      }
      return hits;
    }
    return { scan, fields };
  }

  return { rules, engine, problems, ...compileScan([...rules.keys()]), subset: compileScan };
}

/** Visits all texts of a paper in which the rules look, each with the hits in it. */
export function scanPaper(
  { scan, fields }: Scanner,
  subject: Subject,
  visit: (hits: readonly Hit[], text: FoldedText, field: RuleField) => void,
): void {
  const { textsOf } = foldSubject(subject);
  for (const field of RULE_FIELDS) {
    if (!fields.has(field)) continue;
    for (const text of textsOf(field)) visit(scan(text, field), text, field);
  }
}

/**
 * The hits to show, disjoint: of overlapping ones the longest wins, then the first, then the first
 * rule.
 */
export function resolveOverlaps(hits: readonly Hit[]): Hit[] {
  const inOrder = [...hits].sort((a, b) => a.start - b.start);
  const marks: Hit[] = [];
  let cluster: Hit[] = []; // hits that overlap, directly or through others
  let end = 0;
  for (const hit of inOrder) {
    if (hit.start >= end) {
      marks.push(...withoutOverlaps(cluster));
      cluster = [];
    }
    cluster.push(hit);
    end = Math.max(end, hit.end);
  }
  return [...marks, ...withoutOverlaps(cluster)];
}

function withoutOverlaps(cluster: Hit[]): readonly Hit[] {
  if (cluster.length < 2) return cluster; // the usual case
  const kept: Hit[] = [];
  for (const hit of cluster.sort(longestFirst)) {
    if (kept.every((one) => hit.end <= one.start || hit.start >= one.end)) kept.push(hit);
  }
  return kept;
}

function longestFirst(a: Hit, b: Hit): number {
  return b.end - b.start - (a.end - a.start) || a.start - b.start || a.rule - b.rule;
}
