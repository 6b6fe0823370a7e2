import * as Plot from '@observablehq/plot';
import { useCallback, useMemo, useState } from 'react';
import { plural, t } from '@/lib/i18n';
import { type CalendarDay, calendarOf, LEVELS, levelsOf } from '@/lib/library/queries/calendar';
import type { DayCounts } from '@/lib/library/queries/day-counts';
import { type Day, dateOf, mondayOf, weekdayOf } from '@/lib/util/day';
import { ChartCard } from './chart-card';
import { dayName, monthName, weekdayName } from './date-names';
import { PlotFigure } from './plot-figure';
import { Segments } from './segments';

const WEEKS = 53;
const MARGIN = { left: 36, top: 20 };
/** How many days each key goes on: weeks are columns. */
const STEPS: Readonly<Record<string, number>> = {
  ...{ ArrowUp: -1, ArrowDown: 1, ArrowLeft: -7, ArrowRight: 7, PageUp: -28, PageDown: 28 },
  ...{ Home: Number.NEGATIVE_INFINITY, End: Number.POSITIVE_INFINITY },
};

interface YearCalendarProps {
  readonly added: DayCounts;
  readonly read: DayCounts;
  readonly today: Day;
}

/** The last year, a cell for each day, to be walked through by keyboard or pointer. */
export function YearCalendar({ added, read, today }: YearCalendarProps) {
  const [layer, setLayer] = useState<'added' | 'read'>('added');
  const [chosen, setChosen] = useState<number>();
  const [pointed, setPointed] = useState<number>();
  const days = useMemo(() => calendarOf(added, read, today), [added, read, today]);
  const levels = useMemo(() => levelsOf(days.map((day) => day[layer])), [days, layer]);
  const draw = useCallback((width: number) => drawCalendar(days, levels, width), [days, levels]);

  const last = days.length - 1;
  const current = pointed ?? chosen ?? last;
  const some = days.filter((day) => day.added + day.read > 0);
  const total = (which: 'added' | 'read') => days.reduce((sum, day) => sum + day[which], 0);
  const summary =
    some.length === 0
      ? t('statsNoDays')
      : plural('statsCalendarSummary', total('added'), total('read'));

  return (
    <ChartCard
      title={t('statsCalendar')}
      summary={summary}
      table={{
        caption: t('statsCalendar'),
        columns: [t('statsDay'), t('statsAdded'), t('statsRead')],
        rows: some
          .map(({ day, added, read }) => ({ key: day, name: dayName(day), values: [added, read] }))
          .reverse(),
      }}
    >
      <Segments
        label={t('statsCalendarShow')}
        options={{ added: t('statsAdded'), read: t('statsRead') }}
        value={layer}
        onChange={setLayer}
      />
      <div className="calendar-room" ref={scrollToEnd}>
        <div
          className="calendar"
          data-layer={layer}
          role="slider"
          tabIndex={0}
          aria-label={t('statsDay')}
          aria-valuemin={0}
          aria-valuemax={last}
          aria-valuenow={chosen ?? last}
          aria-valuetext={textOf(days[chosen ?? last])}
          onKeyDown={(event) => {
            const step = STEPS[event.key];
            if (step === undefined || event.ctrlKey || event.metaKey || event.altKey) return;
            event.preventDefault();
            event.stopPropagation();
            setPointed(undefined);
            setChosen(Math.min(last, Math.max(0, (chosen ?? last) + step)));
          }}
          onPointerLeave={() => setPointed(undefined)}
          onClick={() => setChosen(current)}
        >
          <PlotFigure draw={draw} current={current} onPoint={setPointed} />
        </div>
      </div>
      <div className="calendar-foot">
        <p aria-hidden="true">{textOf(days[current])}</p>
        <p className="calendar-key quiet" aria-hidden="true" data-layer={layer}>
          {t('statsLess')}
          {LEVELS.map((level) => (
            <span key={level} style={{ background: colourOf(level) }} />
          ))}
          {t('statsMore')}
        </p>
      </div>
    </ChartCard>
  );
}

/** Where not all of the year fits in, its end is in view. */
function scrollToEnd(room: HTMLDivElement | null): void {
  if (room) room.scrollLeft = room.scrollWidth;
}

function textOf(one: CalendarDay | undefined): string {
  if (!one) return '';
  const { day, added, read } = one;
  return added + read === 0
    ? t('statsDayNothing', dayName(day))
    : t('statsDayOf', dayName(day), added, read);
}

function colourOf(level: number): string {
  return `var(--level-${level})`;
}

function drawCalendar(
  days: readonly CalendarDay[],
  levels: readonly number[],
  width: number,
): SVGElement | HTMLElement {
  const first = mondayOf(days[0]?.day ?? 0);
  const weekOf = (day: Day) => (mondayOf(day) - first) / 7;
  const step = (width - MARGIN.left) / WEEKS;
  const months = days.filter(({ day }) => dateOf(day).endsWith('-01'));
  const named = months.filter(({ day }) => weekOf(day) < WEEKS - 2); // the last has no room
  return Plot.plot({
    width,
    height: MARGIN.top + 7 * step,
    marginLeft: MARGIN.left,
    marginTop: MARGIN.top,
    marginRight: 0,
    marginBottom: 0,
    padding: 0.18,
    x: { domain: Array.from({ length: WEEKS }, (_, week) => week), axis: null },
    y: { domain: [0, 1, 2, 3, 4, 5, 6], axis: null },
    marks: [
      Plot.cell(days, {
        x: ({ day }) => weekOf(day),
        y: ({ day }) => weekdayOf(day),
        fill: (_, index) => colourOf(levels[index] ?? 0),
        rx: 2,
      }),
      Plot.text([0, 2, 4], {
        y: (weekday) => weekday,
        text: weekdayName,
        frameAnchor: 'left',
        textAnchor: 'start',
        dx: -MARGIN.left,
      }),
      Plot.text(named, {
        x: ({ day }) => weekOf(day),
        text: ({ day }) => monthName(day),
        frameAnchor: 'top',
        textAnchor: 'start',
        lineAnchor: 'bottom',
        dx: -step / 2,
        dy: -6,
      }),
    ],
  });
}
