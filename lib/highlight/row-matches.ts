/** What the painter knows about a row: the texts of its paper, the matches in them, and their places. */
import type { Subject } from '@/lib/filter/filter';
import type { Finder } from '@/lib/filter/match';
import { foldSubject } from '@/lib/filter/subject';
import { RULE_FIELDS, type Rule, type RuleField } from '@/lib/protocol/rule';
import type { Hit } from '@/lib/rules/keyword-index';
import type { RuleDiff } from '@/lib/rules/rule-diff';
import { type RuleSet, resolveOverlaps } from '@/lib/rules/rule-matcher';
import type { FoldedText, TextRange } from '@/lib/text/fold';
import { overlapOf } from './overlap';
import { PlacedText } from './placed-text';
import type { Mark, MarkKind } from './surface';

/** A row to highlight. */
export interface PaintedRow {
  /** Identifies the row. */
  readonly key: object;
  readonly elements: readonly [Element, ...Element[]];
  /** The paper of the row, in whose texts is searched; the same object while it stays the same. */
  readonly subject: () => Subject;
  /** The elements that show the texts of a field. */
  readonly placesOf: (field: RuleField) => readonly Element[];
}

interface SearchedText {
  readonly text: FoldedText;
  readonly field: RuleField;
  hits: readonly Hit[];
  filterRanges: readonly TextRange[];
}

/** A match to show, in offsets of its text. */
interface Match {
  readonly kind: MarkKind;
  readonly start: number;
  readonly end: number;
}

const NOTHING: readonly never[] = [];

/**
 * Matches are searched for in the texts of the paper, as they are when matching papers are counted, and
 * marked where the page shows these texts.
 */
export class RowMatches {
  private texts: SearchedText[] = [];
  private subject: Subject | null = null;
  /** Whether nothing changed since the last `refresh`. */
  private isUpToDate = false;
  private rules: RuleSet;
  private find: Finder | null = null;
  private readonly placed = new Map<RuleField, readonly PlacedText[]>();

  constructor(
    private row: PaintedRow,
    rules: RuleSet,
  ) {
    this.rules = rules;
  }

  get elements(): PaintedRow['elements'] {
    return this.row.elements;
  }

  /** Replaces the row's elements; its paper and what they show of it may have changed. */
  update(row: PaintedRow): void {
    this.row = row;
    this.subject = null;
    this.placed.clear();
    if (this.texts.some(hasMatches)) this.isUpToDate = false;
  }

  /**
   * Applies the rules and the filter. Returns whether the marks may differ from those of the last
   * call.
   */
  refresh(rules: RuleSet, find: Finder | null, diffFrom: (old: RuleSet) => RuleDiff): boolean {
    if (this.rules !== rules) this.replaceRules(rules, diffFrom);
    if (this.find !== find) this.replaceFinder(find);
    this.subject ??= this.read();
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

  /** Reads the paper again, but only searches the texts that changed. */
  private read(): Subject {
    const subject = this.row.subject();
    const { textsOf } = foldSubject(subject);
    const keyOf = (field: RuleField, { original }: FoldedText) => `${field} ${original}`;
    const known = new Map(this.texts.map((one) => [keyOf(one.field, one.text), one]));
    const before = new Set(this.texts);
    this.texts = RULE_FIELDS.flatMap((field) =>
      textsOf(field).map((text) => known.get(keyOf(field, text)) ?? this.search(text, field)),
    );
    for (const one of this.texts) if (!before.delete(one)) before.add(one);
    if ([...before].some(hasMatches)) this.isUpToDate = false; // one that came, or went
    return subject;
  }

  private search(text: FoldedText, field: RuleField): SearchedText {
    const hits = this.rules.scan(text, field);
    return { text, field, hits, filterRanges: this.find?.(text, field) ?? NOTHING };
  }

  /** The marks to show for what was found last. */
  marks(): Mark[] {
    const marks: Mark[] = [];
    for (const { text, field, ...found } of this.texts) {
      const matches = hasMatches(found) ? this.matchesIn(found) : NOTHING;
      for (const place of matches.length > 0 ? this.placesOf(field) : NOTHING) {
        addMarks(marks, place, text.original, matches);
      }
    }
    return marks;
  }

  /** What was found anywhere in the paper, whether the page shows it or not. */
  kinds(): Set<MarkKind> {
    return new Set(this.texts.flatMap((found) => this.matchesIn(found)).map(({ kind }) => kind));
  }

  private matchesIn({ hits, filterRanges }: Omit<SearchedText, 'text' | 'field'>): Match[] {
    const { rules } = this.rules;
    const shown = hits.filter(({ rule }) => rules[rule]?.action === 'highlight');
    return [
      ...resolveOverlaps(shown).map(({ rule, start, end }) => {
        const { colour } = rules[rule] as Rule;
        return { kind: colour, start, end };
      }),
      ...filterRanges.map(([start, end]) => ({ kind: 'filter' as const, start, end })),
    ];
  }

  private placesOf(field: RuleField): readonly PlacedText[] {
    const known = this.placed.get(field);
    if (known) return known;
    const places = this.row.placesOf(field).map((element) => new PlacedText(element));
    this.placed.set(field, places);
    return places;
  }
}

function hasMatches({ hits, filterRanges }: Omit<SearchedText, 'text' | 'field'>): boolean {
  return hits.length + filterRanges.length > 0;
}

function addMarks(marks: Mark[], place: PlacedText, text: string, matches: readonly Match[]): void {
  // A parser ends a paragraph before a displayed formula; what follows still belongs to it.
  const isOpen = place.text !== text && place.text !== '' && text.startsWith(place.text);
  const shown = isOpen ? new PlacedText(place.element, true) : place;
  const overlap = overlapOf(shown.text, text) ?? overlapOf(place.text, text);
  if (!overlap) return;
  for (const { kind, start, end } of matches) {
    const part = overlap.placeOf(start, end);
    for (const range of part ? shown.rangesOf(...part) : NOTHING) marks.push({ kind, range });
  }
}
