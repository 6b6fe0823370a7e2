import * as Plot from '@observablehq/plot';
import { useCallback, useMemo, useState } from 'react';
import { paramsOf } from '@/components/shell/query-params';
import { hrefOf } from '@/components/shell/route';
import { formatDate, formatNumber, type MessageKey, t } from '@/lib/i18n';
import type { Topic, TopicKind } from '@/lib/library/queries/topics';
import { type Day, dateOfMonth, firstDayOf, type Month, monthOf, utcOf } from '@/lib/util/day';
import { ChartCard } from './chart-card';
import { monthTicks } from './date-names';
import { PlotFigure } from './plot-figure';
import { Segments } from './segments';

const MONTHS = { least: 6, most: 24 };
const ROW_HEIGHT = 40;

const KIND_NAMES = { tags: 'facetTags', categories: 'facetCategories' } satisfies Record<
  TopicKind,
  MessageKey
>;

interface TopicsChartProps {
  readonly topics: Readonly<Record<TopicKind, readonly Topic[]>>;
  readonly today: Day;
}

/** The largest topics, each with its papers month by month, below one another on one scale. */
export function TopicsChart({ topics, today }: TopicsChartProps) {
  const [kind, setKind] = useState<TopicKind>(
    topics.tags.length === 0 && topics.categories.length > 0 ? 'categories' : 'tags',
  );
  const shown = topics[kind];
  const months = useMemo(() => monthsOf(shown, monthOf(today)), [shown, today]);
  const most = Math.max(
    1,
    ...shown.flatMap((topic) => months.map((month) => topic.months.get(month) ?? 0)),
  );
  const drawAxis = useCallback((width: number) => drawMonths(months, width), [months]);

  return (
    <ChartCard
      title={t('statsTopics')}
      summary={shown.length > 0 ? t('statsTopicsHelp', most) : t(`statsNoTopics_${kind}`)}
      {...(shown.length > 0 && {
        table: {
          caption: t('statsTopics'),
          columns: [t('statsMonth'), ...shown.map(({ name }) => name)],
          rows: months
            .map((month) => ({
              key: month,
              name: formatDate(dateOfMonth(month)),
              values: shown.map((topic) => topic.months.get(month) ?? 0),
            }))
            .reverse(),
        },
      })}
    >
      <Segments
        label={t('statsTopicsOf')}
        options={{ tags: t(KIND_NAMES.tags), categories: t(KIND_NAMES.categories) }}
        value={kind}
        onChange={setKind}
      />
      {shown.length > 0 && (
        <ul className="topics">
          {shown.map((topic) => (
            <TopicRow key={topic.name} {...{ topic, kind, months, most }} />
          ))}
          <li className="topic-axis" aria-hidden="true">
            <PlotFigure draw={drawAxis} />
          </li>
        </ul>
      )}
    </ChartCard>
  );
}

interface TopicRowProps {
  readonly topic: Topic;
  readonly kind: TopicKind;
  readonly months: readonly Month[];
  readonly most: number;
}

function TopicRow({ topic, kind, months, most }: TopicRowProps) {
  const draw = useCallback(
    (width: number) => drawTopic(topic, months, most, width),
    [topic, months, most],
  );
  const params = paramsOf(kind === 'tags' ? { tags: [topic.name] } : { categories: [topic.name] });
  return (
    <li>
      <a href={hrefOf('papers', params)}>
        <span className="name" dir="auto" title={topic.name}>
          {topic.name}
        </span>{' '}
        <span className="number">{formatNumber(topic.papers)}</span>
      </a>
      <PlotFigure draw={draw} />
    </li>
  );
}

/** From the first month with a paper of these topics, as far as there is room, until now. */
function monthsOf(topics: readonly Topic[], now: Month): Month[] {
  const first = Math.min(now, ...topics.flatMap(({ months }) => [...months.keys()]));
  const count = Math.min(MONTHS.most, Math.max(MONTHS.least, now - first + 1));
  return Array.from({ length: count }, (_, index) => now - count + 1 + index);
}

function timeScale(months: readonly Month[]): Plot.ScaleOptions {
  const [first = 0] = months;
  return {
    type: 'utc',
    domain: [utcOf(firstDayOf(first)), utcOf(firstDayOf(first + months.length))],
    axis: null,
  };
}

function drawTopic(
  topic: Topic,
  months: readonly Month[],
  most: number,
  width: number,
): SVGElement | HTMLElement {
  const countOf = (month: Month) => topic.months.get(month) ?? 0;
  return Plot.plot({
    ...{ width, height: ROW_HEIGHT, margin: 0, marginTop: 4, marginBottom: 1 },
    x: timeScale(months),
    y: { domain: [0, most], axis: null },
    marks: [
      Plot.rectY(months, {
        x1: (month) => utcOf(firstDayOf(month)),
        x2: (month) => utcOf(firstDayOf(month + 1)),
        y: countOf,
        fill: 'var(--series-added)',
        insetLeft: 0.5,
        insetRight: 0.5,
        title: (month) => t('statsMonthOf', formatDate(dateOfMonth(month)), countOf(month)),
      }),
      Plot.ruleY([0], { stroke: 'var(--line-strong)' }),
    ],
  });
}

function drawMonths(months: readonly Month[], width: number): SVGElement | HTMLElement {
  const [first = 0] = months;
  const ticks = monthTicks(firstDayOf(first), firstDayOf(first + months.length) - 1, width);
  return Plot.plot({
    ...{ width, height: 24, margin: 0, marginBottom: 24 },
    x: timeScale(months),
    marks: [
      Plot.axisX(
        ticks.map((month) => utcOf(firstDayOf(month))),
        {
          tickFormat: (_: Date, index: number) => formatDate(dateOfMonth(ticks[index] ?? 0)),
          textAnchor: 'start',
          label: null,
        },
      ),
    ],
  });
}
