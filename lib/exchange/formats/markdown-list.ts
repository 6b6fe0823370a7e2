import { formatDate, t } from '@/lib/i18n';
import type { PaperRecord } from '@/lib/library/store/record';
import { arxivIdOf, doiOf, doiUrl } from '@/lib/paper';
import { paperUrl } from './field-values';
import { escapeMarkdown, prefixLines, toMarkdown } from './markdown-text';
import type { Writer } from './parsed-paper';

/** How many names are listed before "et al.". */
const MAX_NAMES = 6;

/** Writes a list with one paper per item, to paste into notes, emails and pull requests. */
export const writeMarkdownList: Writer = function* (papers) {
  for (const record of papers) yield formatItem(record);
};

function formatItem(record: PaperRecord): string {
  const { meta, triage } = record;
  const address = paperUrl(record);
  const doi = arxivIdOf(record.id) === null ? null : doiOf(record);
  const title = toMarkdown(meta.title);
  const facts = [
    formatNames(record),
    meta.journalRef === null ? '' : toMarkdown(meta.journalRef),
    meta.date === null ? '' : formatPartialDate(meta.date),
    linkTo('DOI', doi && doiUrl(doi)),
    linkTo(t('link_openCode'), meta.codeUrl),
    linkTo(t('linkProject'), meta.projectUrl),
    triage.starred ? '★' : '',
    triage.status === 'unread' ? '' : t(`status_${triage.status}`),
    triage.tags
      .map((tag) => escapeMarkdown(`#${tag.replace(/\s+/g, '-')}`).replace(/^\\#/, '#'))
      .join(' '),
  ];
  const line = facts.filter((fact) => fact !== '').join(' · ');
  const note = triage.note.trim() === '' ? '' : `${prefixLines(triage.note.trim(), '  > ')}\n`;
  return `- ${address === null ? title : `[${title}](<${address}>)`}${line && `  \n  ${line}`}\n${note && `\n${note}\n`}`;
}

function linkTo(name: string, url: string | null): string {
  return url === null ? '' : `[${name}](<${url}>)`;
}

function formatNames({ meta }: PaperRecord): string {
  const shown = meta.authors.slice(0, MAX_NAMES).map(toMarkdown).join(', ');
  const isCut = meta.authors.length > MAX_NAMES || meta.authorsTotal !== null;
  return shown && isCut ? `${shown} et al.` : shown;
}

/** A year or month alone stays as it is. */
function formatPartialDate(date: string): string {
  return date.length === 10 ? formatDate(date) : date;
}
