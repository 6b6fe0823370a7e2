/** What the background does with each request. The only place where pages meet the library. */
import * as v from 'valibot';
import { t } from '@/lib/i18n';
import type { Commands } from '@/lib/library/commands/commands';
import type { Versions } from '@/lib/library/observations/versions';
import type { Visits } from '@/lib/library/observations/visits';
import type { Queries } from '@/lib/library/queries/queries';
import type { SiteQueries } from '@/lib/library/queries/site-queries';
import type { Report } from '@/lib/library/store/in-chunks';
import { Refusal } from '@/lib/library/store/refusal';
import type { PaperId } from '@/lib/paper';
import type { Acknowledgement } from '@/lib/protocol/acknowledgement';
import { LIMITS } from '@/lib/protocol/limits';
import type { Handlers, News, PageCount, Progress, Sender } from '@/lib/protocol/messages';
import { type OperationId, OperationIdSchema } from '@/lib/protocol/operation-id';
import { PaperIdSchema } from '@/lib/protocol/paper';
import type { AbstractSource } from './abstracts';
import type { LookUpper } from './metadata-lookup';
import type { PageScript } from './tabs';
import type { ZoteroSender } from './zotero';

export interface BackgroundServices {
  readonly commands: Commands;
  readonly queries: Queries & SiteQueries;
  readonly visits: Visits;
  readonly versions: Versions;
  readonly abstracts: Pick<AbstractSource, 'ask'>;
  readonly lookUps: LookUpper;
  readonly zotero: ZoteroSender;
  /** Tells every open page what is new. */
  readonly announce: (news: News) => void;
  /** Tells the extension's own pages how far a command has come. */
  readonly tellProgress: (progress: Progress) => void;
  /** Brings another of our scripts to a page. */
  readonly inject: (script: PageScript, to: Sender & { kind: 'page' }) => Promise<void>;
  /** Opens papers beside the tab of a page. */
  readonly openPapers: (
    ids: readonly PaperId[],
    isActive: boolean,
    from: Sender & { kind: 'page' },
  ) => Promise<void>;
  readonly openRules: () => Promise<void>;
  /** Shows on the icon how many papers the page in a tab has. */
  readonly showCount: (tabId: number, count: PageCount) => Promise<void>;
}

export function createHandlers(services: BackgroundServices): Handlers {
  const { commands, queries, visits, versions, abstracts, lookUps, zotero } = services;
  const { announce, tellProgress, inject, openPapers, openRules, showCount } = services;

  function announced(answer: Acknowledgement): Acknowledgement {
    if (answer.ok) announce(newsOf(answer));
    return answer;
  }

  /** Operations that are to stop, or not to begin. */
  const cancelled = new Set<OperationId>();

  /** Tells of a long command how far it has come, and stops it where that is wanted. */
  function telling(command: unknown): Report {
    let last = performance.now();
    const { success, output } = v.safeParse(NamedSchema, command);
    return (done, total) => {
      if (success && cancelled.has(output.op))
        throw new Refusal('cancelled', t('refusedCancelled'));
      const isDue = total > LONG && performance.now() - last >= TELL_EVERY_MS;
      if (!success || !isDue) return;
      last = performance.now();
      tellProgress({ op: output.op, done, total });
    };
  }

  return {
    states: (ids) => queries.states(v.parse(IdsSchema, ids)),
    run: async (command, sender) =>
      mayRun(sender, command)
        ? announced(await commands.run(command, telling(command)))
        : notAllowed(),
    manage: async (command, sender) => {
      if (sender.kind !== 'extension') return notAllowed();
      const answer = announced(await commands.manage(command, telling(command)));
      if (answer.ok && v.is(ImportTaskSchema, command)) void lookUps.begin();
      return answer;
    },
    importPart: (part, sender) =>
      sender.kind === 'extension' ? commands.keepImportPart(part) : notAllowed(),
    cancel: async (op, sender) => {
      if (sender.kind !== 'extension') return;
      const id = v.parse(OperationIdSchema, op);
      cancelled.add(id);
      await commands.forgetImport(id);
    },
    undo: async (payload) => {
      const { op, undoes } = v.parse(UndoSchema, payload);
      return announced(await commands.undo(op, undoes, telling({ op })));
    },
    undoLatest: async (op) => announced(await commands.undoLatest(op, telling({ op }))),
    redoLatest: async (op) => announced(await commands.redoLatest(op, telling({ op }))),
    history: () => queries.history(),
    tags: (beside) => queries.tagsBeside(v.parse(v.optional(TagsSchema, []), beside)),
    rules: () => queries.rules(),
    editRules: async (edit, sender) =>
      sender.kind === 'extension' ? announced(await commands.editRules(edit)) : notAllowed(),
    addRule: async (add) => announced(await commands.addRule(add)),
    visited: (visit) => visits.visited(v.parse(VisitSchema, visit)),
    seenBefore: (visit) => visits.seenBefore(v.parse(VisitSchema, visit)),
    abstracts: (ids) => abstracts.ask(v.parse(IdsSchema, ids)),
    meet: (meetings) => versions.meet(v.parse(MeetingsSchema, meetings)),
    openPageUi: async (_, sender) => {
      if (sender.kind === 'page') await inject('page-ui', sender);
    },
    openRegexEngine: async (_, sender) => {
      if (sender.kind === 'page') await inject('regex-engine', sender);
    },
    openPapers: async (payload, sender) => {
      const { ids, isActive } = v.parse(OpenPapersSchema, payload);
      if (sender.kind === 'page') await openPapers(ids, isActive, sender);
    },
    openRules: () => openRules(),
    hasNameless: () => queries.hasNameless(),
    namesakes: (papers) => queries.namesakes(v.parse(TitledSchema, papers)),
    zoteroTarget: (_, sender) =>
      sender.kind === 'extension' ? zotero.target() : { ...notAllowed(), problem: 'not-allowed' },
    sendToZotero: (batch, sender) =>
      sender.kind === 'extension'
        ? zotero.send(batch)
        : { ...notAllowed(), problem: 'not-allowed' },
    pageCount: async (count, sender) => {
      const told = v.parse(PageCountSchema, count);
      if (sender.kind === 'page' && sender.frameId === 0) await showCount(sender.tabId, told);
    },
  };
}

