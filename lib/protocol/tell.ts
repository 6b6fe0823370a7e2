/** What the background tells and asks pages. */
import * as v from 'valibot';
import { browser } from 'wxt/browser';
import { exchange } from './ask';
import {
  PAGE_REQUESTS,
  type PageAnswer,
  type PagePayload,
  type PageRequestName,
  type Topics,
} from './messages';
import type { Envelope } from './transport';

/** Tells the page in a tab, or the extension's own pages; there may be nobody who hears it. */
export async function tell<T extends keyof Topics>(
  topic: T,
  message: Topics[T],
  tabId?: number,
): Promise<void> {
  const envelope = { [topic]: message };
  const sending =
    tabId === undefined
      ? browser.runtime.sendMessage(envelope)
      : browser.tabs.sendMessage(tabId, envelope);
  await sending.catch(() => undefined);
}

/** Asks the page in a tab; `null` where it does not answer, or not as it should. */
export async function askPage<N extends PageRequestName>(
  tabId: number,
  name: N,
  payload: PagePayload<N>,
): Promise<PageAnswer<N> | null> {
  const send = (envelope: Envelope) => browser.tabs.sendMessage(tabId, envelope);
  const answer = await exchange(send, name, payload).catch(() => null);
  const { success, output } = v.safeParse(PAGE_REQUESTS[name].answer, answer);
  return success ? output : null;
}
