/** Tries rules on the papers of a page. */
import type { RegexEngine } from '@/lib/filter/regex-engine';
import type { Paper } from '@/lib/paper';
import { RULE_FIELDS, type RuleField } from '@/lib/protocol/rule';
import { compileRules } from '@/lib/rules/rule-matcher';
import { type FoldedText, foldText } from '@/lib/text/fold';
import type { RuleList } from './rules-store';

interface Tried {
  /** How many papers each rule hits, by its index. */
  readonly hits: readonly number[];
  /** Why rules, by index, are not searched for. */
  readonly problems: ReadonlyMap<number, string>;
}

/** Rules that are off are tried too: one wants to know what they would do. */
export function countHits(
  rules: RuleList,
  papers: readonly Paper[],
  engine: RegexEngine | null,
): Tried {
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
const folded = new WeakMap<Paper, readonly FieldText[]>();

/** Folded once: the papers stay while rules are edited. */
function textsOf(paper: Paper): readonly FieldText[] {
  const known = folded.get(paper);
  if (known) return known;
  const texts = RULE_FIELDS.flatMap((field) => {
    const value = paper[field] ?? [];
    const values = typeof value === 'string' ? [value] : value;
    return values.map((one): FieldText => [field, foldText(one)]);
  });
  folded.set(paper, texts);
  return texts;
}
