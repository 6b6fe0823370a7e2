import { defineBackground } from 'wxt/utils/define-background';
import { lastRequest } from '@/lib/arxiv/last-request';
import { createTurns } from '@/lib/arxiv/turns';
import { createAbstractSource } from '@/lib/background/abstracts';
import { announceCommands } from '@/lib/background/announced-commands';
import { keepBackups } from '@/lib/background/backups';
import { createBadge } from '@/lib/background/badge';
import { createHandlers } from '@/lib/background/handlers';
import { createLibrarySearch } from '@/lib/background/library-search';
import { createLongCommands } from '@/lib/background/long-commands';
import { watchForLoss } from '@/lib/background/loss';
import { offerMenus } from '@/lib/background/menus';
import { createMetadataLookup } from '@/lib/background/metadata-lookup';
import { offerOmnibox } from '@/lib/background/omnibox';
import { followPaperTabs } from '@/lib/background/paper-tabs';
import { createRefresher } from '@/lib/background/refresh';
import { offerShortcuts } from '@/lib/background/shortcuts';
import { toggleStar } from '@/lib/background/star-tab';
import { announceToTabs, inject, openPapers } from '@/lib/background/tabs';
import { keepTrashSmall } from '@/lib/background/trash';
import { welcomeNewUsers } from '@/lib/background/welcome';
import { createZoteroSender } from '@/lib/background/zotero';
import { createBackupMaker } from '@/lib/backup/backup-maker';
import { openBackups } from '@/lib/backup/backup-store';
import { openDatabase } from '@/lib/connections/open-database';
import { createCommands } from '@/lib/library/commands/commands';
import { createAbstractCache } from '@/lib/library/observations/abstracts';
import { createVersions } from '@/lib/library/observations/versions';
import { createVisits } from '@/lib/library/observations/visits';
import { createMetadataGaps } from '@/lib/library/queries/metadata-gaps';
import { createQueries } from '@/lib/library/queries/queries';
import { createSentToZotero } from '@/lib/library/queries/sent-to-zotero';
import { createSiteQueries } from '@/lib/library/queries/site-queries';
import { answer } from '@/lib/protocol/answer';
import { openBrowserKeys, readBrowserKeys } from '@/lib/protocol/browser-keys';
import type { News } from '@/lib/protocol/news';
import { tell } from '@/lib/protocol/tell';
import { openLibrary } from '@/lib/util/library-tab';

export default defineBackground(() => {
  const db = openDatabase();
  const queries = { ...createQueries(db), ...createSiteQueries(db) };
  const badge = createBadge(queries);
  const paperTabs = followPaperTabs(queries, badge);
  const announce = (news: News) => {
    void announceToTabs(news);
    if (!news.states && !news.isMany) return;
    badge.recount();
    paperTabs.update();
  };
  const commands = announceCommands(createCommands(db), announce);
  watchForLoss(queries);
  welcomeNewUsers(() => openLibrary('#/welcome'));
  keepTrashSmall(commands);
  keepBackups(createBackupMaker(queries, openBackups()));
  const turns = createTurns({
    memory: { get: () => lastRequest.getValue(), set: (last) => lastRequest.setValue(last) },
    onProblem: (abstractsProblem) => announce({ abstractsProblem }),
    now: Date.now,
    sleep: (milliseconds) => new Promise((resolve) => setTimeout(resolve, milliseconds)),
  });
  const cache = createAbstractCache(db);
  const abstracts = createAbstractSource(cache, turns, announce);
  const gaps = createMetadataGaps(db);
  const { manage } = commands;
  const saving = { commands, queries, fill: abstracts.fill, flash: badge.flash };
  offerMenus(saving);
  offerShortcuts({
    openLibrary: () => openLibrary(),
    toggleStar: (tab) => toggleStar(tab, saving),
  });
  const search = createLibrarySearch(db, queries);
  offerOmnibox({ search, isFirefox: import.meta.env.FIREFOX });
  answer(
    createHandlers({
      commands,
      longCommands: createLongCommands((progress) => void tell('progress', progress)),
      queries,
      visits: createVisits(db),
      versions: createVersions(db),
      abstracts,
      metadataLookup: createMetadataLookup({ gaps, cache, turns, manage }),
      refresh: createRefresher({
        ...{ turns, manage },
        onProgress: (progress) => void tell('progress', progress),
      }),
      zotero: createZoteroSender(createSentToZotero(db)),
      inject,
      openPapers,
      openRules: () => openLibrary('#/rules'),
      browserKeys: readBrowserKeys,
      openBrowserKeys,
      showCount: badge.showPage,
    }),
  );
});
