/** Attributes on the page's own elements that `page.css` styles rows by. */
import { EARLY_MARK } from '@/lib/page/folded-rows';
import type { Row } from '@/lib/sites/site';
import type { ControlView } from './control-view';

const MARK = 'data-winnow';

type MarkedRow = Pick<Row, 'elements' | 'cell' | 'anchor' | 'gutter'>;

/** Marks the elements of a row to match its control, or hides them. */
export function markRow(row: MarkedRow, view: ControlView, isHidden: boolean): void {
  for (const [index, element] of row.elements.entries()) {
    const marks = marksOf(row, view, index);
    mark(element, isHidden && !row.cell ? [...marks, 'hidden'] : marks);
  }
  if (row.cell) mark(row.cell, isHidden ? ['hidden'] : []);
  const holder = holderOf(row);
  if (holder) mark(holder, view.line ? ['holds'] : []);
}

/** Removes all marks from a row. */
export function unmarkRow(row: MarkedRow): void {
  const holder = holderOf(row);
  for (const element of [...row.elements, row.cell, holder]) if (element) mark(element, []);
}

/** Removes marks that a row has from one that it is a copy of; those of the early script stay. */
export function removeCopiedMarks(row: MarkedRow): void {
  const [first] = row.elements;
  if (first.hasAttribute(MARK) && !first.hasAttribute(EARLY_MARK)) unmarkRow(row);
}

function marksOf(row: MarkedRow, { state, line }: ControlView, index: number): string[] {
  const marks: string[] = state.starred ? ['starred'] : [];
  if (!line) return marks;
  // Collapsed, the element with the buttons holds the line; what stands before it is dimmed.
  const lined = row.gutter ? row.elements.indexOf(row.gutter) : 0;
  if (index <= lined) marks.push('line');
  if (index > lined) marks.push('gone');
  else if (index === lined && (row.gutter || row.elements.length === 1)) marks.push('collapsed');
  return marks;
}

/** The child of a row's element that contains the control; `null` if there is none. */
function holderOf({ anchor, elements }: MarkedRow): Element | null {
  let box: Element | null = anchor.element;
  if (anchor.place === 'after') box = box.parentElement;
  while (box && !elements.includes(box as HTMLElement)) {
    const outer: Element | null = box.parentElement;
    if (outer && elements.includes(outer as HTMLElement)) return box;
    box = outer;
  }
  return null;
}

function mark(element: Element, marks: readonly string[]): void {
  if (marks.length > 0) element.setAttribute(MARK, marks.join(' '));
  else element.removeAttribute(MARK);
}
