/** What can be copied and opened of a paper, on the extension's own pages. */
import { copyText } from '@/components/design/copy-text';
import { library } from '@/lib/connections/library';
import { t } from '@/lib/i18n';
import { newRecord } from '@/lib/library/store/record';
import { urlOf } from '@/lib/paper';
import {
  type Copy,
  isOpening,
  type LinkAction,
  markdownLink,
  urlToOpen,
} from '@/lib/triage/paper-links';
import type { ChangeablePaper } from './change-record';
import { triageActions } from './use-triage';

interface LinkedPaper extends ChangeablePaper {
  readonly codeUrl: string | null | undefined;
}

/** Copies or opens something of a paper, and says what came of it. */
export function actOnLinks(action: LinkAction, paper: LinkedPaper): void {
  if (!isOpening(action)) {
    copyPaper(action, paper);
    return;
  }
  const url = urlToOpen(action, paper);
  if (url === null) triageActions.say(t(`noLink_${action}`), paper.title);
  else window.open(url, '_blank', 'noreferrer');
}

/** Copies a link to a paper, or its citation, and says so. */
export function copyPaper(action: Copy, paper: ChangeablePaper): void {
  const text = textOf(action, paper);
  if (text === null) {
    triageActions.say(t('noLink_copy'), paper.title);
    return;
  }
  copyText(text).then(
    () => triageActions.say(t(`copied_${action}`), paper.title),
    () => triageActions.warn(t('notCopied'), paper.title),
  );
}

/** `null` where a paper has no address. */
function textOf(action: Copy, paper: ChangeablePaper): Promise<string> | null {
  if (action === 'copyBibtex') return bibtexOf(paper);
  const text = action === 'copyLink' ? urlOf(paper.id) : markdownLink(paper);
  return text === null ? null : Promise.resolve(text);
}

/** Undecided papers are known only to their page. */
async function bibtexOf({ id, paper }: ChangeablePaper): Promise<string> {
  const { writeBibtex } = await import('@/lib/exchange/formats/bibtex-write');
  const [known] = await library.papers([id]);
  const record = known ?? (paper && newRecord(paper, 0, ''));
  return [...writeBibtex(record ? [record] : [])].join('');
}
