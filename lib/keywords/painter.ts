/** Marks in rows what rules and the filter find. It keeps what it found, and redoes what changed. */
import type { Finder } from './filter-match';
import { KnownRow, type PaintedRow } from './painted-row';
import { changeOf, type RuleChange } from './rule-change';
import { compileRules, type Hit, type RuleSet } from './rule-matcher';
import { edgeSurface, hasHighlights, highlightSurface, type Surface } from './surface';

export type { PaintedRow } from './painted-row';

/** Visits the items, letting the page breathe; ends early when aborted. `lib/page/slices.ts` has one. */
type Slices = <T>(
  items: Iterable<T>,
  signal: AbortSignal,
  visit: (item: T) => void,
) => Promise<void>;

interface Options {
  readonly inSlices: Slices;
  /** Keys of the rows in view, which are done before the others. */
  readonly inView?: () => Iterable<object>;
}

const NO_RULES = compileRules([], null);

export class Painter {
  /** Without CSS highlights, the rows' edges are coloured in place of words. */
  readonly isSupported = hasHighlights();
  private readonly surface: Surface = this.isSupported ? highlightSurface() : edgeSurface();
  private readonly rows = new Map<object, KnownRow>();
  private rules = NO_RULES;
  private find: Finder | null = null;
  private readonly changes = new Map<RuleSet, RuleChange>();
  private pass = new AbortController();
  /** Whether anything was ever looked for since all was unmarked. */
  private hasMarks = false;

  constructor(private readonly options: Options) {}

  /** Looks for other rules from now on. Resolves when all rows show it, or something newer came. */
  setRules(rules: RuleSet): Promise<void> {
    this.rules = rules;
    this.changes.clear();
    return this.paint([]);
  }

  /** Marks what a filter finds; `null` for none. */
  setFilterFinder(find: Finder | null): Promise<void> {
    this.find = find;
    return this.paint([]);
  }

  /** Takes rows that are new or whose elements changed, and does them first, in this order. */
  update(rows: Iterable<PaintedRow>): Promise<void> {
    const keys: object[] = [];
    for (const row of rows) {
      const known = this.rows.get(row.key);
      if (known) known.update(row);
      else this.rows.set(row.key, new KnownRow(row, this.rules));
      keys.push(row.key);
    }
    return this.paint(keys);
  }

  /** Unmarks a row that is gone. */
  forget(key: object): void {
    this.rows.delete(key);
    this.surface.remove(key);
  }

  /** Where rules found something in the row, as far as it was looked at; in no order. */
  hitsOf(key: object): readonly Hit[] {
    return this.rows.get(key)?.hitsOf(this.rules) ?? [];
  }

  /** Unmarks everything, and stops. */
  remove(): void {
    this.pass.abort();
    for (const key of [...this.rows.keys()]) this.forget(key);
  }

  private async paint(first: Iterable<object>): Promise<void> {
    this.pass.abort();
    const pass = new AbortController();
    this.pass = pass;
    const hasWork = this.rules.rules.length > 0 || this.find !== null;
    if (!hasWork && !this.hasMarks) return; // on most pages of most people
    this.hasMarks = true;
    await this.options.inSlices(this.inOrder(first), pass.signal, (key) => {
      const row = this.rows.get(key);
      const marks = row?.bring(this.rules, this.find, this.changeFrom);
      if (row && marks) this.surface.show(key, row.elements, marks);
    });
    if (!hasWork && !pass.signal.aborted) this.hasMarks = false;
  }

  /** Worked out once for all rows that come from the same rules. */
  private readonly changeFrom = (old: RuleSet): RuleChange => {
    const change = this.changes.get(old) ?? changeOf(old, this.rules);
    this.changes.set(old, change);
    return change;
  };

  /** All rows; each may come more than once, which costs nothing when it is done. */
  private *inOrder(first: Iterable<object>): Generator<object> {
    yield* first;
    yield* this.options.inView?.() ?? [];
    yield* this.rows.keys();
  }
}
