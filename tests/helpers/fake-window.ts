/** A window on a page of rows below each other, as browsers lay it out: jsdom has no layout. */
import { vi } from 'vitest';
import { ROOM_TAG } from '@/lib/page/room';
import type { Row } from '@/lib/sites/site';

export const WINDOW_HEIGHT = 800;
const HEADER = 240;
const FOOTER = 120;

export class FakeWindow {
  /** In pixels; 0 while hidden. */
  readonly heights = new Map<Row, number>();
  readonly list = document.createElement('ol');
  readonly resized = new Set<ResizeObserverCallback>();
  #scrollTop = 0;

  constructor(readonly rows: readonly Row[]) {
    document.body.replaceChildren(this.list);
    const root = document.documentElement;
    this.list.append(...rows.map(({ elements }) => elements[0]));
    for (const row of rows) {
      row.elements[0].getBoundingClientRect = () => {
        const height = this.heights.get(row) ?? 0;
        const top = height > 0 ? this.offsetOf(row) - this.scrollTop : 0;
        return { top, bottom: top + height, height } as DOMRect;
      };
    }
    const { resized } = this;
    vi.stubGlobal('innerHeight', WINDOW_HEIGHT);
    vi.stubGlobal(
      'ResizeObserver',
      class {
        constructor(readonly callback: ResizeObserverCallback) {
          resized.add(callback);
        }
        observe() {}
        disconnect() {
          resized.delete(this.callback);
        }
      },
    );
    const getters = {
      scrollTop: () => this.scrollTop,
      scrollHeight: () => Math.max(WINDOW_HEIGHT, this.height),
      clientHeight: () => WINDOW_HEIGHT,
    };
    for (const [name, get] of Object.entries(getters)) {
      Object.defineProperty(root, name, { get, configurable: true });
    }
    Object.defineProperty(window, 'scrollY', { get: () => this.scrollTop, configurable: true });
    root.getBoundingClientRect = () => ({ top: -this.scrollTop }) as DOMRect;
    root.scrollTo = ((options: ScrollToOptions) => this.#scroll(options.top ?? 0)) as never;
  }

  /** From the top of the page. */
  offsetOf(row: Row): number {
    const before = this.rows.slice(0, this.rows.indexOf(row));
    const margin = Number.parseFloat(this.list.style.marginTop) || 0;
    return before.reduce((sum, one) => sum + (this.heights.get(one) ?? 0), HEADER + margin);
  }

  topOf(row: Row): number {
    return this.offsetOf(row) - this.scrollTop;
  }

  get height(): number {
    const rows = this.rows.reduce((sum, row) => sum + (this.heights.get(row) ?? 0), 0);
    const margin = Number.parseFloat(this.list.style.marginTop) || 0;
    const room = document.querySelector<HTMLElement>(ROOM_TAG);
    return HEADER + margin + rows + FOOTER + (Number.parseFloat(room?.style.height ?? '') || 0);
  }

  /** As soon as the page is shorter, browsers scroll to its end. */
  get scrollTop(): number {
    this.#scrollTop = Math.min(this.#scrollTop, Math.max(0, this.height - WINDOW_HEIGHT));
    return this.#scrollTop;
  }

  /** As a person does: what is told only when scrolling has ended comes at once. */
  scrollTo(top: number): void {
    this.#scroll(top);
    document.dispatchEvent(new Event('scrollend'));
  }

  /** By whole pixels, as far as the page goes. */
  #scroll(top: number): void {
    const most = Math.max(0, this.height - WINDOW_HEIGHT);
    const to = Math.round(Math.min(Math.max(0, top), most));
    if (to === this.scrollTop) return;
    this.#scrollTop = to;
    document.dispatchEvent(new Event('scroll'));
  }

  /** A row grows, as when MathJax sets its formulas. */
  grow(row: Row, by: number): void {
    this.heights.set(row, (this.heights.get(row) ?? 0) + by);
    for (const callback of this.resized) callback([], {} as ResizeObserver);
  }
}
