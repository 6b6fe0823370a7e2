/**
 * The typed protocol between pages, the extension's own pages and the background. Own code rather
 * than a messaging library because of two promises: an answer that never came is told apart from a
 * refusal, and who may send what is checked before a handler runs.
 */

import { type Browser, browser } from 'wxt/browser';
import type { Paper, PaperId } from '@/lib/paper';
import { errorMessage } from '@/lib/util/error-message';
import type { Acknowledgement, History, Kept, States } from './acknowledgement';
import type { AddRule, Command, EditRules } from './command';
import type { ImportPart } from './imported';
import type { OperationId } from './operation-id';
import type { Rule } from './rule';
import type { SavedPart } from './saved-library';
import type { Manage } from './task';
import type { ZoteroAnswer, ZoteroBatch, ZoteroTarget } from './zotero';

/** What the background can be asked, and what it answers. */
interface Requests {
  /** The states of those of these papers that are not undecided. */
  states: (ids: readonly PaperId[]) => States;
  run: (command: Command) => Acknowledgement;
  /** Does something with the library as a whole. Not for pages. */
  manage: (command: Manage) => Acknowledgement;
  /** Keeps a part of an import until the task that writes all of them. Not for pages. */
  importPart: (part: ImportPart | SavedPart) => Kept;
  /**
   * Has a long command of this name stop, with nothing of it done, and forgets the parts of an import.
   * A command that is done stays so. Not for pages.
   */
  cancel: (op: OperationId) => void;
  undo: (undo: { readonly op: OperationId; readonly undoes: OperationId }) => Acknowledgement;
  /** Undoes, under this name, the command that was done last, in whichever tab. */
  undoLatest: (op: OperationId) => Acknowledgement;
  /** Does again, under this name, what was undone last. */
  redoLatest: (op: OperationId) => Acknowledgement;
  /** What can be undone and redone; told in the news when it changes. */
  history: () => History;
  /** All tags in use: first those that often came with these, then the most used. */
  tags: (beside: readonly string[]) => string[];
  /** All keyword rules, in their order. */
  rules: () => Rule[];
  /** Makes one change to the list of rules. Not for pages. */
  editRules: (edit: EditRules) => Acknowledgement;
  addRule: (add: AddRule) => Acknowledgement;
  /** Says that the user was on a listing, and which papers were on it. */
  visited: (visit: Visit) => void;
  /** What was known of a listing and of the papers on it; to be asked before `visited` is said. */
  seenBefore: (visit: Visit) => SeenBefore;
  /**
   * The abstracts that are known. The others are fetched if the user wants that, and announced when
   * they come; to be asked again now and then while some are waited for.
   */
  abstracts: (ids: readonly PaperId[]) => AbstractsAnswer;
  /** What a page tells of papers' versions; gives what is to be told of those on the reading list. */
  meet: (meetings: readonly Meeting[]) => Details;
  /** Brings the dialogs and the panel to the page that asks. */
  openPageUi: () => void;
  /** Brings the engine for regular expressions to the page that asks. */
  openRegexEngine: () => void;
  /** Opens the papers' own pages in tabs, on the site that asks. */
  openPapers: (papers: OpenPapers) => void;
  /** Opens the page where rules are edited. */
  openRules: () => void;
  /** Whether anything was decided about papers that are known by their titles alone. */
  hasNameless: () => boolean;
  /** The states of those of these papers that are known so, by the ids that the page has of them. */
  namesakes: (papers: readonly Titled[]) => States;
  /** Where papers sent to Zotero would go. Not for pages. */
  zoteroTarget: () => ZoteroAnswer<{ readonly target: ZoteroTarget }>;
  /** Sends papers there, with the user's tags and notes. Not for pages. */
  sendToZotero: (batch: ZoteroBatch) => ZoteroAnswer<object>;
  /** Says how many papers are on the page that tells, for Winnow's icon. */
  pageCount: (count: PageCount) => void;
}

/** What a page shows of a paper at once. */
export type Titled = Pick<Paper, 'id' | 'title'>;

/** The papers of one page. */
export interface PageCount {
  readonly papers: number;
  /** Those that something was decided about. */
  readonly decided: number;
}

/** A paper met on a page, and what the page says of its versions. */
export interface Meeting {
  readonly id: PaperId;
  /** The latest version that the page knows of. */
  readonly version: number | null;
  /** The day on which the page has it as replaced, `YYYY-MM-DD`; `null` where it does not. */
  readonly replacedOn: string | null;
}