/** What open pages are told of what was done. */
export function newsOf({ states, isMany, rules, history }: Acknowledgement & { ok: true }): News {
  return {
    history,
    ...(Object.keys(states).length > 0 && { states }),
    ...(isMany && { isMany }),
    ...(rules && { rules }),
  };
}

/** A command about more papers than this tells how far it has come, so often. */
const LONG = 2_000;
const TELL_EVERY_MS = 200;

const ImportTaskSchema = v.object({
  task: v.object({ kind: v.picklist(['importPapers', 'importLibrary']) }),
});
const NamedSchema = v.object({ op: OperationIdSchema });
const IdsSchema = v.pipe(v.array(PaperIdSchema), v.maxLength(LIMITS.idsPerRequest));
const TitledSchema = v.pipe(
  v.array(v.object({ id: PaperIdSchema, title: v.pipe(v.string(), v.maxLength(LIMITS.title)) })),
  v.maxLength(LIMITS.idsPerRequest),
);
/** Tags of one paper. */
const TagsSchema = v.pipe(v.array(v.pipe(v.string(), v.maxLength(LIMITS.tag))), v.maxLength(1_000));
const VisitSchema = v.object({
  listing: v.nullable(v.pipe(v.string(), v.nonEmpty(), v.maxLength(LIMITS.listing))),
  ids: IdsSchema,
});
const CountSchema = v.pipe(v.number(), v.safeInteger(), v.minValue(0));
const PageCountSchema = v.object({ papers: CountSchema, decided: CountSchema });
const MeetingsSchema = v.pipe(
  v.array(
    v.object({
      id: PaperIdSchema,
      version: v.nullable(v.pipe(v.number(), v.integer(), v.minValue(1), v.maxValue(10_000))),
      replacedOn: v.nullable(v.pipe(v.string(), v.isoDate())),
    }),
  ),
  v.maxLength(LIMITS.idsPerRequest),
);
/** A page can open papers, and no address of its choice. */
const OpenPapersSchema = v.object({
  ids: v.pipe(v.array(PaperIdSchema), v.maxLength(LIMITS.tabsAtOnce)),
  isActive: v.boolean(),
});
const UndoSchema = v.object({ op: v.unknown(), undoes: v.unknown() });

/** As many papers as arXiv shows on one page can be starred or tagged at once. */
const ROWS_ON_A_PAGE = 2_000;

/**
 * A page may make the changes that its controls offer: to one paper, or stars, tags and dismissals
 * to all that match. Should a page get hold of its content script's voice, this is all it can do.
 */
const FromPageSchema = v.union([
  v.object({
    change: v.object({ kind: v.picklist(['star', 'tag', 'dismiss']) }),
    papers: v.pipe(v.array(v.unknown()), v.minLength(1), v.maxLength(ROWS_ON_A_PAGE)),
  }),
  v.object({
    change: v.object({ kind: v.picklist(['status', 'note', 'acknowledgeVersion']) }),
    papers: v.pipe(v.array(v.unknown()), v.length(1)),
  }),
]);

function notAllowed() {
  return { ok: false, code: 'not-allowed', message: t('refusedPage') } as const;
}

function mayRun(sender: Sender, command: unknown): boolean {
  return sender.kind === 'extension' || v.is(FromPageSchema, command);
}
