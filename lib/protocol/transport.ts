/**
 * How messages travel: the envelope, and who may send one. Own code rather than a messaging library
 * because of two promises: a missing answer is told apart from a refusal, and who sent what is checked
 * before anything is done about it.
 */
import { type Browser, browser } from 'wxt/browser';
import { errorMessage } from '@/lib/util/error-message';

type BrowserSender = Browser.runtime.MessageSender;

/** Where a message comes from. Nobody else is heard. */
export type Sender = PageSender | { readonly kind: 'extension' };

/** The content script of a page. */
export interface PageSender {
  readonly kind: 'page';
  readonly tabId: number;
  readonly frameId: number;
}

/** Who may send a message. */
export type From = Sender['kind'] | 'anyone';

export function maySend(sender: Sender, from: From): boolean {
  return from === 'anyone' || from === sender.kind;
}

/** Who sent a message or opened a port; `null` for other extensions. */
export function senderOf(from: BrowserSender | undefined): Sender | null {
  if (from?.id !== browser.runtime.id) return null;
  if (from.url?.startsWith(browser.runtime.getURL('/'))) return { kind: 'extension' };
  if (from.tab?.id === undefined || from.frameId === undefined) return null;
  return { kind: 'page', tabId: from.tab.id, frameId: from.frameId };
}

/** A request by its name. */
export interface Envelope {
  readonly winnow: string;
  readonly payload: unknown;
}

type Responder = (payload: never, sender: Sender) => unknown;

/** Answers requests that have a handler. Returns a function that stops it. */
export function respond(from: From, handlers: Readonly<Record<string, Responder>>): () => void {
  return listen(from, (message, sender, reply) => {
    if (!('winnow' in message) || !Object.hasOwn(handlers, String(message.winnow))) return;
    const { winnow, payload } = message as Envelope;
    Promise.resolve()
      .then(() => handlers[winnow]?.(payload as never, sender))
      .then(
        (answer) => reply({ answer }),
        (error: unknown) => reply({ error: errorMessage(error) }),
      );
    return true;
  });
}

type Listener = (
  message: object,
  sender: Sender,
  reply: (reply: object) => void,
) => true | undefined;

/** Listens to messages. `listener` returns `true` where it will reply. Returns a function that stops it. */
export function listen(from: From, listener: Listener): () => void {
  const receive = (message: unknown, sent: BrowserSender, reply: (reply: object) => void) => {
    const sender = senderOf(sent);
    if (!sender || !maySend(sender, from)) return;
    if (typeof message === 'object' && message !== null) return listener(message, sender, reply);
  };
  browser.runtime.onMessage.addListener(receive);
  return () => browser.runtime.onMessage.removeListener(receive);
}
