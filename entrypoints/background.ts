import { defineBackground } from 'wxt/utils/define-background';
import { createAbstractSource } from '@/lib/background/abstracts';
import { createHandlers } from '@/lib/background/handlers';
import { offerMenus } from '@/lib/background/menus';
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
  const announce = (news: News) => void announceToTabs(news);
  const commands = createCommands(db);
  const queries = createQueries(db);
  offerMenus({ commands, queries, announce });
  offerShortcuts(() => openLibrary());
  answer(
    createHandlers({
      commands,
      queries,
      visits: createVisits(db),
      abstracts: createAbstractSource(createAbstractCache(db), announce),
      announce,
      inject,
      openRules,
    }),
  );
});
