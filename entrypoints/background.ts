import { defineBackground } from 'wxt/utils/define-background';
import { lastRequest } from '@/lib/arxiv/last-request';
import { createTurns } from '@/lib/arxiv/turns';
import { createAbstractSource } from '@/lib/background/abstracts';
import { keepBackups } from '@/lib/background/backups';
import { createBadge } from '@/lib/background/badge';
import { createHandlers, newsOf } from '@/lib/background/handlers';
import { createLibrarySearch } from '@/lib/background/library-search';
import { watchForLoss } from '@/lib/background/loss';
import { offerMenus } from '@/lib/background/menus';
import { createLookUps } from '@/lib/background/metadata-lookup';
import { offerOmnibox } from '@/lib/background/omnibox';
import { offerShortcuts } from '@/lib/background/shortcuts';
import { announceToTabs, inject, openPapers } from '@/lib/background/tabs';
import { keepTrashSmall } from '@/lib/background/trash';
import { createZoteroSender } from '@/lib/background/zotero';
import { createBackupMaker } from '@/lib/backup/backup-maker';
import { openBackups } from '@/lib/backup/backup-store';
import { openDatabase } from '@/lib/connections/open-database';
import { createCommands } from '@/lib/library/commands/commands';
import { createAbstractCache } from '@/lib/library/observations/abstracts';
import { createVersions } from '@/lib/library/observations/versions';
import { createVisits } from '@/lib/library/observations/visits';
import { createLookUpSource } from '@/lib/library/queries/metadata-gaps';
import { createQueries } from '@/lib/library/queries/queries';
import { createSentToZotero } from '@/lib/library/queries/sent';
import { createSiteQueries } from '@/lib/library/queries/site-queries';
import { answer, type News, tellProgress } from '@/lib/protocol/messages';
import { openLibrary } from '@/lib/util/library-tab';

export default defineBackground(() => {
  const db = openDatabase();
  const commands = createCommands(db);
  const queries = { ...createQueries(db), ...createSiteQueries(db) };
  watchForLoss(queries);
  keepTrashSmall(commands);
  keepBackups(createBackupMaker(queries, openBackups()));
  const badge = createBadge(queries);
  const announce = (news: News) => {
    void announceToTabs(news);
    if (news.states || news.isMany) badge.recount();
  };
  const turns = createTurns({
    memory: { get: () => lastRequest.getValue(), set: (last) => lastRequest.setValue(last) },
    onProblem: (abstractsProblem) => announce({ abstractsProblem }),
    now: Date.now,
    sleep: (milliseconds) => new Promise((resolve) => setTimeout(resolve, milliseconds)),
  });
  const cache = createAbstractCache(db);
  const abstracts = createAbstractSource(cache, turns, announce);
  const lookUps = createLookUps({
    ...{ cache, turns, source: createLookUpSource(db) },
    async manage(command) {
      const answer = await commands.manage(command);
      if (answer.ok) announce(newsOf(answer));
      return answer;
    },
  });
  offerMenus({ commands, queries, announce, fill: abstracts.fill, flash: badge.flash });
  offerShortcuts(() => openLibrary());
  const search = createLibrarySearch(db, queries);
  offerOmnibox({ search, isFirefox: import.meta.env.FIREFOX });
  answer(
    createHandlers({
      commands,
      queries,
      visits: createVisits(db),
      versions: createVersions(db),
      abstracts,
      lookUps,
      zotero: createZoteroSender(createSentToZotero(db)),
      announce,
      tellProgress: (progress) => void tellProgress(progress),
      inject,
      openPapers,
      openRules: () => openLibrary('#/rules'),
      showCount: badge.showPage,
    }),
  );
});
