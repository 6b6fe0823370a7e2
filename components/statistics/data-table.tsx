import { formatNumber } from '@/lib/i18n';

export interface DataTableProps {
  readonly caption: string;
  /** The names of the columns; that of the rows first. */
  readonly columns: readonly string[];
  readonly rows: readonly {
    readonly key: string | number;
    readonly name: string;
    readonly values: readonly number[];
  }[];
}

/** Numbers in rows and columns. Scrolls, also by keyboard, where it is larger than its room. */
export function DataTable({ caption, columns, rows }: DataTableProps) {
  return (
    // biome-ignore lint/a11y/noNoninteractiveTabindex: it may have to be scrolled by keyboard
    <section className="data-table" aria-label={caption} tabIndex={0}>
      <table>
        <thead>
          <tr>
            {columns.map((column) => (
              <th key={column} scope="col" dir="auto">
                {column}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {rows.map(({ key, name, values }) => (
            <tr key={key}>
              <th scope="row">{name}</th>
              {columns.slice(1).map((column, at) => (
                <td key={column}>{formatNumber(values[at] ?? 0)}</td>
              ))}
            </tr>
          ))}
        </tbody>
      </table>
    </section>
  );
}
