import type { ComponentProps, ReactNode } from 'react';
import type { VirtualRows } from './use-virtual-rows';

interface VirtualListProps extends Omit<ComponentProps<'div'>, 'ref' | 'children'> {
  readonly rows: VirtualRows;
  /** The accessible name of the list. */
  readonly label: string;
  /** A feed of articles, which state their own position; otherwise a list. */
  readonly isFeed?: boolean;
  /** Renders a row. */
  readonly children: (index: number) => ReactNode;
}

/** A scrolling list of any length. Only the rows in view are rendered. */
export function VirtualList({
  rows,
  label,
  isFeed = true,
  children,
  ...attributes
}: VirtualListProps) {
  const [List, Row] = isFeed ? (['div', 'div'] as const) : (['ul', 'li'] as const);
  return (
    <div {...attributes} ref={rows.scroller}>
      <List
        role={isFeed ? 'feed' : undefined}
        className="virtual-list"
        aria-label={label}
        style={{ height: rows.height }}
      >
        {rows.rendered.map(({ key, index, start }) => (
          <Row
            key={key}
            ref={rows.measure}
            data-index={index}
            className="virtual-row"
            aria-posinset={isFeed ? undefined : index + 1}
            aria-setsize={isFeed ? undefined : rows.count}
            style={{ transform: `translateY(${start}px)` }}
          >
            {children(index)}
          </Row>
        ))}
      </List>
    </div>
  );
}

/** The index of the row that contains an element; `null` if none does. */
export function rowIndexOf(element: Element): number | null {
  const row = element.closest<HTMLElement>('.virtual-row');
  return row ? Number(row.dataset.index) : null;
}
