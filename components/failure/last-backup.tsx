import { useBackups } from '@/components/backups/use-backups';
import { formatMoment, t } from '@/lib/i18n';
import { useLastBackup } from './use-last-backup';

/** Offers the last backup, which is stored apart from the library, as a file. */
export function LastBackup() {
  const last = useLastBackup();
  const { outcome, failure, download } = useBackups();
  if (!last) return null;
  return (
    <>
      <button type="button" className="button" onClick={() => void download(last)}>
        {t('lastBackupSave', formatMoment(last.at))}
      </button>
      <p role="status">{failure ?? outcome}</p>
    </>
  );
}
