/** Making, downloading and restoring backups on this page. */
import { create } from 'zustand';
import { save, today } from '@/components/design/save-file';
import { hrefOf } from '@/components/shell/route';
import type { Backup } from '@/lib/backup/backup';
import { createBackupMaker } from '@/lib/backup/backup-maker';
import { unpack } from '@/lib/backup/pack';
import { library } from '@/lib/connections/library';
import { backups } from '@/lib/connections/library-backups';
import { formatMoment, t } from '@/lib/i18n';
import { refusalOf } from '@/lib/library/store/refusal';
import { backupDownloaded, backupFailure } from '@/lib/settings/settings';

interface Backups {
  /** How many papers have been written to the backup being made; `null` if none is being made. */
  readonly making: number | null;
  /** Why the last action failed. */
  readonly failure: string | null;
  /** The result of the last action. */
  readonly outcome: string | null;
  readonly make: () => Promise<void>;
  /** Saves a backup as a file that any Winnow can import. */
  readonly download: (backup: Backup) => Promise<void>;
  /** Makes a backup and saves it as a file. */
  readonly downloadNow: () => Promise<void>;
  /** Opens the preview of the import. */
  readonly restore: (backup: Backup) => Promise<void>;
}

const maker = createBackupMaker(library, backups);

export const useBackups = create<Backups>((set, get) => {
  async function attempt(work: () => Promise<void>): Promise<void> {
    set({ failure: null, outcome: null });
    try {
      await work();
    } catch (error) {
      set({ failure: refusalOf(error).message });
    }
  }

  async function make(): Promise<Backup> {
    set({ making: 0 });
    try {
      const made = await maker.make('asked', (making) => set({ making }));
      await backupFailure.setValue('');
      return made;
    } finally {
      set({ making: null });
    }
  }

  async function saveFile(backup: Backup): Promise<void> {
    const name = t('backupFileName', today(new Date(backup.at)));
    save(await fileOf(backup), name);
    await backupDownloaded.setValue(Date.now());
    set({ outcome: t('backupDownloaded', name) });
  }

  return {
    making: null,
    failure: null,
    outcome: null,
    make: () =>
      attempt(async () => {
        if (get().making !== null) return;
        const { at } = await make();
        set({ outcome: t('backupMade', formatMoment(at)) });
      }),
    download: (backup) => attempt(() => saveFile(backup)),
    downloadNow: () => attempt(async () => saveFile(await make())),
    restore: (backup) =>
      attempt(async () => {
        const file = await fileOf(backup);
        const { useImport } = await import('@/components/import/use-import');
        location.hash = hrefOf('import');
        await useImport.getState().read(file, formatMoment(backup.at), true);
      }),
  };
});

async function fileOf({ name }: Backup): Promise<Blob> {
  const bytes = await backups.read(name);
  if (!bytes) throw new Error(t('backupGone'));
  return unpack(bytes);
}