/** What is told, beyond its state, of a paper on the reading list. */
export interface PaperDetails {
  /** When it came onto the list, in milliseconds. */
  readonly added: number;
  /** A version that the user does not know yet; 0: there is one, it is not told which. */
  readonly newVersion: number | null;
}

/** Details by paper id; only of papers on the reading list. */
export type Details = Readonly<Record<PaperId, PaperDetails>>;

interface OpenPapers {
  readonly ids: readonly PaperId[];
  /** Whether to turn to the first of them; else the user stays where they are. */
  readonly isActive: boolean;
}

export interface Visit {
  /** Names a listing for good, whatever its address is today; `null`: a paper's own page. */
  readonly listing: string | null;
  readonly ids: readonly PaperId[];
}

export interface SeenBefore {
  /** When the user was last on this listing, in milliseconds; `null`: never, as far as is known. */
  readonly lastVisit: number | null;
  /** Those of the papers that were on a listing opened earlier. */
  readonly seen: readonly PaperId[];
}

/** Abstracts by paper id, TeX source kept. */
export type Abstracts = Readonly<Record<PaperId, string>>;

/** Why no abstracts come at present. */
export interface AbstractsProblem {
  /** What happened, in a sentence for the user. */
  readonly text: string;
  /** When it is tried again, in milliseconds. */
  readonly retryAt: number;
}

export interface AbstractsAnswer {
  readonly known: Abstracts;
  /** How many of the others are on their way. */
  readonly waiting: number;
  readonly problem: AbstractsProblem | null;
}

/** What listing pages are told without asking. What is not in it did not change. */
export interface News {
  /** The states that changed. */
  readonly states?: States;
  /** So many states changed that those of all papers that are shown had better be asked for. */
  readonly isMany?: true;
  /** What can be undone and redone by now. */
  readonly history?: History;
  /** All rules, in their order. */
  readonly rules?: readonly Rule[];
  /** Abstracts that have just come, for whichever page. */
  readonly abstracts?: Abstracts;
  /** `null`: there is no problem any more. */
  readonly abstractsProblem?: AbstractsProblem | null;
}

/** How far a command about many papers has come. */
export interface Progress {
  readonly op: OperationId;
  readonly done: number;
  readonly total: number;
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
    throw new NoAnswer(errorMessage(error));
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
        (error: unknown) => reply({ error: errorMessage(error) }),
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

/** Tells the page in a tab what is new. A tab without our script is passed over. */
export async function announce(tabId: number, news: News): Promise<void> {
  await browser.tabs.sendMessage(tabId, { news }).catch(() => undefined);
}

/** Hears in a page what is new. Returns a function that stops it. */
export function onNews(listener: (news: News) => void): () => void {
  const hear = (message: unknown, from: Browser.runtime.MessageSender) => {
    const isOurs = from.id === browser.runtime.id && !from.tab;
    if (isOurs && typeof message === 'object' && message !== null && 'news' in message) {
      listener(message.news as News);
    }
  };
  browser.runtime.onMessage.addListener(hear);
  return () => browser.runtime.onMessage.removeListener(hear);
}

/** What the page in a tab shows of a paper, to be checked; `null` where it has none such. */
export async function paperOnPage(tabId: number, id: PaperId): Promise<unknown> {
  const answer: unknown = await browser.tabs.sendMessage(tabId, { paper: id }).catch(() => null);
  return answer ?? null;
}

/** Answers `paperOnPage` in a page. Returns a function that stops it. */
export function showPapers(find: (id: unknown) => Paper | null): () => void {
  const hear = (
    message: unknown,
    from: Browser.runtime.MessageSender,
    reply: (answer: Paper | null) => void,
  ) => {
    const isOurs = from.id === browser.runtime.id && !from.tab;
    if (!isOurs || typeof message !== 'object' || message === null) return;
    if ('paper' in message) reply(find(message.paper));
  };
  browser.runtime.onMessage.addListener(hear);
  return () => browser.runtime.onMessage.removeListener(hear);
}

/** Tells the extension's own pages how far a command has come; there may be none. */
export async function tellProgress(progress: Progress): Promise<void> {
  await browser.runtime.sendMessage({ progress }).catch(() => undefined);
}

/** Hears, in a page of the extension, how far commands have come. Returns a function that stops it. */
export function onProgress(listener: (progress: Progress) => void): () => void {
  const hear = (message: unknown, from: Browser.runtime.MessageSender) => {
    const isOurs = from.id === browser.runtime.id && !from.tab;
    if (isOurs && typeof message === 'object' && message !== null && 'progress' in message) {
      listener(message.progress as Progress);
    }
  };
  browser.runtime.onMessage.addListener(hear);
  return () => browser.runtime.onMessage.removeListener(hear);
}
