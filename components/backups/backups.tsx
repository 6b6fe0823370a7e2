import { useLiveQuery } from 'dexie-react-hooks';
import { useSetting } from '@/components/design/use-setting';
import { formatBytes } from '@/components/settings-page/data-use';
import { Section } from '@/components/shell/section';
import type { Backup } from '@/lib/backup/backup';
import { backups } from '@/lib/connections/library-backups';
import { formatMoment, plural, t } from '@/lib/i18n';
import { backupFailure } from '@/lib/settings/settings';
import { useBackups } from './use-backups';

/** The backups kept in this browser, made daily, to restore or download. */
export function Backups() {
  const all = useLiveQuery(() => backups.list(), []);
  const { making, failure, outcome, make } = useBackups();
  const [earlierFailure] = useSetting(backupFailure);
  if (!all) return null;
  const problem = failure ?? (earlierFailure || null);
  const actions = (
    <button
      type="button"
      className="button primary"
      disabled={making !== null}
      onClick={() => void make()}
    >
      {t('backupNow')}
    </button>
  );
  return (
    <Section title={t('section_backups')} lead={t('backupsLead')} actions={actions}>
      {problem && (
        <p className="backup-failure" role="alert">
          {t('backupFailed', problem)}
        </p>
      )}
      <p className="backup-status quiet" role="status">
        {making === null ? outcome : t('backupMaking', making)}
      </p>
      {all.length === 0 ? (
        <div className="empty panel">
          <h2>{t('backupsEmpty')}</h2>
          <p>{t('backupsEmptyHelp')}</p>
        </div>
      ) : (
        <ul className="backup-list panel" aria-label={t('section_backups')}>
          {all.map((backup) => (
            <BackupRow key={backup.name} backup={backup} />
          ))}
        </ul>
      )}
      <p className="backup-note quiet">{t('backupsNote')}</p>
    </Section>
  );
}

function BackupRow({ backup }: { readonly backup: Backup }) {
  const { restore, download } = useBackups();
  const moment = formatMoment(backup.at);
  const facts = [
    plural('papers', backup.papers),
    formatBytes(backup.size),
    backup.reason !== 'daily' && t(`backupReason_${backup.reason}`),
  ].filter(Boolean);
  return (
    <li className="backup-row">
      <h2>{moment}</h2>
      <p className="quiet">{facts.join(' · ')}</p>
      <div className="section-actions">
        <button
          type="button"
          className="button"
          aria-label={t('backupRestoreOf', moment)}
          onClick={() => void restore(backup)}
        >
          {t('backupRestore')}
        </button>
        <button
          type="button"
          className="button"
          aria-label={t('backupDownloadOf', moment)}
          onClick={() => void download(backup)}
        >
          {t('backupDownload')}
        </button>
      </div>
    </li>
  );
}
