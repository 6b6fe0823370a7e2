/** Marks in rows what rules and the filter find. It keeps what it found, and redoes what changed. */
import type { Finder } from '@/lib/filter/match';
import { changeOf, type RuleChange } from '@/lib/rules/rule-change';
import { compileRules, type RuleSet } from '@/lib/rules/rule-matcher';
import { KnownRow, type PaintedRow } from './painted-row';
import { edgeSurface, hasHighlights, highlightSurface, type Surface } from './surface';

export type { PaintedRow } from './painted-row';

/** Visits the items, letting the page breathe; ends early when aborted. `lib/page/slices.ts` has one. */
type Slices = <T>(
  items: Iterable<T>,
  signal: AbortSignal,
  visit: (item: T) => void,
) => Promise<void>;

/** Knows which rows are near what is seen of the page. `lib/page/near-view.ts` has one. */
interface NearView {
  /** Follows a row from now on, as one that is near or one that is not until it is looked at. */
  readonly follow: (key: object, element: Element, isNear: boolean) => void;
  readonly unfollow: (key: object) => void;
  readonly isNear: (key: object) => boolean;
}

interface Options {
  readonly inSlices: Slices;
  /** Keys of the rows in view, which are done before the others. */
  readonly inView?: () => Iterable<object>;
  /** Awaited when those in view are marked, before the others are looked at. */
  readonly afterView?: () => Promise<void>;
  /** Makes what tells when rows that are followed come near or go. Without it all are marked. */
  readonly nearView?: (onMoved: (key: object, isNear: boolean) => void) => NearView;
}

/** So long the rows in view are marked at a stretch, in milliseconds: they are few. */
const VIEW_MS = 10;

/** On pages of more rows marks are told apart by their colours alone: lines would slow all frames. */
const MOST_LINED = 500;

/** Who asks for more contrast has the lines on any page. */
const wantsContrast = () => matchMedia('(prefers-contrast: more)').matches;

const NO_RULES = compileRules([], null);

const ALL_NEAR: NearView = { follow() {}, unfollow() {}, isNear: () => true };

export class Painter {
  /** Without CSS highlights, the rows' edges are coloured in place of words. */
  readonly isSupported = hasHighlights();
  private readonly surface: Surface = this.isSupported ? highlightSurface() : edgeSurface();
  private readonly near: NearView;
  private readonly rows = new Map<object, KnownRow>();
  private rules = NO_RULES;
  private find: Finder | null = null;
  private readonly changes = new Map<RuleSet, RuleChange>();
  private pass = new AbortController();
  /** Whether anything was ever looked for since all was unmarked. */
  private hasMarks = false;

  constructor(private readonly options: Options) {
    const nearView = this.isSupported ? options.nearView : undefined; // edges cost a browser little
    this.near = nearView?.(this.move.bind(this)) ?? ALL_NEAR;
  }

  /** Looks for other rules from now on. Resolves when all rows that are near show it, or something newer came. */
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
    this.near.unfollow(key);
    this.surface.remove(key);
  }

  /** Unmarks everything, and stops. */
  remove(): void {
    this.pass.abort();
    for (const key of [...this.rows.keys()]) this.forget(key);
  }

  /** Those in view at once, then all that are near; what is far is not even looked at. */
  private async paint(): Promise<void> {
    this.pass.abort();
    const pass = new AbortController();
    this.pass = pass;
    const { inSlices, afterView } = this.options;
    const hasWork = this.rules.rules.length > 0 || this.find !== null;
    if (!hasWork && !this.hasMarks) return; // on most pages of most people
    this.hasMarks = true;
    this.surface.setShort(this.rows.size <= MOST_LINED || wantsContrast());
    this.paintInView();
    await afterView?.();
    await inSlices(this.rows, pass.signal, ([key, row]) => {
      const isNear = this.near.isNear(key);
      if (isNear) this.bring(key, row, true);
      if (hasWork) this.near.follow(key, row.elements[0], isNear);
      else this.near.unfollow(key);
    });
    if (!hasWork && !pass.signal.aborted) this.hasMarks = false;
  }

  private paintInView(): void {
    let end = Number.POSITIVE_INFINITY; // the first search takes long, as it makes the patterns
    for (const key of this.options.inView?.() ?? []) {
      const row = this.rows.get(key);
      if (!row) continue;
      const isOther = this.bring(key, row, this.near.isNear(key));
      this.near.follow(key, row.elements[0], true);
      const now = performance.now();
      if (now > end) return;
      if (isOther) end = Math.min(end, now + VIEW_MS);
    }
  }

  /**
   * Brings a row and its marks up to date; one that was not near until now has no marks on the page.
   * Whether its marks may be others than before.
   */
  private bring(key: object, row: KnownRow, wasNear: boolean): boolean {
    const isOther = row.bring(this.rules, this.find, this.changeFrom);
    if (isOther || !wasNear) this.surface.show(key, row.elements, row.marks());
    return isOther;
  }

  /** A row that is followed came near, or went. */
  private move(key: object, isNear: boolean): void {
    const row = this.rows.get(key);
    if (!row) return;
    if (isNear) this.bring(key, row, false);
    else this.surface.remove(key);
  }

  /** Worked out once for all rows that come from the same rules. */
  private readonly changeFrom = (old: RuleSet): RuleChange => {
    const change = this.changes.get(old) ?? changeOf(old, this.rules);
    this.changes.set(old, change);
    return change;
  };
}
