import * as Plot from '@observablehq/plot';
import { useCallback, useMemo } from 'react';
import { formatNumber, plural, t } from '@/lib/i18n';
import type { DayCounts } from '@/lib/library/queries/day-counts';
import { agesOf, SPANS, type Waits, waitsOf } from '@/lib/library/queries/waits';
import type { Day } from '@/lib/util/day';
import { ChartCard } from './chart-card';
import { PlotFigure } from './plot-figure';

/** The room for the names of spans. */
const NAMES = 120;

interface WaitsChartProps {
  /** Papers that are read, by the days from being added to being read. */
  readonly waits: DayCounts;
  /** Papers that are not, by the day on which they were added. */
  readonly waiting: DayCounts;
  readonly today: Day;
}

/** How long papers waited to be read, and how long the others have been waiting. */
export function WaitsChart({ waits, waiting, today }: WaitsChartProps) {
  const read = useMemo(() => waitsOf(waits), [waits]);
  const unread = useMemo(() => waitsOf(agesOf(waiting, today)), [waiting, today]);
  return (
    <ChartCard
      title={t('statsWaits')}
      table={{
        caption: t('statsWaits'),
        columns: [t('statsSpan'), t('statsRead'), t('statsUnread')],
        rows: SPANS.map((span) => ({
          key: span,
          name: t(`statsSpan_${span}`),
          values: [read.spans[span], unread.spans[span]],
        })),
      }}
    >
      <div className="chart-pair">
        <Group
          title={t('statsWaitsRead')}
          summary={medianOfRead(read) ?? t('statsNoneRead')}
          waits={read}
          colour="var(--series-read)"
        />
        <Group
          title={t('statsWaitsUnread')}
          summary={medianOfUnread(unread) ?? t('statsAllRead')}
          waits={unread}
          colour="var(--series-added)"
        />
      </div>
    </ChartCard>
  );
}

interface GroupProps {
  readonly title: string;
  readonly summary: string;
  readonly waits: Waits;
  readonly colour: string;
}

function Group({ title, summary, waits, colour }: GroupProps) {
  const draw = useCallback((width: number) => drawSpans(waits, colour, width), [waits, colour]);
  return (
    <div>
      <h2>{title}</h2>
      <p className="quiet">{summary}</p>
      {waits.papers > 0 && <PlotFigure draw={draw} />}
    </div>
  );
}

function medianOfRead({ median }: Waits): string | null {
  if (median === null) return null;
  return median === 0 ? t('statsMedianSameDay') : plural('statsMedianRead', median);
}

function medianOfUnread({ median }: Waits): string | null {
  if (median === null) return null;
  return median === 0 ? t('statsMedianToday') : plural('statsMedianUnread', median);
}

/** Each group has a scale of its own, so that a small one is as readable; the numbers stand at the bars. */
function drawSpans(waits: Waits, colour: string, width: number): SVGElement | HTMLElement {
  const bars = SPANS.map((span) => ({ name: t(`statsSpan_${span}`), papers: waits.spans[span] }));
  const most = Math.max(...bars.map(({ papers }) => papers));
  return Plot.plot({
    ...{ width, height: SPANS.length * 26, marginLeft: NAMES, marginRight: 52 },
    ...{ marginTop: 0, marginBottom: 0 },
    x: { domain: [0, most], axis: null },
    y: { domain: bars.map(({ name }) => name), axis: null, padding: 0.35 },
    marks: [
      Plot.barX(bars, { x: 'papers', y: 'name', fill: colour, rx: 2 }),
      Plot.text(bars, {
        ...{ y: 'name', text: 'name', frameAnchor: 'left', textAnchor: 'start' },
        dx: -NAMES,
      }),
      Plot.text(bars, {
        ...{ x: 'papers', y: 'name', textAnchor: 'start', dx: 6 },
        text: ({ papers }) => formatNumber(papers),
      }),
    ],
  });
}
