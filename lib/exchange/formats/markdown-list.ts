import { formatDate, t } from '@/lib/i18n';
import type { PaperRecord } from '@/lib/library/store/record';
import { arxivIdOf, doiOf, doiUrl } from '@/lib/paper';
import { addressOf } from './fields';
import type { Writer } from './found-paper';
import { escapeMarkdown, indented, markdownOf } from './markdown-text';

/** So many names are in a list before it says "et al.". */
const NAMES_SHOWN = 6;

/** Writes a list with one paper in each point, to be pasted into notes, mails and pull requests. */
export const writeMarkdownList: Writer = function* (papers) {
  for (const record of papers) yield pointOf(record);
};

function pointOf(record: PaperRecord): string {
  const { meta, triage } = record;
  const address = addressOf(record);
  const doi = arxivIdOf(record.id) === null ? null : doiOf(record);
  const title = markdownOf(meta.title);
  const facts = [
    namesOf(record),
    meta.journalRef === null ? '' : markdownOf(meta.journalRef),
    meta.date === null ? '' : shownDate(meta.date),
    doi === null ? '' : `[DOI](<${doiUrl(doi)}>)`,
    triage.starred ? '★' : '',
    triage.status === 'unread' ? '' : t(`status_${triage.status}`),
    triage.tags
      .map((tag) => escapeMarkdown(`#${tag.replace(/\s+/g, '-')}`).replace(/^\\#/, '#'))
      .join(' '),
  ];
  const line = facts.filter((fact) => fact !== '').join(' · ');
  const note = triage.note.trim() === '' ? '' : `${indented(triage.note.trim(), '  > ')}\n`;
  return `- ${address === null ? title : `[${title}](<${address}>)`}${line && `  \n  ${line}`}\n${note && `\n${note}\n`}`;
}

function namesOf({ meta }: PaperRecord): string {
  const shown = meta.authors.slice(0, NAMES_SHOWN).map(markdownOf).join(', ');
  const isCut = meta.authors.length > NAMES_SHOWN || meta.authorsTotal !== null;
  return shown && isCut ? `${shown} et al.` : shown;
}

/** A year or a month is known to no more than that. */
function shownDate(date: string): string {
  return date.length === 10 ? formatDate(date) : date;
}
