import { useLiveQuery } from 'dexie-react-hooks';
import { IconButton } from '@/components/design/icon-button';
import { DismissIcon } from '@/components/design/icons';
import { useSetting } from '@/components/design/use-setting';
import { isReminderDue } from '@/lib/backup/reminder';
import { library } from '@/lib/connections/library';
import { t } from '@/lib/i18n';
import { backupDownloaded, backupReminder, backupReminderPutOff } from '@/lib/settings/settings';
import { useBackups } from './use-backups';

/** Occasionally reminds the user to download a backup. */
export function BackupReminder() {
  const extent = useLiveQuery(() => library.extent(), []);
  const [isOn] = useSetting(backupReminder);
  const [downloaded] = useSetting(backupDownloaded);
  const [putOff, setPutOff] = useSetting(backupReminderPutOff);
  const { making, downloadNow } = useBackups();
  if (!extent || !isOn || downloaded === undefined || putOff === undefined) return null;
  if (!isReminderDue({ ...extent, downloaded, putOff, now: Date.now() })) return null;
  return (
    <aside className="backup-reminder panel" aria-label={t('backupReminder')}>
      <p>{t('backupReminderHelp')}</p>
      <button
        type="button"
        className="button"
        disabled={making !== null}
        onClick={() => void downloadNow()}
      >
        {t('backupReminder')}
      </button>
      <IconButton name={t('backupReminderLater')} onClick={() => setPutOff(Date.now())}>
        <DismissIcon />
      </IconButton>
    </aside>
  );
}
