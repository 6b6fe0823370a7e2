import '@/components/design/tokens.css';
import '@/components/design/base.css';
import '@/components/paper-list/paper-list.css';
import '@/components/tag-dialog/tag-dialog.css';
import '@/components/triage/toast.css';
import '@/components/keys/help.css';
import '@/components/saved-filters/filter-rows.css';
import '@/components/popup/popup.css';
import '@/components/popup/side-panel.css';
import { StrictMode } from 'react';
import { createRoot } from 'react-dom/client';
import { Popup } from '@/components/popup/popup';
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
        <Popup viewer="sidePanel" />
      </PageFailure>
    </StrictMode>,
  );
}
