import { copyText } from '@/components/design/copy-text';
import { type PageStore, paperOf } from '@/lib/page/store';
import type { PageTriage } from '@/lib/page/triage-actions';
import { type Paper, pageUrlOf } from '@/lib/paper';
import { read } from '@/lib/protocol/ask';
import type { Row } from '@/lib/sites/site';
import { createLinkActions, type LinkAction } from '@/lib/triage/paper-links';

/** Returns what copies or opens something of a row's paper; links lead to the host where the user is. */
export function createPageLinks(store: PageStore, triage: Pick<PageTriage, 'say' | 'warn'>) {
  const act = createLinkActions<Paper>({
    addressOf: ({ id }) => pageUrlOf(id, store.getState().site?.host ?? 'arxiv'),
    bibtexOf: (paper) => read('bibtex', paper),
    copy: copyText,
    toasts: triage,
  });
  return (row: Row, action: LinkAction): void => act(action, paperOf(store.getState(), row));
}
