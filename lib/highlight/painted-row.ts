/** One row as the painter knows it: its texts, folded, and what was found in them. */
import type { Finder } from '@/lib/filter/match';
import type { Rule, RuleField } from '@/lib/protocol/rule';
import type { RuleChange } from '@/lib/rules/rule-change';
import { type Hit, marksOf, type RuleSet } from '@/lib/rules/rule-matcher';
import { type FoldedText, foldText, type TextRange } from '@/lib/text/fold';
import type { Mark } from './surface';
import { type FieldReader, visitTexts } from './text-nodes';

/** A row to mark. */
export interface PaintedRow {
  /** What the row is known by. */
  readonly key: object;
  readonly elements: readonly [Element, ...Element[]];
  /** Which field a text belongs to; without it: any. */
  readonly fields?: FieldReader;
}

interface KnownText {
  readonly node: Text;
  readonly text: FoldedText;
  readonly field: RuleField | null;
  hits: readonly Hit[];
  places: readonly TextRange[];
}

const NOTHING: readonly never[] = [];
/** Between words there is much white space, in which nothing can be found. */
const BLANK = /^\s*$/;

export class KnownRow {
  /** In page order. */
  private texts: KnownText[] = [];
  private isRead = false;
  /** Whether its marks are those of the last `bring`. */
  private isSettled = false;
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

  /** Its elements may hold other texts now. */
  update(row: PaintedRow): void {
    this.row = row;
    this.isRead = false;
  }

  /** Brings the row up to date. Whether its marks may be others than when this was last called. */
  bring(rules: RuleSet, find: Finder | null, changeFrom: (old: RuleSet) => RuleChange): boolean {
    if (this.rules !== rules) this.takeRules(rules, changeFrom);
    if (this.find !== find) this.takeFinder(find);
    if (!this.isRead) this.read();
    if (this.isSettled) return false;
    this.isSettled = true;
    return true;
  }

  private takeRules(rules: RuleSet, changeFrom: (old: RuleSet) => RuleChange): void {
    const before = this.rules;
    this.rules = rules;
    if (this.texts.length === 0) return; // not read yet; what changed need not be worked out
    const { kept, added, isRestyled } = changeFrom(before);
    for (const known of this.texts) {
      const fresh = added ? added.scan(known.text, known.field) : NOTHING;
      if (fresh.length + known.hits.length === 0) continue;
      const old = known.hits.flatMap((hit) => {
        const rule = kept.get(hit.rule);
        return rule === undefined ? [] : [{ ...hit, rule }];
      });
      const isSame = fresh.length === 0 && old.length === known.hits.length;
      if (!isSame || isRestyled) this.isSettled = false;
      known.hits = [...old, ...fresh];
    }
  }

  private takeFinder(find: Finder | null): void {
    this.find = find;
    for (const known of this.texts) {
      const places = find?.(known.text, known.field) ?? NOTHING;
      if (places.length + known.places.length > 0) this.isSettled = false;
      known.places = places;
    }
  }

  /** Reads the texts again; those that are as they were are not searched again. */
  private read(): void {
    this.isRead = true;
    const before = this.texts;
    const known = new Map(before.map((one) => [one.node, one]));
    const texts: KnownText[] = [];
    for (const element of this.row.elements) {
      visitTexts(element, this.row.fields, (node, field) => {
        const { data } = node;
        if (BLANK.test(data)) return;
        const old = known.get(node);
        const isSame = old?.text.original === data && old.field === field;
        if (!isSame) this.isSettled = false;
        texts.push(isSame ? old : this.search(node, data, field));
      });
    }
    if (texts.length !== before.length) this.isSettled = false;
    this.texts = texts;
  }

  private search(node: Text, data: string, field: RuleField | null): KnownText {
    const text = foldText(data);
    const hits = this.rules.scan(text, field);
    return { node, text, field, hits, places: this.find?.(text, field) ?? NOTHING };
  }

  /** What to show of what was last found. */
  marks(): Mark[] {
    const marks: Mark[] = [];
    const { rules } = this.rules;
    const isShown = (hit: Hit) => rules[hit.rule]?.action === 'highlight';
    for (const { node, hits, places } of this.texts) {
      if (hits.length > 0) {
        for (const { rule, start, end } of marksOf(hits.filter(isShown))) {
          marks.push({ kind: (rules[rule] as Rule).colour, node, start, end });
        }
      }
      for (const [start, end] of places) marks.push({ kind: 'filter', node, start, end });
    }
    return marks;
  }
}
