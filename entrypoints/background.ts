import { defineBackground } from 'wxt/utils/define-background';
import { createHandlers } from '@/lib/background/handlers';
import { announceToTabs, injectPageUi } from '@/lib/background/tabs';
import { createCommands } from '@/lib/library/commands';
import { LibraryDatabase } from '@/lib/library/database';
import { createQueries } from '@/lib/library/queries';
import { answer } from '@/lib/messages';

export default defineBackground(() => {
  const db = new LibraryDatabase();
  answer(
    createHandlers({
      commands: createCommands(db),
      queries: createQueries(db),
      announce: (states) => void announceToTabs(states),
      injectPageUi,
    }),
  );
});
