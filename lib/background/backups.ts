import { browser } from 'wxt/browser';
import type { BackupMaker } from '@/lib/backup/backup-maker';
import { refusalOf } from '@/lib/library/store/refusal';
import { backupFailure } from '@/lib/settings/settings';

const BACK_UP = 'back-up';

/** After the browser has started, others come first; after Winnow is installed there is time. */
const AFTER_START_MINUTES = 5;
const AFTER_INSTALL_MINUTES = 30;
const EVERY_MINUTES = 60;

/** Without calls to the browser it would stop the worker within 30 seconds, whatever that is at. */
const AWAKE_MS = 20_000;

/** Has the day's backup made, now and then looking whether it is due; to be called at once on start. */
export function keepBackups({ makeDaily }: Pick<BackupMaker, 'makeDaily'>): void {
  let isBusy = false;

  async function look(): Promise<void> {
    if (isBusy) return;
    isBusy = true;
    const awake = setInterval(() => void browser.runtime.getPlatformInfo(), AWAKE_MS);
    try {
      if (await makeDaily()) await backupFailure.setValue('');
    } catch (error) {
      await backupFailure.setValue(refusalOf(error).message); // an hour later it is tried again
    } finally {
      clearInterval(awake);
      isBusy = false;
    }
  }

  browser.alarms.onAlarm.addListener(({ name }) => {
    if (name === BACK_UP) void look();
  });
  const schedule = (delayInMinutes: number) =>
    browser.alarms.create(BACK_UP, { delayInMinutes, periodInMinutes: EVERY_MINUTES });
  browser.runtime.onStartup.addListener(() => void schedule(AFTER_START_MINUTES));
  void browser.alarms.get(BACK_UP).then((alarm) => {
    if (!alarm) return schedule(AFTER_INSTALL_MINUTES);
  });
}
