import { browser } from 'wxt/browser';
import type { BackupMaker } from '@/lib/backup/backup-maker';
import { refusalOf } from '@/lib/library/store/refusal';
import { backupFailure } from '@/lib/settings/settings';

const BACK_UP = 'back-up';

/** The browser is busy after it has started; after an installation there is no hurry. */
const AFTER_START_MINUTES = 5;
const AFTER_INSTALL_MINUTES = 30;
const EVERY_MINUTES = 60;

/** Browsers stop a worker that makes no calls to them for 30 seconds, even one that works. */
const AWAKE_MS = 20_000;

/** Makes the day's backup when it is due; to be called at once on start. */
export function keepBackups({ makeDaily }: Pick<BackupMaker, 'makeDaily'>): void {
  let isBusy = false;

  async function makeIfDue(): Promise<void> {
    if (isBusy) return;
    isBusy = true;
    const awake = setInterval(() => void browser.runtime.getPlatformInfo(), AWAKE_MS);
    try {
      if (await makeDaily()) await backupFailure.setValue('');
    } catch (error) {
      await backupFailure.setValue(refusalOf(error).message); // tried again in an hour
    } finally {
      clearInterval(awake);
      isBusy = false;
    }
  }

  browser.alarms.onAlarm.addListener(({ name }) => {
    if (name === BACK_UP) void makeIfDue();
  });
  const schedule = (delayInMinutes: number) =>
    browser.alarms.create(BACK_UP, { delayInMinutes, periodInMinutes: EVERY_MINUTES });
  browser.runtime.onStartup.addListener(() => void schedule(AFTER_START_MINUTES));
  void browser.alarms.get(BACK_UP).then((alarm) => {
    if (!alarm) return schedule(AFTER_INSTALL_MINUTES);
  });
}
