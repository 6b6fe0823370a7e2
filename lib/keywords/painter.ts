/** Marks in rows what rules and the filter find. It keeps what it found, and redoes what changed. */
import type { Finder } from './filter-match';
import { KnownRow, type PaintedRow } from './painted-row';
import { changeOf, type RuleChange } from './rule-change';
import { compileRules, type Hit, type RuleSet } from './rule-matcher';
import {
  edgeSurface,
  hasHighlights,
  highlightSurface,
  type Mark,
  type Slices,
  type Surface,
} from './surface';

export type { PaintedRow } from './painted-row';

interface Options {
  readonly inSlices: Slices;
  /** Keys of the rows in view, which are done before the others. */
  readonly inView?: () => Iterable<object>;
  /** Awaited when those in view are marked, before the others are looked at. */
  readonly afterView?: () => Promise<void>;
}

/** So long the rows in view are marked at a stretch, in milliseconds: they are few. */
const VIEW_MS = 10;

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
    return this.paint();
  }

  /** Marks what a filter finds; `null` for none. */
  setFilterFinder(find: Finder | null): Promise<void> {
    this.find = find;
    return this.paint();
  }

  /** Takes rows that are new or whose elements changed. */
  update(rows: Iterable<PaintedRow>): Promise<void> {
    for (const row of rows) {
      const known = this.rows.get(row.key);
      if (known) known.update(row);
      else this.rows.set(row.key, new KnownRow(row, this.rules));
    }
    return this.paint();
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

  /** Those in view at once; then all others, which are seen in one go: see `highlightSurface`. */
  private async paint(): Promise<void> {
    this.pass.abort();
    const pass = new AbortController();
    this.pass = pass;
    const { inSlices, afterView } = this.options;
    const hasWork = this.rules.rules.length > 0 || this.find !== null;
    if (!hasWork && !this.hasMarks) return; // on most pages of most people
    this.hasMarks = true;
    this.paintInView();
    await afterView?.();
    await inSlices(this.rows, pass.signal, ([key, row]) => {
      const marks = this.bring(row);
      if (marks) this.surface.prepare(key, row.elements, marks);
    });
    if (pass.signal.aborted) return;
    await this.surface.commit(inSlices, pass.signal);
    if (!hasWork && !pass.signal.aborted) this.hasMarks = false;
  }

  private paintInView(): void {
    let end = Number.POSITIVE_INFINITY; // the first search takes long, as it makes the patterns
    for (const key of this.options.inView?.() ?? []) {
      const row = this.rows.get(key);
      const marks = row && this.bring(row);
      if (marks) this.surface.show(key, row.elements, marks);
      const now = performance.now();
      if (now > end) return;
      if (marks) end = Math.min(end, now + VIEW_MS);
    }
  }

  private bring(row: KnownRow): Mark[] | null {
    return row.bring(this.rules, this.find, this.changeFrom);
  }

  /** Worked out once for all rows that come from the same rules. */
  private readonly changeFrom = (old: RuleSet): RuleChange => {
    const change = this.changes.get(old) ?? changeOf(old, this.rules);
    this.changes.set(old, change);
    return change;
  };
}
