/**
 * The typed protocol between pages, the extension's own pages and the background. Own code rather
 * than a messaging library because of two promises: an answer that never came is told apart from a
 * refusal, and who may send what is checked before a handler runs.
 */
import { type Browser, browser } from 'wxt/browser';
import type { Acknowledgement, Command, OperationId, States } from './command';
import type { PaperId } from './paper';

/** What the background can be asked, and what it answers. */
interface Requests {
  /** The states of those of these papers that are not undecided. */
  states: (ids: readonly PaperId[]) => States;
  run: (command: Command) => Acknowledgement;
  undo: (undo: { readonly op: OperationId; readonly undoes: OperationId }) => Acknowledgement;
  /** All tags in use, the most used first. */
  tags: () => string[];
  /** Brings the dialogs and the panel to the page that asks. */
  openPageUi: () => void;
}

type RequestName = keyof Requests;
type Payload<N extends RequestName> = Parameters<Requests[N]>[0];
type Answer<N extends RequestName> = ReturnType<Requests[N]>;

/** Where a request comes from. Nobody else is answered. */
export type Sender =
  | { readonly kind: 'page'; readonly tabId: number; readonly frameId: number }
  | { readonly kind: 'extension' };

/** A handler answers `payload` as it came in: unchecked. */
export type Handlers = {
  readonly [N in RequestName]: (
    payload: unknown,
    sender: Sender,
  ) => Answer<N> | PromiseLike<Answer<N>>;
};

/** Nobody answered: the background was stopped in between, or the extension was updated. */
export class NoAnswer extends Error {
  override readonly name = 'NoAnswer';
}

interface Envelope {
  readonly winnow: RequestName;
  readonly payload: unknown;
}

/**
 * Asks the background.
 * @throws {NoAnswer} when no answer came; whether the work was done is then not known.
 * @throws {Error} when the handler failed.
 */
export async function ask<N extends RequestName>(
  name: N,
  ...[payload]: Payload<N> extends undefined ? [] : [Payload<N>]
): Promise<Answer<N>> {
  const envelope: Envelope = { winnow: name, payload };
  let reply: { answer?: Answer<N>; error?: string } | undefined;
  try {
    reply = await browser.runtime.sendMessage(envelope);
  } catch (error) {
    throw new NoAnswer(error instanceof Error ? error.message : String(error));
  }
  // A worker that is stopped while it works makes sendMessage resolve with nothing.
  if (reply === undefined) throw new NoAnswer('The background was stopped.');
  if (reply.error !== undefined) throw new Error(reply.error);
  return reply.answer as Answer<N>;
}

/** Pauses before a request that was not answered is sent again, in milliseconds. */
const PAUSES_MS = [100, 500, 1_500];

/**
 * As `ask`, but asks again when no answer came. Every request is harmless to repeat: reads are, and
 * writes carry an operation id.
 */
export async function askUntilAnswered<N extends RequestName>(
  name: N,
  ...payload: Payload<N> extends undefined ? [] : [Payload<N>]
): Promise<Answer<N>> {
  for (const pause of PAUSES_MS) {
    try {
      return await ask(name, ...payload);
    } catch (error) {
      if (!(error instanceof NoAnswer)) throw error;
      await new Promise((resolve) => setTimeout(resolve, pause));
    }
  }
  return ask(name, ...payload);
}

/** Answers requests in the background; to be called at once when it starts. */
export function answer(handlers: Handlers): void {
  browser.runtime.onMessage.addListener((message: unknown, from, reply) => {
    if (!isEnvelope(message) || !Object.hasOwn(handlers, message.winnow)) return;
    const sender = senderOf(from);
    if (!sender) return;
    Promise.resolve()
      .then(() => handlers[message.winnow](message.payload, sender))
      .then(
        (answer) => reply({ answer }),
        (error: unknown) =>
          reply({ error: error instanceof Error ? error.message : String(error) }),
      );
    return true;
  });
}

/** `null` for other extensions. */
function senderOf(from: Browser.runtime.MessageSender): Sender | null {
  if (from.id !== browser.runtime.id) return null;
  if (from.url?.startsWith(browser.runtime.getURL('/'))) return { kind: 'extension' };
  if (from.tab?.id === undefined || from.frameId === undefined) return null;
  return { kind: 'page', tabId: from.tab.id, frameId: from.frameId };
}

function isEnvelope(message: unknown): message is Envelope {
  return typeof message === 'object' && message !== null && 'winnow' in message;
}

/** Tells the page in a tab which states changed. A tab without our script is passed over. */
export async function announce(tabId: number, states: States): Promise<void> {
  await browser.tabs.sendMessage(tabId, { changed: states }).catch(() => undefined);
}

/** Hears of changes in a page. Returns a function that stops it. */
export function onAnnouncement(listener: (states: States) => void): () => void {
  const hear = (message: unknown, from: Browser.runtime.MessageSender) => {
    const isOurs = from.id === browser.runtime.id && !from.tab;
    if (isOurs && typeof message === 'object' && message !== null && 'changed' in message) {
      listener(message.changed as States);
    }
  };
  browser.runtime.onMessage.addListener(hear);
  return () => browser.runtime.onMessage.removeListener(hear);
}
