import type { PaperRecord } from '@/lib/library/store/record';
import { arxivIdOf } from '@/lib/paper';
import { plainTex } from '@/lib/text/tex-encoding';
import { collapseSpace } from '@/lib/text/white-space';
import { addedOf, addressOf, citedDoiOf, withoutControls } from './fields';
import type { Writer } from './found-paper';
import { splitName } from './names';

/**
 * Writes RIS: https://en.wikipedia.org/wiki/RIS_(file_format). What the user decided stands in the
 * fields U1 to U4, which the format leaves to its users, the tags in KW and the note in N1.
 */
export const writeRis: Writer = function* (papers) {
  for (const record of papers) yield referenceOf(record);
};

function referenceOf(record: PaperRecord): string {
  const { meta, triage } = record;
  const arxivId = arxivIdOf(record.id);
  const added = addedOf(record);
  const lines: readonly (readonly [tag: string, value: string | null | undefined])[] = [
    ['TY', meta.journalRef ? 'JOUR' : 'UNPB'],
    ['TI', plainTex(collapseSpace(meta.title))],
    ...meta.authors.map((name) => ['AU', turned(collapseSpace(name))] as const),
    ['PY', meta.date?.slice(0, 4)],
    ['DA', meta.date && risDate(meta.date)],
    ['T2', meta.journalRef && collapseSpace(meta.journalRef)],
    ['DO', citedDoiOf(record)],
    ['UR', addressOf(record)],
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
    value ? [`${tag}  - ${continued(withoutControls(value))}\r\n`] : [],
  );
  return `${written.join('')}ER  - \r\n\r\n`;
}

/**
 * Further lines begin with a space, so that empty ones are seen. One that programs could take for a field
 * has a backslash before it.
 */
function continued(text: string): string {
  const [first = '', ...more] = text.split('\n');
  return [first, ...more.map((line) => ` ${LIKE_FIELD.test(line) ? '\\' : ''}${line}`)].join(
    '\r\n',
  );
}

const LIKE_FIELD = /^[\s\\]*[A-Z][A-Z0-9]\s*-/;

/** `2024/11/05/`: what is not known is left empty. */
function risDate(date: string): string {
  const [year = '', month = '', day = ''] = date.split('-');
  return `${year}/${month}/${day}/`;
}

/** The family name first, as the format asks. */
function turned(name: string): string {
  const parts = splitName(name);
  if ('literal' in parts) return parts.literal;
  return [parts.family, parts.given, parts.suffix].filter((part) => part !== '').join(', ');
}
