import { useLiveQuery } from 'dexie-react-hooks';
import { useMemo, useState } from 'react';
import { useSetting } from '@/components/design/use-setting';
import { usePapers } from '@/components/live-lists/use-list';
import { Section } from '@/components/shell/section';
import { manage, useTriage } from '@/components/triage/use-triage';
import { reports } from '@/lib/connections/library-reports';
import { plural, t } from '@/lib/i18n';
import type { PaperRecord } from '@/lib/library/store/record';
import type { PaperId } from '@/lib/paper';
import type { Task } from '@/lib/protocol/task';
import { notDuplicates } from '@/lib/settings/settings';
import { DuplicateGroup } from './duplicate-group';
import { bestOf, keyOf } from './likeness';

/** So many groups are shown before the user asks for more. */
const GROUPS_SHOWN = 20;

/** Papers that are in the library twice, to be merged without losing anything. */
export function Duplicates() {
  const groups = useLiveQuery(() => reports.duplicates(), []);
  const [apart, setApart] = useSetting(notDuplicates);
  const [shown, setShown] = useState(GROUPS_SHOWN);
  const progress = useTriage((state) => state.progress);
  const inView = useMemo(
    () => groups?.slice(0, shown + (apart?.length ?? 0)) ?? [],
    [groups, shown, apart],
  );
  const records = usePapers(useMemo(() => inView.flat(), [inView]));
  if (!groups || !apart) return null;

  const known = new Set(apart);
  const told = inView
    .map((nums) => nums.flatMap((num) => records.get(num) ?? []))
    .filter((papers) => papers.length > 1 && !known.has(keyOf(papers)));
  const isRead = inView.flat().every((num) => records.has(num));

  return (
    <Section
      title={t('section_duplicates')}
      lead={t('duplicatesLead')}
      actions={
        told.length > 1 && (
          <button
            type="button"
            className="button"
            disabled={progress !== null}
            onClick={() => void manage(mergeOf(told.map((papers) => [papers, bestOf(papers).id])))}
          >
            {plural('duplicatesMergeAll', told.length)}
          </button>
        )
      }
    >
      {told.length > 0 && (
        <ul className="duplicate-groups" aria-label={t('section_duplicates')}>
          {told.map((papers) => (
            <DuplicateGroup
              key={keyOf(papers)}
              papers={papers}
              onMerge={(into) => void manage(mergeOf([[papers, into]]))}
              onKeepApart={() => setApart([...apart, keyOf(papers)])}
            />
          ))}
        </ul>
      )}
      {told.length === 0 && isRead && (
        <div className="empty panel">
          <h2>{t('duplicatesNone')}</h2>
          <p>{t('duplicatesNoneHelp')}</p>
        </div>
      )}
      <div className="duplicates-foot">
        {groups.length > inView.length && (
          <button type="button" className="button" onClick={() => setShown(shown + GROUPS_SHOWN)}>
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

/** What has each of these groups merged into one of its papers, as one command. */
function mergeOf(groups: readonly (readonly [readonly PaperRecord[], PaperId])[]): Task {
  const merges = groups.map(([papers, into]) => ({
    into,
    from: papers.map(({ id }) => id).filter((id) => id !== into),
  }));
  return { kind: 'mergePapers', merges };
}
