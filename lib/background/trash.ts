import { browser } from 'wxt/browser';
import type { Commands } from '@/lib/library/commands/commands';

const EMPTY_TRASH = 'empty-trash';
const TWICE_A_DAY = 12 * 60;

/** Empties the trash of what is old, now and then; to be called at once on start. */
export function keepTrashSmall({ emptyOldTrash }: Pick<Commands, 'emptyOldTrash'>): void {
  const empty = () => void emptyOldTrash().catch(() => undefined); // tried again next time
  browser.alarms.onAlarm.addListener(({ name }) => {
    if (name === EMPTY_TRASH) empty();
  });
  browser.runtime.onStartup.addListener(empty);
  void browser.alarms.get(EMPTY_TRASH).then((alarm) => {
    if (!alarm)
      return browser.alarms.create(EMPTY_TRASH, {
        delayInMinutes: 1,
        periodInMinutes: TWICE_A_DAY,
      });
  });
}
