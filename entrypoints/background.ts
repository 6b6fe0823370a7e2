import { defineBackground } from 'wxt/utils/define-background';
import { createAbstractSource } from '@/lib/background/abstracts';
import { createBadge } from '@/lib/background/badge';
import { createHandlers } from '@/lib/background/handlers';
import { createLibrarySearch } from '@/lib/background/library-search';
import { offerMenus } from '@/lib/background/menus';
import { offerOmnibox } from '@/lib/background/omnibox';
import { offerShortcuts } from '@/lib/background/shortcuts';
import { announceToTabs, inject, openLibrary, openRules } from '@/lib/background/tabs';
import { createAbstractCache } from '@/lib/library/abstracts';
import { createCommands } from '@/lib/library/commands';
import { LibraryDatabase } from '@/lib/library/database';
import { createQueries } from '@/lib/library/queries';
import { createVisits } from '@/lib/library/visits';
import { answer, type News } from '@/lib/messages';

export default defineBackground(() => {
  const db = new LibraryDatabase();
  const commands = createCommands(db);
  const queries = createQueries(db);
  const badge = createBadge(queries);
  const announce = (news: News) => {
    void announceToTabs(news);
    if (news.states) badge.recount();
  };
  const abstracts = createAbstractSource(createAbstractCache(db), announce);
  offerMenus({ commands, queries, announce, fill: abstracts.fill, flash: badge.flash });
  offerShortcuts(() => openLibrary());
  const search = createLibrarySearch(db, queries);
  offerOmnibox({ search, isXml: !import.meta.env.FIREFOX });
  answer(
    createHandlers({
      commands,
      queries,
      visits: createVisits(db),
      abstracts,
      announce,
      inject,
      openRules,
      showCount: badge.showPage,
    }),
  );
});
