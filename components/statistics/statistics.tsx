import { useLiveQuery } from 'dexie-react-hooks';
import { TodayLinks } from '@/components/paper-parts/today-links';
import { paramsOf } from '@/components/shell/query-params';
import { hrefOf } from '@/components/shell/route';
import { Section } from '@/components/shell/section';
import { reports } from '@/lib/connections/library-reports';
import { formatNumber, plural, t } from '@/lib/i18n';
import { dayOf } from '@/lib/util/day';
import { LedgerChart } from './ledger-chart';
import { TopicsChart } from './topics-chart';
import { WaitsChart } from './waits-chart';
import { YearCalendar } from './year-calendar';

/** Reading habits, in figures and charts. */
export function Statistics() {
  const statistics = useLiveQuery(() => reports.statistics(), []);
  if (!statistics) return null;
  const { papers, starred, statuses, added, read, waiting, waits, topics } = statistics;
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
  const figures = [
    [t('statsPapers'), papers, paramsOf({})],
    [t('statsStarred'), starred, paramsOf({ starred: true })],
    [t('status_reading'), statuses.reading, paramsOf({ statuses: ['reading'] })],
    [t('status_read'), statuses.read, paramsOf({ statuses: ['read'] })],
  ] as const;
  const share = Math.round((100 * statuses.read) / papers);
  const today = dayOf(Date.now());

  return (
    <Section
      title={t('section_statistics')}
      lead={plural('statsSummary', papers, statuses.read, share)}
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
      <YearCalendar added={added} read={read} today={today} />
      <LedgerChart added={added} read={read} today={today} />
      <WaitsChart waits={waits} waiting={waiting} today={today} />
      <TopicsChart topics={topics} today={today} />
    </Section>
  );
}
