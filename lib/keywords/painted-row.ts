/** One row as the painter knows it: its texts, folded, and what was found in them. */
import type { Finder } from './filter-match';
import { type FoldedText, foldText, type Range as TextRange } from './fold';
import type { Rule, RuleField } from './rule';
import type { RuleChange } from './rule-change';
import { type Hit, marksOf, type RuleSet } from './rule-matcher';
import type { Mark } from './surface';
import { textNodes } from './text-nodes';

/** A row to mark. */
export interface PaintedRow {
  /** What the row is known by. */
  readonly key: object;
  readonly elements: readonly Element[];
  /** Which field a text belongs to; `null`, or without the function: any. */
  readonly fieldOf?: (node: Text) => RuleField | null;
}

interface KnownText {
  readonly node: Text;
  readonly text: FoldedText;
  readonly field: RuleField | null;
  hits: readonly Hit[];
  places: readonly TextRange[];
}

export class KnownRow {
  private texts = new Map<Text, KnownText>();
  private isRead = false;
  private isPainted = false;
  private rules: RuleSet;
  private find: Finder | null = null;

  constructor(
    private row: PaintedRow,
    rules: RuleSet,
  ) {
    this.rules = rules;
  }

  get elements(): readonly Element[] {
    return this.row.elements;
  }

  /** Its elements may hold other texts now. */
  update(row: PaintedRow): void {
    this.row = row;
    this.isRead = false;
  }

  hitsOf(rules: RuleSet): Hit[] {
    return this.rules === rules ? [...this.texts.values()].flatMap(({ hits }) => hits) : [];
  }

  /** Brings the row up to date. The marks, when they are not those of before. */
  bring(
    rules: RuleSet,
    find: Finder | null,
    changeFrom: (old: RuleSet) => RuleChange,
  ): Mark[] | null {
    if (this.rules !== rules) this.takeRules(rules, changeFrom(this.rules));
    if (this.find !== find) this.takeFinder(find);
    if (!this.isRead) this.read();
    if (this.isPainted) return null;
    this.isPainted = true;
    return this.marks();
  }

  private takeRules(rules: RuleSet, { kept, added, isRestyled }: RuleChange): void {
    this.rules = rules;
    for (const known of this.texts.values()) {
      const old = known.hits.map(kept).filter((hit) => hit !== null);
      const fresh = added?.scan(known.text, known.field) ?? [];
      const isSame = fresh.length === 0 && old.length === known.hits.length;
      if (!isSame || (isRestyled && old.length > 0)) this.isPainted = false;
      known.hits = [...old, ...fresh];
    }
  }

  private takeFinder(find: Finder | null): void {
    this.find = find;
    for (const known of this.texts.values()) {
      const places = find?.(known.text, known.field) ?? [];
      if (places.length + known.places.length > 0) this.isPainted = false;
      known.places = places;
    }
  }

  /** Reads the texts again; those that are as they were are not searched again. */
  private read(): void {
    this.isRead = true;
    const before = this.texts;
    this.texts = new Map();
    for (const element of this.row.elements) {
      for (const node of textNodes(element)) {
        const field = this.row.fieldOf?.(node) ?? null;
        const old = before.get(node);
        const isSame = old?.text.original === node.data && old.field === field;
        if (!isSame) this.isPainted = false;
        this.texts.set(node, isSame ? old : this.search(node, field));
      }
    }
    if (this.texts.size !== before.size) this.isPainted = false;
  }

  private search(node: Text, field: RuleField | null): KnownText {
    const text = foldText(node.data);
    const hits = this.rules.scan(text, field);
    return { node, text, field, hits, places: this.find?.(text, field) ?? [] };
  }

  private marks(): Mark[] {
    const marks: Mark[] = [];
    const ruleOf = (hit: Hit) => this.rules.rules[hit.rule] as Rule;
    for (const { node, hits, places } of this.texts.values()) {
      const shown = hits.filter((hit) => ruleOf(hit).action === 'highlight');
      for (const hit of shown.length > 0 ? marksOf(shown) : []) {
        marks.push({ kind: ruleOf(hit).colour, node, start: hit.start, end: hit.end });
      }
      for (const [start, end] of places) marks.push({ kind: 'filter', node, start, end });
    }
    return marks;
  }
}
