/** Messages as the browser carries them: cloned, with a sender, answered once or never. */
import { vi } from 'vitest';
import { fakeBrowser } from 'wxt/testing/fake-browser';

const EXTENSION_ID = fakeBrowser.runtime.id;

export interface FakeSender {
  readonly id?: string;
  readonly url?: string;
  readonly tab?: { readonly id?: number };
  readonly frameId?: number;
}

/** The content script of a page in tab 7. */
export const FROM_PAGE: FakeSender = {
  id: EXTENSION_ID,
  url: 'https://arxiv.org/list/cs.LG/new',
  tab: { id: 7 },
  frameId: 0,
};

/** The popup, or the library page in a tab of its own. */
export const FROM_EXTENSION: FakeSender = {
  id: EXTENSION_ID,
  url: fakeBrowser.runtime.getURL('/popup.html'),
};

/** The background itself, as pages hear it. */
export const FROM_BACKGROUND: FakeSender = {
  id: EXTENSION_ID,
  url: fakeBrowser.runtime.getURL('/background.js'),
};

/** Sends a message to all that listen. `undefined` where nobody took it, as in a browser. */
export function deliver(message: unknown, sender: FakeSender): Promise<unknown> {
  return new Promise((resolve, reject) => {
    const reply = (answer: unknown) => resolve(structuredClone(answer));
    fakeBrowser.runtime.onMessage
      .trigger(structuredClone(message), sender as never, reply)
      .then((taken: readonly unknown[]) => {
        if (!taken.includes(true)) resolve(undefined);
      }, reject);
  });
}

/** Stands for the background: gets what is sent there, and gives what comes back. */
export function fakeBackground() {
  const receive = vi.fn<(message: { winnow: string; payload?: unknown }) => Promise<unknown>>();
  vi.spyOn(fakeBrowser.runtime, 'sendMessage').mockImplementation(receive as never);
  return receive;
}
