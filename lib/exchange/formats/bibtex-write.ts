import type { PaperRecord } from '@/lib/library/store/record';
import { arxivIdOf, doiOf } from '@/lib/paper';
import { encodePlain, encodeTex, protectCapitals } from '@/lib/text/tex-encoding';
import { collapseSpace } from '@/lib/text/white-space';
import { splitName } from './author-names';
import { createCitationKeys } from './bibtex-key';
import { addedTimestamp, bibtexMonth, paperUrl, stripControls } from './field-values';
import type { Writer } from './parsed-paper';

/**
 * Writes BibTeX in UTF-8, keeping TeX in titles and protecting capitals within words. The user's
 * decisions go into fields known to JabRef or ignored by styles; the note is an `annote`, which
 * stays out of bibliographies. Papers must come in the order of their numbers: see
 * `createCitationKeys`.
 */
export const writeBibtex: Writer = function* (papers) {
  const keyOf = createCitationKeys();
  for (const record of papers) yield formatEntry(record, keyOf(record));
};

function formatEntry(record: PaperRecord, key: string): string {
  const { meta, triage } = record;
  const arxivId = arxivIdOf(record.id);
  const [primary] = meta.categories;
  const [year, month, day] = meta.date?.split('-') ?? [];
  const fields: readonly (readonly [name: string, value: string | null | undefined])[] = [
    ['title', protectCapitals(encodeTex(collapseSpace(meta.title)))],
    ['author', formatAuthors(record)],
    ['year', year],
    ['month', month && bibtexMonth(Number(month))],
    ['day', day && String(Number(day))],
    ['journal', meta.journalRef && encodeTex(collapseSpace(meta.journalRef))],
    ['doi', doiOf(record)],
    ['eprint', arxivId],
    ['archiveprefix', arxivId && 'arXiv'],
    ['primaryclass', arxivId && primary],
    ['categories', meta.categories.length > (arxivId ? 1 : 0) ? meta.categories.join(', ') : null],
    ['version', meta.version === null ? null : String(meta.version)],
    ['url', paperUrl(record)],
    ['abstract', meta.abstract && encodeTex(collapseSpace(meta.abstract))],
    ['comments', meta.comments && encodeTex(collapseSpace(meta.comments))],
    ['keywords', triage.tags.map(formatKeyword).join(', ')],
    ['annote', encodePlain(triage.note)],
    ['readstatus', triage.status === 'unread' ? null : triage.status],
    ['starred', triage.starred ? 'true' : null],
    ['dismissed', triage.dismissed ? 'true' : null],
    ['creationdate', addedTimestamp(record)],
  ];
  const lines = fields.flatMap(([name, value]) =>
    value ? [`  ${name} = ${formatValue(name, stripControls(value))}`] : [],
  );
  return `@${meta.journalRef ? 'article' : 'misc'}{${key},\n${lines.join(',\n')}\n}\n\n`;
}

/** The month is a macro, which each style formats in its own way. */
function formatValue(name: string, value: string): string {
  if (name === 'month') return value;
  return VERBATIM.has(name) ? `{${value.replace(/[{}]/g, encodeURIComponent)}}` : `{${value}}`;
}

/** Fields that BibTeX takes literally. */
const VERBATIM = new Set(['doi', 'url', 'eprint']);

/**
 * Names are written family name first; those that BibTeX would not split correctly are in braces.
 */
function formatAuthors({ meta }: PaperRecord): string {
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

/** A tag with commas is put in braces, to keep it whole. */
function formatKeyword(tag: string): string {
  const encoded = encodePlain(collapseSpace(tag));
  return /[,;]/.test(tag) ? `{${encoded}}` : encoded;
}
