import { createRoot } from 'react-dom/client';
import buttons from '@/components/design/buttons.css?inline';
import popover from '@/components/design/popover.css?inline';
import tokens from '@/components/design/tokens.css?inline';
import keysEditor from '@/components/keys/keys-editor.css?inline';
import noteBox from '@/components/note-editor/note-box.css?inline';
import tagDialog from '@/components/tag-dialog/tag-dialog.css?inline';
import toast from '@/components/triage/toast.css?inline';
import { setDocumentLanguage } from '@/lib/i18n';
import type { PageBridge } from '@/lib/page/bridge';
import { PAGE_UI_TAG } from '@/lib/sites/own-tags';
import activeRules from './active-rules.css?inline';
import dialog from './dialog.css?inline';
import menu from './menu.css?inline';
import pageToast from './page-toast.css?inline';
import { PageUi } from './page-ui';
import pageUi from './page-ui.css?inline';
import panel from './panel.css?inline';
import partContent from './part-content.css?inline';
import { nameKeysOnRows } from './row-hints';

const SHEETS = [
  ...[tokens, buttons, popover, tagDialog, noteBox, keysEditor],
  ...[pageUi, panel, partContent, activeRules, menu, toast, pageToast, dialog],
];

/** Mounts the dialogs, the panel and the toast on the page, replacing those of an older version. */
export function mountPageUi(bridge: PageBridge): void {
  for (const stale of document.querySelectorAll(PAGE_UI_TAG)) stale.remove();
  const host = document.createElement(PAGE_UI_TAG);
  setDocumentLanguage(host); // rather than the page's
  const shadow = host.attachShadow({ mode: 'open' });
  const style = document.createElement('style');
  style.textContent = SHEETS.join('\n');
  const container = document.createElement('div');
  shadow.append(style, container);
  document.documentElement.append(host); // outside the body, where scripts of the page leave it alone
  nameKeysOnRows(document, bridge.keys);
  createRoot(container).render(<PageUi bridge={bridge} />);
}
