/** Where rows are in the window, and which of them is being read. */
import type { Row } from '@/lib/sites/site';

/** What is read is about so far down the window, as a part of its height. */
const READING_LINE = 1 / 3;

/** In pixels from the top of the window. */
interface Box {
  readonly top: number;
  readonly bottom: number;
}

/** Where a row is; `null` while nothing of it is shown. */
export function boxOf({ elements }: Row): Box | null {
  let box: Box | null = null;
  for (const element of elements) {
    const { top, bottom, height } = element.getBoundingClientRect();
    if (height === 0) continue; // hidden, or a part that is folded away
    box = box ? { top: box.top, bottom: Math.max(box.bottom, bottom) } : { top, bottom };
  }
  return box;
}

/** Whether something of a row is in the window. */
export function isInView(row: Row): boolean {
  const box = boxOf(row);
  return box !== null && box.bottom > 0 && box.top < window.innerHeight;
}

/** The row at the reading line, or else nearest to it; `null` if no row is in view. */
export function rowAtLine(rows: readonly Row[]): Row | null {
  const line = window.innerHeight * READING_LINE;
  let above: Row | null = null;
  for (const row of rows) {
    const box = boxOf(row);
    if (!box || box.bottom <= 0) continue;
    if (box.top >= window.innerHeight) break;
    if (box.bottom > line) return row;
    above = row;
  }
  return above;
}

/** The element that holds the first row; `null` if there is no row. */
export function listOf([first]: readonly Row[]): HTMLElement | null {
  return first ? (first.cell ?? first.elements[0]).parentElement : null;
}

/** The row itself if it is shown, else the nearest in page order that is; `null` if none is. */
export function nearestShown(rows: readonly Row[], row: Row): Row | null {
  const here = rows.findIndex((one) => one.elements[0] === row.elements[0]);
  if (here < 0) return null;
  for (let distance = 0; distance < rows.length; distance += 1) {
    for (const one of [rows[here + distance], rows[here - distance]]) {
      if (one && boxOf(one)) return one;
    }
  }
  return null;
}
