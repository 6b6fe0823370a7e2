/** What the background does with each request. The only place where pages reach the library. */
import * as v from 'valibot';
import { bibtexOf } from '@/lib/exchange/bibtex-of';
import type { Commands } from '@/lib/library/commands/commands';
import type { Versions } from '@/lib/library/observations/versions';
import type { Visits } from '@/lib/library/observations/visits';
import type { Queries } from '@/lib/library/queries/queries';
import type { SiteQueries } from '@/lib/library/queries/site-queries';
import type { PaperId } from '@/lib/paper';
import type { Handlers } from '@/lib/protocol/answer';
import type { BrowserKey } from '@/lib/protocol/browser-keys';
import type { PageCount } from '@/lib/protocol/page-count';
import type { PageSender } from '@/lib/protocol/transport';
import type { AbstractSource } from './abstracts';
import { fillDoubtful } from './fill-doubtful';
import type { LongCommands } from './long-commands';
import type { MetadataLookup } from './metadata-lookup';
import type { Refresher } from './refresh';
import type { PageScript } from './tabs';
import type { ZoteroSender } from './zotero';

export interface BackgroundServices {
  readonly commands: Commands;
  readonly longCommands: LongCommands;
  readonly queries: Queries & SiteQueries;
  readonly visits: Visits;
  readonly versions: Versions;
  readonly abstracts: Pick<AbstractSource, 'ask' | 'fill' | 'lookUp'>;
  readonly metadataLookup: MetadataLookup;
  readonly refresh: Refresher;
  readonly zotero: ZoteroSender;
  /** Brings another of our scripts to a page. */
  readonly inject: (script: PageScript, to: PageSender) => Promise<void>;
  /** Opens papers beside the tab of a page. */
  readonly openPapers: (
    ids: readonly PaperId[],
    isActive: boolean,
    from: PageSender,
  ) => Promise<void>;
  readonly openRules: () => Promise<void>;
  readonly browserKeys: () => Promise<BrowserKey[]>;
  readonly openBrowserKeys: () => Promise<void>;
  /** Shows on the icon how many papers the page in a tab has. */
  readonly showCount: (tabId: number, count: PageCount) => Promise<void>;
}

const ImportSchema = v.object({
  task: v.object({ kind: v.picklist(['importPapers', 'importLibrary']) }),
});

export function createHandlers(services: BackgroundServices): Handlers {
  const { commands, longCommands, queries, visits, versions, zotero } = services;
  const { reportOf } = longCommands;
  return {
    states: (ids) => queries.states(ids),
    run: async (command) => {
      const answer = await commands.run(command, reportOf(command));
      if (answer.ok) void fillDoubtful(command, { queries, fill: services.abstracts.fill });
      return answer;
    },
    manage: async (command) => {
      const answer = await commands.manage(command, reportOf(command));
      if (answer.ok && v.is(ImportSchema, command)) void services.metadataLookup.begin();
      return answer;
    },
    importPart: (part) => commands.saveImportPart(part),
    cancel: (op) => {
      longCommands.cancel(op);
      return commands.deleteImport(op);
    },
    undo: ({ op, undoes }) => commands.undo(op, undoes, reportOf({ op })),
    undoLatest: (op) => commands.undoLatest(op, reportOf({ op })),
    redoLatest: (op) => commands.redoLatest(op, reportOf({ op })),
    history: () => queries.history(),
    tags: (beside = []) => queries.rankTags(beside),
    rules: () => queries.rules(),
    editRules: (edit) => commands.editRules(edit),
    addRule: (add) => commands.addRule(add),
    visited: (visit) => visits.visited(visit),
    seenBefore: (visit) => visits.seenBefore(visit),
    abstracts: (ids) => services.abstracts.ask(ids),
    lookUp: (ids) => services.abstracts.lookUp(ids),
    reportVersions: (reports) => versions.report(reports),
    refreshPapers: (refresh) => services.refresh(refresh),
    openPageUi: (_, page) => services.inject('page-ui', page),
    openRegexEngine: (_, page) => services.inject('regex-engine', page),
    openPapers: ({ ids, isActive }, page) => services.openPapers(ids, isActive, page),
    openRules: () => services.openRules(),
    bibtex: (paper) => bibtexOf({ id: paper.id, paper }, queries),
    browserKeys: () => services.browserKeys(),
    openBrowserKeys: () => services.openBrowserKeys(),
    hasUnidentified: () => queries.hasUnidentified(),
    titleMatches: (papers) => queries.titleMatches(papers),
    zoteroTarget: () => zotero.target(),
    sendToZotero: (batch) => zotero.send(batch),
    pageCount: async (count, { tabId, frameId }) => {
      if (frameId === 0) await services.showCount(tabId, count);
    },
  };
}
