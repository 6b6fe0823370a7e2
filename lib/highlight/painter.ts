/**
 * Highlights in rows what rules and the filter match. Matches are cached; only changes are redone.
 */
import type { Finder } from '@/lib/filter/match';
import { diffRules, type RuleDiff } from '@/lib/rules/rule-diff';
import { compileRules, type RuleSet } from '@/lib/rules/rule-matcher';
import { type PaintedRow, RowMatches } from './row-matches';
import { edgeSurface, hasHighlights, highlightSurface, type Surface } from './surface';

export type { PaintedRow } from './row-matches';

/**
 * Visits the items in slices, yielding to the page between them; ends early when aborted.
 * Implemented in `lib/page/slices.ts`.
 */
type InSlices = <T>(
  items: Iterable<T>,
  signal: AbortSignal,
  visit: (item: T) => void,
) => Promise<void>;

/** Knows which rows are near the viewport. Implemented in `lib/page/near-view.ts`. */
interface NearView {
  /** Follows a row from now on; `isNear` holds until it is first measured. */
  readonly follow: (key: object, element: Element, isNear: boolean) => void;
  readonly unfollow: (key: object) => void;
  readonly isNear: (key: object) => boolean;
}

interface Options {
  readonly inSlices: InSlices;
  /** Keys of the rows in the viewport, which are highlighted first. */
  readonly inView?: () => Iterable<object>;
  /** Awaited after the rows in the viewport are highlighted, before the others. */
  readonly afterView?: () => Promise<void>;
  /**
   * Creates the tracker that reports when rows come near the viewport or leave it. Without it all
   * rows are highlighted.
   */
  readonly nearView?: (onMoved: (key: object, isNear: boolean) => void) => NearView;
}

/**
 * The time for highlighting rows in the viewport without a break, in milliseconds: they are few.
 */
const VIEW_BUDGET_MS = 10;

/**
 * In pages with more rows, colours alone tell marks apart: underlines would slow down every frame.
 */
const MAX_UNDERLINED_ROWS = 500;

/** People who ask for more contrast get underlines on any page. */
const wantsContrast = () => matchMedia('(prefers-contrast: more)').matches;

const NO_RULES = compileRules([], null);

const EVERYTHING_NEAR: NearView = { follow() {}, unfollow() {}, isNear: () => true };

export class Painter {
  /** Without CSS highlights, the edges of rows are coloured instead of words. */
  readonly isSupported = hasHighlights();
  private readonly surface: Surface = this.isSupported ? highlightSurface() : edgeSurface();
  private readonly near: NearView;
  private readonly rows = new Map<object, RowMatches>();
  private rules = NO_RULES;
  private find: Finder | null = null;
  private readonly diffs = new Map<RuleSet, RuleDiff>();
  private pass = new AbortController();
  /** Whether anything was searched for since all marks were removed. */
  private hasMarks = false;

  constructor(private readonly options: Options) {
    const nearView = this.isSupported ? options.nearView : undefined; // edges are cheap
    this.near = nearView?.(this.onMoved.bind(this)) ?? EVERYTHING_NEAR;
  }

  /**
   * Highlights other rules from now on. Resolves once all rows near the viewport show them, or
   * something newer came.
   */
  setRules(rules: RuleSet): Promise<void> {
    this.rules = rules;
    this.diffs.clear();
    return this.paint();
  }

  /** Highlights what a filter matches; `null` for none. */
  setFilterFinder(find: Finder | null): Promise<void> {
    this.find = find;
    return this.paint();
  }

  /** Adds rows, or replaces those whose elements changed. */
  update(rows: Iterable<PaintedRow>): Promise<void> {
    for (const row of rows) {
      const known = this.rows.get(row.key);
      if (known) known.update(row);
      else this.rows.set(row.key, new RowMatches(row, this.rules));
    }
    return this.paint();
  }

  /** Marks rows at once whose texts came into view or went, while the page stayed as it is otherwise. */
  renew(rows: Iterable<PaintedRow>): void {
    for (const row of rows) {
      const known = this.rows.get(row.key);
      if (!known || !this.hasMarks) continue;
      known.update(row);
      if (this.near.isNear(row.key)) this.refresh(row.key, known, true);
    }
  }

  /** Removes the marks of a row that is gone. */
  forget(key: object): void {
    this.rows.delete(key);
    this.near.unfollow(key);
    this.surface.remove(key);
  }

  /** Removes all marks, and stops. */
  remove(): void {
    this.pass.abort();
    for (const key of [...this.rows.keys()]) this.forget(key);
  }

  /** Rows in the viewport at once, then all those near it. Rows far away are not even read. */
  private async paint(): Promise<void> {
    this.pass.abort();
    const pass = new AbortController();
    this.pass = pass;
    const { inSlices, afterView } = this.options;
    const hasWork = this.rules.rules.length > 0 || this.find !== null;
    if (!hasWork && !this.hasMarks) return; // the usual case
    this.hasMarks = true;
    this.surface.setUnderlined(this.rows.size <= MAX_UNDERLINED_ROWS || wantsContrast());
    this.paintInView();
    await afterView?.();
    await inSlices(this.rows, pass.signal, ([key, row]) => {
      const isNear = this.near.isNear(key);
      if (isNear) this.refresh(key, row, true);
      if (hasWork) this.near.follow(key, row.elements[0], isNear);
      else this.near.unfollow(key);
    });
    if (!hasWork && !pass.signal.aborted) this.hasMarks = false;
  }

  private paintInView(): void {
    let deadline = Number.POSITIVE_INFINITY; // the first search is slow, as it builds the patterns
    for (const key of this.options.inView?.() ?? []) {
      const row = this.rows.get(key);
      if (!row) continue;
      const hasChanged = this.refresh(key, row, this.near.isNear(key));
      this.near.follow(key, row.elements[0], true);
      const now = performance.now();
      if (now > deadline) return;
      if (hasChanged) deadline = Math.min(deadline, now + VIEW_BUDGET_MS);
    }
  }

  /**
   * Updates a row and its marks; one that was not near the viewport has no marks on the page yet.
   * Returns whether its marks may have changed.
   */
  private refresh(key: object, row: RowMatches, wasNear: boolean): boolean {
    const hasChanged = row.refresh(this.rules, this.find, this.diffFrom);
    if (hasChanged || !wasNear) this.surface.show(key, row);
    return hasChanged;
  }

  /** A row came near the viewport, or left. */
  private onMoved(key: object, isNear: boolean): void {
    const row = this.rows.get(key);
    if (!row) return;
    if (isNear) this.refresh(key, row, false);
    else this.surface.remove(key);
  }

  /** Computed once for all rows that had the same rules. */
  private readonly diffFrom = (old: RuleSet): RuleDiff => {
    const diff = this.diffs.get(old) ?? diffRules(old, this.rules);
    this.diffs.set(old, diff);
    return diff;
  };
}
