/** An `IntersectionObserver` for jsdom, which lays nothing out: tests say which elements are near. */
export class FakeIntersections {
  static isNear: (element: Element) => boolean = () => true;
  private static readonly all = new Set<FakeIntersections>();

  /** Has all observers look, as a browser does in each frame. */
  static lookAgain(): void {
    for (const observer of FakeIntersections.all) observer.look();
  }

  /** Everything is near again, and no observer of an earlier test is looked at. */
  static reset(): void {
    FakeIntersections.isNear = () => true;
    FakeIntersections.all.clear();
  }

  /** What was last said of each element; `null` is said at the first look. */
  private readonly observed = new Map<Element, boolean | null>();

  constructor(
    private readonly report: (entries: readonly IntersectionObserverEntry[]) => void,
    readonly options: IntersectionObserverInit = {},
  ) {
    FakeIntersections.all.add(this);
  }

  observe(element: Element): void {
    this.observed.set(element, null);
    queueMicrotask(() => this.look());
  }

  unobserve(element: Element): void {
    this.observed.delete(element);
  }

  private look(): void {
    const entries: Pick<IntersectionObserverEntry, 'target' | 'isIntersecting'>[] = [];
    for (const [target, before] of this.observed) {
      const isIntersecting = FakeIntersections.isNear(target);
      if (before === isIntersecting) continue;
      this.observed.set(target, isIntersecting);
      entries.push({ target, isIntersecting });
    }
    if (entries.length > 0) this.report(entries as IntersectionObserverEntry[]);
  }
}
