import { useList } from '@/components/live-lists/use-list';
import { Section } from '@/components/shell/section';
import { ToPapers } from '@/components/shell/to-papers';
import { changeRecord } from '@/components/triage/change-record';
import { changeAll, manage, useTriage } from '@/components/triage/use-triage';
import { library } from '@/lib/connections/library';
import { plural, t } from '@/lib/i18n';
import { type ListQuery, READING_LIST } from '@/lib/protocol/list-query';
import { TrashList } from './trash-list';

const TRASH: ListQuery = { ...READING_LIST, shelf: 'trash' };

/** Removed papers, until they are deleted for good. */
export function Trash() {
  const nums = useList(TRASH)?.nums;
  const progress = useTriage((state) => state.progress);

  async function restoreAll(): Promise<void> {
    if (nums) await changeAll(await library.ids([...nums]), { kind: 'restore' });
  }

  if (!nums) return null;
  if (nums.length === 0) {
    return (
      <Section title={t('section_trash')} lead={t('trashLead')}>
        <div className="empty panel">
          <h2>{t('trashIsEmpty')}</h2>
          <p>{t('trashIsEmptyHelp')}</p>
          <ToPapers />
        </div>
      </Section>
    );
  }
  const actions = (
    <>
      <button
        type="button"
        className="button"
        disabled={progress !== null}
        onClick={() => void restoreAll()}
      >
        {t('trashRestoreAll')}
      </button>
      <button
        type="button"
        className="button danger"
        disabled={progress !== null}
        onClick={() => void manage({ kind: 'emptyTrash' })}
      >
        {t('trashEmpty')}
      </button>
    </>
  );
  return (
    <Section title={t('section_trash')} lead={t('trashLead')} actions={actions}>
      <p className="quiet" role="status">
        {plural('papers', nums.length)}
      </p>
      <TrashList nums={nums} onRestore={(record) => changeRecord(record, { kind: 'restore' })} />
    </Section>
  );
}
