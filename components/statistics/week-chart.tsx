import { useId } from 'react';
import { formatDate, formatNumber, plural, t } from '@/lib/i18n';

/** In units of the view box. */
const WIDTH = 640;
const HEIGHT = 150;
const BASELINE = 124;
const TOP = 24;
const GAP = 3;
/** Limits the width of columns when there are few weeks. */
const MIN_COLUMNS = 12;

interface WeekChartProps {
  /** The start of each week, in milliseconds, and its number of papers. */
  readonly weeks: readonly { readonly start: number; readonly count: number }[];
  /** Describes the busiest week. */
  readonly busiestKey: 'statsBusiest' | 'statsBusiestRead';
}

/** Papers per week, as a chart and as a table. */
export function WeekChart({ weeks, busiestKey }: WeekChartProps) {
  const id = useId();
  const most = Math.max(1, ...weeks.map(({ count }) => count));
  const step = WIDTH / Math.max(weeks.length, MIN_COLUMNS);
  const heightOf = (count: number) => ((BASELINE - TOP) * count) / most;
  const busiest = weeks.find(({ count }) => count === most);
  const labelled = weeks.filter((_, index) => index % 6 === 0);

  return (
    <>
      <svg viewBox={`0 0 ${WIDTH} ${HEIGHT}`} role="img" aria-labelledby={id}>
        <title id={id}>{busiest && plural(busiestKey, most, formatDate(busiest.start))}</title>
        <line className="axis" x1="0" x2={WIDTH} y1={BASELINE + 0.5} y2={BASELINE + 0.5} />
        {weeks.map((week, index) => (
          <g key={week.start}>
            <title>{plural('statsWeek', week.count, formatDate(week.start))}</title>
            <rect className="hit" x={index * step} y="0" width={step} height={BASELINE} />
            <rect
              className="column"
              x={index * step + GAP / 2}
              y={BASELINE - heightOf(week.count)}
              width={step - GAP}
              height={heightOf(week.count)}
              rx="2"
            />
            {week === busiest && (
              <text x={(index + 0.5) * step} y={TOP - 6} textAnchor="middle">
                {formatNumber(most)}
              </text>
            )}
            {labelled.includes(week) && (
              <text x={index * step} y={HEIGHT - 6}>
                {formatDate(week.start)}
              </text>
            )}
          </g>
        ))}
      </svg>
      <details className="chart-table">
        <summary>{t('statsAsTable')}</summary>
        <table>
          <thead>
            <tr>
              <th scope="col">{t('statsWeekOf')}</th>
              <th scope="col">{t('statsAdded')}</th>
            </tr>
          </thead>
          <tbody>
            {weeks.map(({ start, count }) => (
              <tr key={start}>
                <th scope="row">{formatDate(start)}</th>
                <td>{formatNumber(count)}</td>
              </tr>
            ))}
          </tbody>
        </table>
      </details>
    </>
  );
}
