import '@/components/design/tokens.css';
import '@/components/design/base.css';
import '@/components/triage/toast.css';
import '@/components/rules-editor/rule-colours.css';
import '@/components/rules-editor/rules-editor.css';
import '@/components/rules-editor/terms-box.css';
import '@/components/rules-editor/rule-settings.css';
import '@/components/rules-editor/rule-card.css';
import '@/components/tag-dialog/tag-dialog.css';
import '@/components/keys/help.css';
import '@/components/note-editor/note-editor.css';
import '@/components/papers-section/papers.css';
import '@/components/tag-manager/tag-manager.css';
import '@/components/duplicates/duplicates.css';
import '@/components/trash/trash.css';
import '@/components/import/import.css';
import '@/components/backups/backups.css';
import '@/components/statistics/statistics.css';
import '@/components/keys/keys-editor.css';
import '@/components/saved-filters/filter-rows.css';
import '@/components/settings-page/settings-page.css';
import '@/components/welcome/welcome.css';
import '@/components/releases/releases.css';
import '@/components/library-page/library-page.css';
import { StrictMode } from 'react';
import { createRoot } from 'react-dom/client';
import { LibraryPage } from '@/components/library-page/library-page';
import '@/components/failure/failure.css';
import { PageFailure } from '@/components/failure/page-failure';
import { setDocumentLanguage } from '@/lib/i18n';
import { followTheme } from '@/lib/settings/theme';

setDocumentLanguage(document.documentElement);
followTheme();

const root = document.getElementById('root');
if (root) {
  createRoot(root).render(
    <StrictMode>
      <PageFailure>
        <LibraryPage />
      </PageFailure>
    </StrictMode>,
  );
}
