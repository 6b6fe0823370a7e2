/** What the painter knows about a row: its folded texts, and the matches in them. */
import type { Finder } from '@/lib/filter/match';
import type { Rule, RuleField } from '@/lib/protocol/rule';
import type { RuleDiff } from '@/lib/rules/rule-diff';
import { type Hit, type RuleSet, resolveOverlaps } from '@/lib/rules/rule-matcher';
import { type FoldedText, foldText, type TextRange } from '@/lib/text/fold';
import type { Mark } from './surface';
import { type FieldReader, visitTexts } from './text-nodes';

/** A row to highlight. */
export interface PaintedRow {
  /** Identifies the row. */
  readonly key: object;
  readonly elements: readonly [Element, ...Element[]];
  /** Which field a text belongs to; without it, a text may be of any. */
  readonly fields?: FieldReader;
}

interface SearchedText {
  readonly node: Text;
  readonly text: FoldedText;
  readonly field: RuleField | null;
  hits: readonly Hit[];
  filterRanges: readonly TextRange[];
}

const NOTHING: readonly never[] = [];
/** There is much white space between elements, in which nothing can match. */
const BLANK = /^\s*$/;

export class RowMatches {
  /** In page order. */
  private texts: SearchedText[] = [];
  private isRead = false;
  /** Whether nothing changed since the last `refresh`. */
  private isUpToDate = false;
  private rules: RuleSet;
  private find: Finder | null = null;

  constructor(
    private row: PaintedRow,
    rules: RuleSet,
  ) {
    this.rules = rules;
  }

  get elements(): PaintedRow['elements'] {
    return this.row.elements;
  }

  /** Replaces the row's elements, whose texts may have changed. */
  update(row: PaintedRow): void {
    this.row = row;
    this.isRead = false;
  }

  /**
   * Applies the rules and the filter. Returns whether the marks may differ from those of the last
   * call.
   */
  refresh(rules: RuleSet, find: Finder | null, diffFrom: (old: RuleSet) => RuleDiff): boolean {
    if (this.rules !== rules) this.replaceRules(rules, diffFrom);
    if (this.find !== find) this.replaceFinder(find);
    if (!this.isRead) this.read();
    if (this.isUpToDate) return false;
    this.isUpToDate = true;
    return true;
  }

  private replaceRules(rules: RuleSet, diffFrom: (old: RuleSet) => RuleDiff): void {
    const before = this.rules;
    this.rules = rules;
    if (this.texts.length === 0) return; // not read yet, so no need for a diff
    const { kept, added: addedRules, isRestyled } = diffFrom(before);
    for (const searched of this.texts) {
      const added = addedRules ? addedRules.scan(searched.text, searched.field) : NOTHING;
      if (added.length + searched.hits.length === 0) continue;
      const old = searched.hits.flatMap((hit) => {
        const rule = kept.get(hit.rule);
        return rule === undefined ? [] : [{ ...hit, rule }];
      });
      const isUnchanged = added.length === 0 && old.length === searched.hits.length;
      if (!isUnchanged || isRestyled) this.isUpToDate = false;
      searched.hits = [...old, ...added];
    }
  }

  private replaceFinder(find: Finder | null): void {
    this.find = find;
    for (const searched of this.texts) {
      const ranges = find?.(searched.text, searched.field) ?? NOTHING;
      if (ranges.length + searched.filterRanges.length > 0) this.isUpToDate = false;
      searched.filterRanges = ranges;
    }
  }

  /** Reads the texts again, but only searches those that changed. */
  private read(): void {
    this.isRead = true;
    const before = this.texts;
    const known = new Map(before.map((one) => [one.node, one]));
    const texts: SearchedText[] = [];
    for (const element of this.row.elements) {
      visitTexts(element, this.row.fields, (node, field) => {
        const { data } = node;
        if (BLANK.test(data)) return;
        const old = known.get(node);
        const isSame = old?.text.original === data && old.field === field;
        if (!isSame) this.isUpToDate = false;
        texts.push(isSame ? old : this.search(node, data, field));
      });
    }
    if (texts.length !== before.length) this.isUpToDate = false;
    this.texts = texts;
  }

  private search(node: Text, data: string, field: RuleField | null): SearchedText {
    const text = foldText(data);
    const hits = this.rules.scan(text, field);
    return { node, text, field, hits, filterRanges: this.find?.(text, field) ?? NOTHING };
  }

  /** The marks to show for what was found last. */
  marks(): Mark[] {
    const marks: Mark[] = [];
    const { rules } = this.rules;
    const isShown = (hit: Hit) => rules[hit.rule]?.action === 'highlight';
    for (const { node, hits, filterRanges } of this.texts) {
      if (hits.length > 0) {
        for (const { rule, start, end } of resolveOverlaps(hits.filter(isShown))) {
          marks.push({ kind: (rules[rule] as Rule).colour, node, start, end });
        }
      }
      for (const [start, end] of filterRanges) marks.push({ kind: 'filter', node, start, end });
    }
    return marks;
  }
}
