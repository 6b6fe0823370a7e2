/**
 * Everything that is said between pages, the extension's own pages and the background. The types of
 * payloads, answers and handlers derive from it; pages import the types alone.
 */
import * as v from 'valibot';
import type { AbstractsAnswer } from './abstracts';
import type { History, States } from './acknowledgement';
import type { BrowserKey } from './browser-keys';
import { AddRuleSchema, CommandSchema, EditRulesSchema, PageCommandSchema } from './command';
import { ImportPartSchema } from './imported';
import { LIMITS } from './limits';
import type { News, Progress } from './news';
import { OperationIdSchema } from './operation-id';
import { PageCountSchema } from './page-count';
import { PaperIdSchema, PaperIdsSchema, PaperSchema, TitledPapersSchema } from './paper';
import { type RefreshAnswer, RefreshSchema } from './refresh';
import {
  type AnswerKind,
  acknowledged,
  answering,
  checkedLater,
  kept,
  nothing,
  type Request,
  silent,
  zoteroAnswer,
} from './request';
import type { Rule } from './rule';
import { SavedPartSchema } from './saved-library';
import { SelectedWordsSchema } from './selected-words';
import { ManageSchema } from './task';
import { type Details, VersionReportsSchema } from './version-report';
import { type SeenBefore, VisitSchema } from './visit';
import { ZoteroBatchSchema, type ZoteroTarget } from './zotero';

/** What the background is asked. */
export const REQUESTS = {
  /** The states of those of these papers that are not undecided. */
  states: { from: 'anyone', payload: PaperIdsSchema, answer: answering<States>() },
  run: {
    from: 'anyone',
    fromPage: PageCommandSchema,
    payload: checkedLater(CommandSchema),
    answer: acknowledged,
  },
  /** Does something with the library as a whole. */
  manage: { from: 'extension', payload: checkedLater(ManageSchema), answer: acknowledged },
  /** Keeps a part of an import until the task that writes all of them. */
  importPart: {
    from: 'extension',
    payload: checkedLater(v.union([ImportPartSchema, SavedPartSchema])),
    answer: kept,
  },
  /**
   * Stops a long command of this name, with nothing of it done, and forgets the parts of an import. A
   * command that is done stays done.
   */
  cancel: { from: 'extension', payload: OperationIdSchema, answer: silent },
  undo: {
    from: 'anyone',
    payload: v.object({ op: OperationIdSchema, undoes: OperationIdSchema }),
    answer: acknowledged,
  },
  /** Undoes, under this name, the command that was done last, in whichever tab. */
  undoLatest: { from: 'anyone', payload: checkedLater(OperationIdSchema), answer: acknowledged },
  /** Does again, under this name, what was undone last. */
  redoLatest: { from: 'anyone', payload: checkedLater(OperationIdSchema), answer: acknowledged },
  /** What can be undone and redone; the news say when it changes. */
  history: { from: 'anyone', payload: nothing, answer: answering<History>() },
  /** All tags in use: first those that often came with these of one paper, then the most used. */
  tags: {
    from: 'anyone',
    payload: v.optional(
      v.pipe(
        v.array(v.pipe(v.string(), v.maxLength(LIMITS.tag))),
        v.maxLength(LIMITS.tagsPerPaper),
      ),
    ),
    answer: answering<string[]>(),
  },
  /** All keyword rules, in their order. */
  rules: { from: 'anyone', payload: nothing, answer: answering<Rule[]>() },
  /** Makes one change to the list of rules. */
  editRules: { from: 'extension', payload: checkedLater(EditRulesSchema), answer: acknowledged },
  addRule: { from: 'anyone', payload: checkedLater(AddRuleSchema), answer: acknowledged },
  /** Says that the user was on a listing, and which papers were on it. */
  visited: { from: 'anyone', payload: VisitSchema, answer: silent },
  /** What was known of a listing and of the papers on it; to be asked before `visited` is said. */
  seenBefore: { from: 'anyone', payload: VisitSchema, answer: answering<SeenBefore>() },
  /**
   * The abstracts that are known. If the user wants that, the others are fetched, and told in the news
   * when they come; to be asked again now and then while some are waited for.
   */
  abstracts: { from: 'anyone', payload: PaperIdsSchema, answer: answering<AbstractsAnswer>() },
  /**
   * Has arXiv asked, if the user wants that, about those of these papers of which little is known; the
   * extension's own pages see in the library what it said. To be asked again now and then while some
   * are waited for.
   */
  lookUp: { from: 'extension', payload: PaperIdsSchema, answer: silent },
  /** Says what a page says of papers' versions; gives details of those on the reading list. */
  reportVersions: {
    from: 'anyone',
    payload: VersionReportsSchema,
    answer: answering<Details>(),
  },
  /** Refreshes papers with what arXiv says of them now, as one command. */
  refreshPapers: {
    from: 'extension',
    payload: checkedLater(RefreshSchema),
    answer: acknowledged as AnswerKind<RefreshAnswer>,
  },
  /** Brings the dialogs and the panel to the page that asks. */
  openPageUi: { from: 'page', payload: nothing, answer: silent },
  /** Brings the engine for regular expressions to the page that asks. */
  openRegexEngine: { from: 'page', payload: nothing, answer: silent },
  /** Opens the papers' own pages in tabs, on the site that asks: a page cannot name an address. */
  openPapers: {
    from: 'page',
    payload: v.object({
      ids: v.pipe(v.array(PaperIdSchema), v.maxLength(LIMITS.tabsAtOnce)),
      /** Whether to turn to the first of them; else the user stays on the page. */
      isActive: v.boolean(),
    }),
    answer: silent,
  },
  /** Opens the page where rules are edited. */
  openRules: { from: 'anyone', payload: nothing, answer: silent },
  /** The BibTeX entry of a paper: as the library has it, else as the page shows it. */
  bibtex: { from: 'anyone', payload: PaperSchema, answer: answering<string>() },
  /** The keys that the browser has given to Winnow, which a page cannot ask itself… */
  browserKeys: { from: 'page', payload: nothing, answer: answering<BrowserKey[]>() },
  /** …and the browser's settings, where they are changed. */
  openBrowserKeys: { from: 'page', payload: nothing, answer: silent },
  /** Whether anything was decided about papers that are known by their titles alone. */
  hasUnidentified: { from: 'anyone', payload: nothing, answer: answering<boolean>() },
  /** The states of those of these papers that are known so, by the ids that the page has of them. */
  titleMatches: { from: 'anyone', payload: TitledPapersSchema, answer: answering<States>() },
  /** Where papers sent to Zotero would go. */
  zoteroTarget: {
    from: 'extension',
    payload: nothing,
    answer: zoteroAnswer<{ readonly target: ZoteroTarget }>(),
  },
  /** Sends papers there, with the user's tags and notes. */
  sendToZotero: {
    from: 'extension',
    payload: checkedLater(ZoteroBatchSchema),
    answer: zoteroAnswer<object>(),
  },
  /** Says how many papers are on the page that asks, for Winnow's icon. */
  pageCount: { from: 'page', payload: PageCountSchema, answer: silent },
} satisfies Record<string, Request>;

