import { copyText } from '@/components/design/copy-text';
import { library } from '@/lib/connections/library';
import { urlOf } from '@/lib/paper';
import { createLinkActions } from '@/lib/triage/paper-links';
import type { ChangeablePaper } from './change-record';
import { triageActions } from './use-triage';

interface LinkedPaper extends ChangeablePaper {
  readonly codeUrl?: string | null | undefined;
}

/** Copies or opens something of a paper, on the extension's own pages. */
export const actOnLinks = createLinkActions<LinkedPaper>({
  addressOf: ({ id }) => urlOf(id),
  async bibtexOf(paper) {
    const { bibtexOf } = await import('@/lib/exchange/bibtex-of');
    return bibtexOf(paper, library);
  },
  copy: copyText,
  toasts: triageActions,
});
