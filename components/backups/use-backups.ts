/** What is done with backups on this page. */
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
  /** Papers that are written into the one that is being made; `null`: none is. */
  readonly making: number | null;
  /** Why the last thing that was asked for could not be done. */
  readonly failure: string | null;
  /** What was done last. */
  readonly said: string | null;
  readonly make: () => Promise<void>;
  /** Saves one as a file that any Winnow can import. */
  readonly download: (backup: Backup) => Promise<void>;
  /** Makes one and saves it. */
  readonly downloadNow: () => Promise<void>;
  /** Shows what would come back. */
  readonly restore: (backup: Backup) => Promise<void>;
}

const maker = createBackupMaker(library, backups);

export const useBackups = create<Backups>((set, get) => {
  async function trying(work: () => Promise<void>): Promise<void> {
    set({ failure: null, said: null });
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
    set({ said: t('backupDownloaded', name) });
  }

  return {
    making: null,
    failure: null,
    said: null,
    make: () =>
      trying(async () => {
        if (get().making !== null) return;
        const { at } = await make();
        set({ said: t('backupMade', formatMoment(at)) });
      }),
    download: (backup) => trying(() => saveFile(backup)),
    downloadNow: () => trying(async () => saveFile(await make())),
    restore: (backup) =>
      trying(async () => {
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
