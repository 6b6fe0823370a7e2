import type { PaperRecord } from '@/lib/library/store/record';
import { arxivIdOf, doiOf } from '@/lib/paper';
import { encodePlain, encodeTex, protectCapitals } from '@/lib/text/tex-encoding';
import { collapseSpace } from '@/lib/text/white-space';
import { createKeys } from './bibtex-key';
import { addedOf, addressOf, monthName, withoutControls } from './fields';
import type { Writer } from './found-paper';
import { splitName } from './names';

/**
 * Writes BibTeX in UTF-8. TeX in titles is kept, and capitals within words are protected. What the
 * user decided stands in fields that JabRef has, or in ones that styles pass over; the note is an
 * `annote`, so that it gets into no bibliography. The papers are to come in the order of their
 * numbers: see `createKeys`.
 */
export const writeBibtex: Writer = function* (papers) {
  const keyOf = createKeys();
  for (const record of papers) yield entryOf(record, keyOf(record));
};

function entryOf(record: PaperRecord, key: string): string {
  const { meta, triage } = record;
  const arxivId = arxivIdOf(record.id);
  const [primary] = meta.categories;
  const [year, month, day] = meta.date?.split('-') ?? [];
  const fields: readonly (readonly [name: string, value: string | null | undefined])[] = [
    ['title', protectCapitals(encodeTex(collapseSpace(meta.title)))],
    ['author', authorsOf(record)],
    ['year', year],
    ['month', month && monthName(Number(month))],
    ['day', day && String(Number(day))],
    ['journal', meta.journalRef && encodeTex(collapseSpace(meta.journalRef))],
    ['doi', doiOf(record)],
    ['eprint', arxivId],
    ['archiveprefix', arxivId && 'arXiv'],
    ['primaryclass', arxivId && primary],
    ['categories', meta.categories.length > (arxivId ? 1 : 0) ? meta.categories.join(', ') : null],
    ['version', meta.version === null ? null : String(meta.version)],
    ['url', addressOf(record)],
    ['abstract', meta.abstract && encodeTex(collapseSpace(meta.abstract))],
    ['comments', meta.comments && encodeTex(collapseSpace(meta.comments))],
    ['keywords', triage.tags.map(keywordOf).join(', ')],
    ['annote', encodePlain(triage.note)],
    ['readstatus', triage.status === 'unread' ? null : triage.status],
    ['starred', triage.starred ? 'true' : null],
    ['dismissed', triage.dismissed ? 'true' : null],
    ['creationdate', addedOf(record)],
  ];
  const lines = fields.flatMap(([name, value]) =>
    value ? [`  ${name} = ${writtenValue(name, withoutControls(value))}`] : [],
  );
  return `@${meta.journalRef ? 'article' : 'misc'}{${key},\n${lines.join(',\n')}\n}\n\n`;
}

/** The month is a macro, which each style writes in its own way. */
function writtenValue(name: string, value: string): string {
  if (name === 'month') return value;
  return VERBATIM.has(name) ? `{${value.replace(/[{}]/g, encodeURIComponent)}}` : `{${value}}`;
}

/** What BibTeX takes to the letter. */
const VERBATIM = new Set(['doi', 'url', 'eprint']);

/** Names are written the way round that pages have them, but where BibTeX would not see their parts. */
function authorsOf({ meta }: PaperRecord): string {
  const names = meta.authors.map((name) => {
    const parts = splitName(collapseSpace(name));
    if ('literal' in parts) {
      const isOneWord =
        !/[\s,{}\\]/.test(parts.literal) && !/^(?:and|others)$/i.test(parts.literal);
      return isOneWord ? encodePlain(parts.literal) : `{${encodePlain(parts.literal)}}`;
    }
    const [family, given] = [encodePlain(parts.family), encodePlain(parts.given)];
    const suffix = parts.suffix === '' ? '' : `${encodePlain(parts.suffix)}, `;
    return /\sand\s/i.test(` ${name} `) ? `{${encodePlain(name)}}` : `${family}, ${suffix}${given}`;
  });
  if (meta.authorsTotal !== null && meta.authorsTotal > names.length) names.push('others');
  return names.join(' and ');
}

/** A tag with commas is in braces, which keeps it one. */
function keywordOf(tag: string): string {
  const encoded = encodePlain(collapseSpace(tag));
  return /[,;]/.test(tag) ? `{${encoded}}` : encoded;
}