export type Requests = typeof REQUESTS;
export type RequestName = keyof Requests;
/** What those who ask send. */
export type Payload<N extends RequestName> = Sent<v.InferInput<Requests[N]['payload']>>;
/** What a handler gets. */
export type CheckedPayload<N extends RequestName> = v.InferOutput<Requests[N]['payload']>;
export type Answer<N extends RequestName> =
  Requests[N]['answer'] extends AnswerKind<infer A> ? A : never;

/** What is sent is cloned on its way: nobody changes the sender's own. */
type Sent<T> = T extends object ? { readonly [K in keyof T]: Sent<T[K]> } : T;

/** What the background asks pages. Their answers are checked, like everything from a page. */
export const PAGE_REQUESTS = {
  /** A paper as the page shows it; `null`: it does not. */
  paper: { payload: PaperIdSchema, answer: v.nullable(PaperSchema) },
  /** What the user selected on the page, apart from its formulas. */
  selectedWords: { payload: nothing, answer: SelectedWordsSchema },
};

type PageRequests = typeof PAGE_REQUESTS;
export type PageRequestName = keyof PageRequests;
export type PagePayload<N extends PageRequestName> = v.InferOutput<PageRequests[N]['payload']>;
export type PageAnswer<N extends PageRequestName> = v.InferOutput<PageRequests[N]['answer']>;

/** What the background tells without being asked, by topic. */
export interface Topics {
  /** To listing pages. */
  readonly news: News;
  /** To the extension's own pages. */
  readonly progress: Progress;
}
