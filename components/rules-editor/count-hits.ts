/** Tries rules on a page's papers. */
import type { RegexEngine } from '@/lib/filter/regex-engine';
import type { Paper } from '@/lib/paper';
import { RULE_FIELDS, type RuleField } from '@/lib/protocol/rule';
import { compileRules } from '@/lib/rules/rule-matcher';
import { type FoldedText, foldText } from '@/lib/text/fold';
import type { RuleList } from './rules-store';

interface HitCounts {
  /** The number of papers that each rule hits, by rule index. */
  readonly hits: readonly number[];
  /** Why a rule cannot be searched for, by rule index. */
  readonly problems: ReadonlyMap<number, string>;
}

/** Includes disabled rules, to show what they would do. */
export function countHits(
  rules: RuleList,
  papers: readonly Paper[],
  engine: RegexEngine | null,
): HitCounts {
  const set = compileRules(
    rules.map((rule) => ({ ...rule, enabled: true })),
    engine,
  );
  const hits = rules.map(() => 0);
  for (const paper of papers) {
    const hitBy = new Set(
      textsOf(paper).flatMap(([field, text]) => set.scan(text, field).map(({ rule }) => rule)),
    );
    for (const index of hitBy) hits[index] = (hits[index] ?? 0) + 1;
  }
  return { hits, problems: set.problems };
}

type FieldText = readonly [RuleField, FoldedText];
const foldedTexts = new WeakMap<Paper, readonly FieldText[]>();

/** Folded once per paper: the papers stay the same while rules are edited. */
function textsOf(paper: Paper): readonly FieldText[] {
  const known = foldedTexts.get(paper);
  if (known) return known;
  const texts = RULE_FIELDS.flatMap((field) => {
    const value = paper[field] ?? [];
    const values = typeof value === 'string' ? [value] : value;
    return values.map((one): FieldText => [field, foldText(one)]);
  });
  foldedTexts.set(paper, texts);
  return texts;
}
