import type { PaperRecord } from '@/lib/library/store/record';
import { arxivIdOf } from '@/lib/paper';
import { plainTex } from '@/lib/text/tex-encoding';
import { collapseSpace } from '@/lib/text/white-space';
import { splitName } from './author-names';
import { addedTimestamp, citedDoiOf, paperUrl, stripControls } from './field-values';
import type { Writer } from './parsed-paper';

/**
 * Writes RIS: https://en.wikipedia.org/wiki/RIS_(file_format). The user's decisions go into U1 to
 * U4, which the format leaves to its users, the tags into KW and the note into N1.
 */
export const writeRis: Writer = function* (papers) {
  for (const record of papers) yield formatReference(record);
};

function formatReference(record: PaperRecord): string {
  const { meta, triage } = record;
  const arxivId = arxivIdOf(record.id);
  const added = addedTimestamp(record);
  const lines: readonly (readonly [tag: string, value: string | null | undefined])[] = [
    ['TY', meta.journalRef ? 'JOUR' : 'UNPB'],
    ['TI', plainTex(collapseSpace(meta.title))],
    ...meta.authors.map((name) => ['AU', familyNameFirst(collapseSpace(name))] as const),
    ['PY', meta.date?.slice(0, 4)],
    ['DA', meta.date && risDate(meta.date)],
    ['T2', meta.journalRef && collapseSpace(meta.journalRef)],
    ['DO', citedDoiOf(record)],
    ['UR', paperUrl(record)],
    ['DB', arxivId && 'arXiv'],
    ['AN', arxivId && `arXiv:${arxivId}`],
    ['ET', meta.version === null ? null : `v${meta.version}`],
    ['AB', meta.abstract && plainTex(collapseSpace(meta.abstract))],
    ['C1', meta.comments && collapseSpace(meta.comments)],
    ['C2', meta.categories.join('; ')],
    ...triage.tags.map((tag) => ['KW', collapseSpace(tag)] as const),
    ['N1', triage.note],
    ['U1', triage.status === 'unread' ? null : triage.status],
    ['U2', triage.starred ? 'starred' : null],
    ['U3', triage.dismissed ? 'dismissed' : null],
    ['U4', added && `added ${added}`],
  ];
  const written = lines.flatMap(([tag, value]) =>
    value ? [`${tag}  - ${formatValue(stripControls(value))}\r\n`] : [],
  );
  return `${written.join('')}ER  - \r\n\r\n`;
}

/**
 * Continuation lines begin with a space, to preserve blank ones. Those that could be taken for a
 * field are escaped with a backslash.
 */
function formatValue(text: string): string {
  const [first = '', ...more] = text.split('\n');
  return [first, ...more.map((line) => ` ${LOOKS_LIKE_FIELD.test(line) ? '\\' : ''}${line}`)].join(
    '\r\n',
  );
}

const LOOKS_LIKE_FIELD = /^[\s\\]*[A-Z][A-Z0-9]\s*-/;

/** `2024/11/05/`; unknown parts are empty. */
function risDate(date: string): string {
  const [year = '', month = '', day = ''] = date.split('-');
  return `${year}/${month}/${day}/`;
}

/** The format wants the family name first. */
function familyNameFirst(name: string): string {
  const parts = splitName(name);
  if ('literal' in parts) return parts.literal;
  return [parts.family, parts.given, parts.suffix].filter((part) => part !== '').join(', ');
}
