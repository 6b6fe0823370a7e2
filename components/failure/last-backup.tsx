import { useBackups } from '@/components/backups/use-backups';
import { formatMoment, t } from '@/lib/i18n';
import { useLastBackup } from './use-last-backup';

/** Offers the last backup as a file, where there is one: it is kept apart from the library. */
export function LastBackup() {
  const last = useLastBackup();
  const { said, failure, download } = useBackups();
  if (!last) return null;
  return (
    <>
      <button type="button" className="button" onClick={() => void download(last)}>
        {t('lastBackupSave', formatMoment(last.at))}
      </button>
      <p role="status">{failure ?? said}</p>
    </>
  );
}
