import { useBackups } from '@/components/backups/use-backups';
import { useSetting } from '@/components/design/use-setting';
import { hrefOf } from '@/components/shell/route';
import type { Backup } from '@/lib/backup/backup';
import { formatMoment, plural, t } from '@/lib/i18n';
import { libraryLost } from '@/lib/settings/settings';
import { useLastBackup } from './use-last-backup';

/** If the browser has lost the library: says so, and offers the last backup. */
export function LostLibrary() {
  const [lost, setLost] = useSetting(libraryLost);
  return lost ? <Notice lostAt={lost} onDismiss={() => setLost(0)} /> : null;
}

interface NoticeProps {
  /** When the loss was noticed, in milliseconds. */
  readonly lostAt: number;
  readonly onDismiss: () => void;
}

function Notice({ lostAt, onDismiss }: NoticeProps) {
  const last = useLastBackup();
  const { restore, failure } = useBackups();
  if (last === undefined) return null;

  async function restoreLast(backup: Backup): Promise<void> {
    await restore(backup);
    if (useBackups.getState().failure === null) onDismiss(); // the preview of the import is open now
  }

  return (
    <section className="lost-library" role="alert">
      <h2>{t('libraryLost')}</h2>
      <p>{t('libraryLostHelp', formatMoment(lostAt))}</p>
      {failure && <p className="problem">{failure}</p>}
      <div className="section-actions">
        {last ? (
          <button type="button" className="button primary" onClick={() => void restoreLast(last)}>
            {t('libraryLostRestore', formatMoment(last.at), plural('papers', last.papers))}
          </button>
        ) : (
          <a className="button primary" href={hrefOf('import')}>
            {t('libraryLostImport')}
          </a>
        )}
        <button type="button" className="button" onClick={onDismiss}>
          {t('libraryLostDismiss')}
        </button>
      </div>
    </section>
  );
}
