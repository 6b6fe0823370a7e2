import { useBackups } from '@/components/backups/use-backups';
import { useSetting } from '@/components/design/use-setting';
import { hrefOf } from '@/components/shell/route';
import type { Backup } from '@/lib/backup/backup';
import { formatMoment, plural, t } from '@/lib/i18n';
import { libraryLost } from '@/lib/settings/settings';
import { useLastBackup } from './use-last-backup';

/** Says that the browser has lost the library, and offers the last backup; nothing where it has not. */
export function LostLibrary() {
  const [lost, setLost] = useSetting(libraryLost);
  return lost ? <Notice lost={lost} onKnown={() => setLost(0)} /> : null;
}

interface NoticeProps {
  /** When it was noticed, in milliseconds. */
  readonly lost: number;
  readonly onKnown: () => void;
}

function Notice({ lost, onKnown }: NoticeProps) {
  const last = useLastBackup();
  const { restore, failure } = useBackups();
  if (last === undefined) return null;

  async function bringBack(backup: Backup): Promise<void> {
    await restore(backup);
    if (useBackups.getState().failure === null) onKnown(); // what comes back is shown now
  }

  return (
    <section className="lost-library" role="alert">
      <h2>{t('libraryLost')}</h2>
      <p>{t('libraryLostHelp', formatMoment(lost))}</p>
      {failure && <p className="problem">{failure}</p>}
      <div className="section-actions">
        {last ? (
          <button type="button" className="button primary" onClick={() => void bringBack(last)}>
            {t('libraryLostRestore', formatMoment(last.at), plural('papers', last.papers))}
          </button>
        ) : (
          <a className="button primary" href={hrefOf('import')}>
            {t('libraryLostImport')}
          </a>
        )}
        <button type="button" className="button" onClick={onKnown}>
          {t('libraryLostDismiss')}
        </button>
      </div>
    </section>
  );
}
