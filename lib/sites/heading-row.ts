import type { Row } from './site';

/** The row of a paper on its own page: the control follows the heading. */
export function headingRow(
  heading: HTMLElement,
  { id, title, read }: Pick<Row, 'id' | 'title' | 'read'>,
): Row {
  return {
    elements: [heading],
    anchor: { element: heading, place: 'after' },
    section: null,
    ...{ id, title, read },
  };
}
