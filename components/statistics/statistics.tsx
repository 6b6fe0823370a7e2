import { useLiveQuery } from 'dexie-react-hooks';
import { TodayLinks } from '@/components/paper-parts/today-links';
import { paramsOf } from '@/components/shell/query-params';
import { hrefOf } from '@/components/shell/route';
import { Section } from '@/components/shell/section';
import { reports } from '@/lib/connections/library-reports';
import { formatNumber, plural, t } from '@/lib/i18n';
import { type Statistics as LibraryStatistics, withRead } from '@/lib/library/queries/statistics';
import type { Status } from '@/lib/paper';
import { WeekChart } from './week-chart';

const TAGS_SHOWN = 12;
const WEEKS_SHOWN = 26;

/** Reading habits, in figures and charts. */
export function Statistics() {
  const statistics = useLiveQuery(() => reports.statistics(), []);
  const readByWeek = useLiveQuery(() => reports.readByWeek(), []);
  if (!statistics) return null;
  const { papers, starred, weeks, tags } = statistics;
  if (papers === 0) {
    return (
      <Section title={t('section_statistics')}>
        <div className="empty panel">
          <h2>{t('statsEmpty')}</h2>
          <p>{t('statsEmptyHelp')}</p>
          <TodayLinks />
        </div>
      </Section>
    );
  }
  const countOf = (status: Status) =>
    statistics.statuses.find((one) => one.status === status)?.count ?? 0;
  const figures = [
    [t('statsPapers'), papers, paramsOf({})],
    [t('statsStarred'), starred, paramsOf({ starred: true })],
    [t('status_reading'), countOf('reading'), paramsOf({ statuses: ['reading'] })],
    [t('status_read'), countOf('read'), paramsOf({ statuses: ['read'] })],
  ] as const;
  const read = readByWeek ?? new Map();
  const shown = withRead(weeks, read).slice(-WEEKS_SHOWN);
  const share = Math.round((100 * countOf('read')) / papers);

  return (
    <Section
      title={t('section_statistics')}
      lead={plural('statsSummary', papers, countOf('read'), share)}
    >
      <ul className="figures">
        {figures.map(([name, count, params]) => (
          <li key={name} className="panel">
            <a href={hrefOf('papers', params)}>
              <strong>{formatNumber(count)}</strong> {name}
            </a>
          </li>
        ))}
      </ul>
      <figure className="chart panel">
        <figcaption>{t('statsWeeks')}</figcaption>
        <WeekChart
          busiestKey="statsBusiest"
          weeks={shown.map(({ start, added }) => ({ start, count: added }))}
        />
      </figure>
      {read.size > 0 && (
        <figure className="chart panel">
          <figcaption>{t('statsWeeksRead')}</figcaption>
          <WeekChart
            busiestKey="statsBusiestRead"
            weeks={shown.map(({ start, read }) => ({ start, count: read }))}
          />
        </figure>
      )}
      {tags.length > 0 && <TagChart tags={tags.slice(0, TAGS_SHOWN)} />}
    </Section>
  );
}

/** The most used tags, each with a bar for its number of papers. */
function TagChart({ tags }: Pick<LibraryStatistics, 'tags'>) {
  const most = Math.max(1, ...tags.map(({ count }) => count));
  return (
    <figure className="chart panel">
      <figcaption>{t('statsTags')}</figcaption>
      <ul className="bars">
        {tags.map(({ tag, count }) => (
          <li key={tag}>
            <a href={hrefOf('papers', paramsOf({ tags: [tag] }))}>
              <span className="name" dir="auto" title={tag}>
                {tag}
              </span>{' '}
              <span className="bar" aria-hidden="true">
                <span style={{ inlineSize: `${(100 * count) / most}%` }} />
              </span>
              <span className="number">{formatNumber(count)}</span>
            </a>
          </li>
        ))}
      </ul>
    </figure>
  );
}
