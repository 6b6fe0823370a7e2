import { useId } from 'react';
import { t } from '@/lib/i18n';
import { DataTable, type DataTableProps } from './data-table';

interface ChartCardProps {
  readonly title: string;
  /** What the chart says, in a sentence or two. */
  readonly summary?: string;
  /** All that the chart shows. */
  readonly table?: DataTableProps;
  readonly children: React.ReactNode;
}

/** A chart with its title, what it says, and its data as a table. */
export function ChartCard({ title, summary, table, children }: ChartCardProps) {
  const id = useId();
  return (
    <figure className="chart panel" aria-labelledby={id}>
      <figcaption id={id}>{title}</figcaption>
      {summary && <p className="quiet chart-summary">{summary}</p>}
      {children}
      {table && (
        <details className="chart-table">
          <summary>{t('statsAsTable')}</summary>
          <DataTable {...table} />
        </details>
      )}
    </figure>
  );
}
