/** Which rows are near what is seen of the page: there are few, however long the page is. */

/** A row is near within two screens: one that is scrolled into view has long come near. */
const MARGIN = '200%';

interface Followed {
  readonly element: Element;
  isNear: boolean;
}

/** The rows that are followed, by key. */
export interface NearView {
  /** Follows a row: it counts as said until the browser has looked, and that is in the next frame. */
  readonly follow: (key: object, element: Element, isNear: boolean) => void;
  readonly unfollow: (key: object) => void;
  /** False for rows that are not followed. */
  readonly isNear: (key: object) => boolean;
}

/**
 * Begins to follow rows as the page is scrolled and laid out anew; `onMoved` hears of each that is no
 * longer near, or no longer far. A row that is hidden is far.
 */
export function followNear(onMoved: (key: object, isNear: boolean) => void): NearView {
  const followed = new Map<object, Followed>();
  const keys = new WeakMap<Element, object>();
  let observer: IntersectionObserver | null = null;

  function look(entries: readonly IntersectionObserverEntry[]): void {
    for (const { target, isIntersecting } of entries) {
      const key = keys.get(target);
      const row = key && followed.get(key);
      if (!row || row.element !== target || row.isNear === isIntersecting) continue;
      row.isNear = isIntersecting;
      onMoved(key, isIntersecting);
    }
  }

  function unfollow(key: object): void {
    const row = followed.get(key);
    if (!row) return;
    observer?.unobserve(row.element);
    keys.delete(row.element);
    followed.delete(key);
  }

  return {
    follow(key, element, isNear) {
      const known = followed.get(key);
      if (known?.element === element) {
        known.isNear = isNear;
        return;
      }
      unfollow(key);
      followed.set(key, { element, isNear });
      keys.set(element, key);
      observer ??= new IntersectionObserver(look, { rootMargin: MARGIN });
      observer.observe(element);
    },
    unfollow,
    isNear: (key) => followed.get(key)?.isNear ?? false,
  };
}
