import { useLiveQuery } from 'dexie-react-hooks';
import { useMemo, useState } from 'react';
import { useSetting } from '@/components/design/use-setting';
import { usePapers } from '@/components/live-lists/use-list';
import { Section } from '@/components/shell/section';
import { ToPapers } from '@/components/shell/to-papers';
import { manage, useTriage } from '@/components/triage/use-triage';
import { reports } from '@/lib/connections/library-reports';
import { plural, t } from '@/lib/i18n';
import type { PaperRecord } from '@/lib/library/store/record';
import type { PaperId } from '@/lib/paper';
import type { Task } from '@/lib/protocol/task';
import { notDuplicates } from '@/lib/settings/settings';
import { DuplicateGroup } from './duplicate-group';
import { bestPaper, groupKey } from './likeness';

/** How many groups are shown at first, and added by "show more". */
const PAGE_SIZE = 20;

/** Papers that are in the library more than once, to merge without losing anything. */
export function Duplicates() {
  const groups = useLiveQuery(() => reports.duplicates(), []);
  const [apart, setApart] = useSetting(notDuplicates);
  const [limit, setLimit] = useState(PAGE_SIZE);
  const progress = useTriage((state) => state.progress);
  const inView = useMemo(
    () => groups?.slice(0, limit + (apart?.length ?? 0)) ?? [],
    [groups, limit, apart],
  );
  const records = usePapers(useMemo(() => inView.flat(), [inView]));
  if (!groups || !apart) return null;

  const keptApart = new Set(apart);
  const shown = inView
    .map((nums) => nums.flatMap((num) => records.get(num) ?? []))
    .filter((papers) => papers.length > 1 && !keptApart.has(groupKey(papers)));
  const isLoaded = inView.flat().every((num) => records.has(num));

  return (
    <Section
      title={t('section_duplicates')}
      lead={t('duplicatesLead')}
      actions={
        shown.length > 1 && (
          <button
            type="button"
            className="button"
            disabled={progress !== null}
            onClick={() =>
              void manage(mergeTask(shown.map((papers) => [papers, bestPaper(papers).id])))
            }
          >
            {plural('duplicatesMergeAll', shown.length)}
          </button>
        )
      }
    >
      {shown.length > 0 && (
        <ul className="duplicate-groups" aria-label={t('section_duplicates')}>
          {shown.map((papers) => (
            <DuplicateGroup
              key={groupKey(papers)}
              papers={papers}
              onMerge={(into) => void manage(mergeTask([[papers, into]]))}
              onKeepApart={() => setApart([...apart, groupKey(papers)])}
            />
          ))}
        </ul>
      )}
      {shown.length === 0 && isLoaded && (
        <div className="empty panel">
          <h2>{t('duplicatesNone')}</h2>
          <p>{t('duplicatesNoneHelp')}</p>
          <ToPapers />
        </div>
      )}
      <div className="duplicates-foot">
        {groups.length > inView.length && (
          <button type="button" className="button" onClick={() => setLimit(limit + PAGE_SIZE)}>
            {t('duplicatesMore')}
          </button>
        )}
        {apart.length > 0 && (
          <p className="quiet">
            {plural('duplicatesApart', apart.length)}{' '}
            <button type="button" className="text-button" onClick={() => setApart([])}>
              {t('duplicatesApartAgain')}
            </button>
          </p>
        )}
      </div>
    </Section>
  );
}

/** One command that merges each group into one of its papers. */
function mergeTask(groups: readonly (readonly [readonly PaperRecord[], PaperId])[]): Task {
  const merges = groups.map(([papers, into]) => ({
    into,
    from: papers.map(({ id }) => id).filter((id) => id !== into),
  }));
  return { kind: 'mergePapers', merges };
}
