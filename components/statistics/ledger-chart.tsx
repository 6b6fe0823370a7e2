import * as Plot from '@observablehq/plot';
import { useCallback, useMemo } from 'react';
import { formatDate, formatNumber, plural, t } from '@/lib/i18n';
import type { DayCounts } from '@/lib/library/queries/day-counts';
import { type LedgerWeek, ledgerOf } from '@/lib/library/queries/ledger';
import { type Day, dateOf, dateOfMonth, firstDayOf, utcOf } from '@/lib/util/day';
import { ChartCard } from './chart-card';
import { monthTicks } from './date-names';
import { PlotFigure } from './plot-figure';

/** A few weeks are shown among empty ones; more than two years would be thinner than a pixel. */
const WEEKS = { least: 12, most: 104 };
const MARGINS = { marginLeft: 48, marginRight: 8 };

interface LedgerChartProps {
  readonly added: DayCounts;
  readonly read: DayCounts;
  readonly today: Day;
}

/** What came and what was read each week, and what was left. */
export function LedgerChart({ added, read, today }: LedgerChartProps) {
  const weeks = useMemo(() => ledgerOf(added, read, today, WEEKS), [added, read, today]);
  const drawWeeks = useCallback((width: number) => drawWeeksOf(weeks, width), [weeks]);
  const drawBacklog = useCallback((width: number) => drawBacklogOf(weeks, width), [weeks]);
  const recent = weeks.slice(-4);
  const total = (which: 'added' | 'read') => recent.reduce((sum, week) => sum + week[which], 0);

  return (
    <ChartCard
      title={t('statsLedger')}
      summary={plural(
        'statsLedgerSummary',
        weeks.at(-1)?.backlog ?? 0,
        total('added'),
        total('read'),
      )}
      table={{
        caption: t('statsLedger'),
        columns: [t('statsWeekOf'), t('statsAdded'), t('statsRead'), t('statsUnread')],
        rows: weeks
          .map(({ start, added, read, backlog }) => ({
            key: start,
            name: formatDate(dateOf(start)),
            values: [added, read, backlog],
          }))
          .reverse(),
      }}
    >
      <ul className="chart-key" aria-hidden="true">
        <li data-layer="added">{t('statsAdded')}</li>
        <li data-layer="read">{t('statsRead')}</li>
      </ul>
      <PlotFigure draw={drawWeeks} />
      <p className="quiet chart-part" aria-hidden="true">
        {t('statsBacklog')}
      </p>
      <PlotFigure draw={drawBacklog} />
    </ChartCard>
  );
}

function drawWeeksOf(weeks: readonly LedgerWeek[], width: number): SVGElement | HTMLElement {
  const most = Math.max(1, ...weeks.map(({ added }) => added));
  const least = -Math.max(0, ...weeks.map(({ read }) => read));
  const span = { x1: startOf, x2: endOf, inset: width / weeks.length > 12 ? 1.5 : 0.5 };
  return Plot.plot({
    ...{ width, height: 190, ...MARGINS, marginBottom: 24 },
    x: { ...timeScale(weeks) },
    y: { domain: [least, most], nice: true },
    marks: [
      yAxis(most - least, 4),
      monthAxis(weeks, width),
      Plot.rectY(weeks, { ...span, y: 'added', fill: 'var(--series-added)' }),
      Plot.rectY(weeks, { ...span, y: ({ read }) => -read, fill: 'var(--series-read)' }),
      Plot.ruleY([0], { stroke: 'var(--line-strong)' }),
      tipOf(weeks, 'added'),
    ],
  });
}

function drawBacklogOf(weeks: readonly LedgerWeek[], width: number): SVGElement | HTMLElement {
  const most = Math.max(1, ...weeks.map(({ backlog }) => backlog));
  return Plot.plot({
    ...{ width, height: 130, ...MARGINS, marginTop: 12, marginBottom: 24 },
    x: { ...timeScale(weeks) },
    y: { domain: [0, most], nice: true },
    marks: [
      yAxis(most, 3),
      monthAxis(weeks, width),
      Plot.areaY(weeks, { x: middleOf, y: 'backlog', fill: 'var(--series-faint)' }),
      Plot.lineY(weeks, { x: middleOf, y: 'backlog', stroke: 'var(--ink-quiet)' }),
      Plot.ruleY([0], { stroke: 'var(--line-strong)' }),
      tipOf(weeks, 'backlog'),
    ],
  });
}

const startOf = ({ start }: LedgerWeek) => utcOf(start);
const endOf = ({ start }: LedgerWeek) => utcOf(start + 7);
const middleOf = ({ start }: LedgerWeek) => utcOf(start + 3.5);

function timeScale(weeks: readonly LedgerWeek[]): Plot.ScaleOptions {
  const first = weeks[0]?.start ?? 0;
  return { type: 'utc', domain: [utcOf(first), utcOf(first + weeks.length * 7)] };
}

/** Of whole numbers, without signs: down is read. */
function yAxis(range: number, count: number) {
  const ticks = range <= count ? { interval: 1 } : { ticks: count };
  const tickFormat = (value: number) =>
    Number.isInteger(value) ? formatNumber(Math.abs(value)) : '';
  return [
    Plot.gridY({ ...ticks, stroke: 'var(--line)', strokeOpacity: 1 }),
    Plot.axisY({ ...ticks, tickFormat, tickSize: 0, label: null }),
  ];
}

function monthAxis(weeks: readonly LedgerWeek[], width: number) {
  const first = weeks[0]?.start ?? 0;
  const months = monthTicks(first, first + weeks.length * 7, width - MARGINS.marginLeft);
  return Plot.axisX(
    months.map((month) => utcOf(firstDayOf(month))),
    {
      tickFormat: (_: Date, index: number) => formatDate(dateOfMonth(months[index] ?? 0)),
      label: null,
    },
  );
}

function tipOf(weeks: readonly LedgerWeek[], y: 'added' | 'backlog') {
  return Plot.tip(
    weeks,
    Plot.pointerX({
      ...{ x: middleOf, y, lineHeight: 1.35 },
      title: ({ start, added, read, backlog }: LedgerWeek) =>
        t('statsWeek', formatDate(dateOf(start)), added, read, backlog),
    }),
  );
}
