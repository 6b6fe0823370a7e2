/** Parses and formats the values of bibliography fields, in the same way for all formats. */

import { t } from '@/lib/i18n';
import type { PaperRecord } from '@/lib/library/store/record';
import {
  arxivIdOf,
  doiOf,
  doiUrl,
  EMPTY_METADATA,
  STATUSES,
  type Status,
  urlOf,
  webUrl,
} from '@/lib/paper';
import { isoDay, MONTHS } from '@/lib/text/calendar';
import { collapseSpace } from '@/lib/text/white-space';
import type { ParsedPaper, ParseResult } from './parsed-paper';

/** A paper of which nothing is known. */
export const EMPTY_PAPER: Omit<ParsedPaper, 'place'> = Object.freeze({
  ...EMPTY_METADATA,
  title: null,
  arxivId: null,
  doi: null,
  triage: Object.freeze({}),
});

/** The text with white space collapsed, or `null` if it is blank. */
export function textOrNull(text: string | undefined): string | null {
  const collapsed = collapseSpace(text ?? '');
  return collapsed === '' ? null : collapsed;
}

/** Enough of a text to find it again. */
export function toExcerpt(text: string): string {
  const line = collapseSpace(text.slice(0, 400));
  return line.length > 120 ? `${line.slice(0, 119)}…` : line;
}

/** The result for a paper read from `source`: unreadable if it has neither a title nor an id. */
export function toParseResult(paper: ParsedPaper, source: string): ParseResult {
  if (paper.title !== null || paper.arxivId !== null || paper.doi !== null) return { paper };
  const { place } = paper;
  return { unreadable: { place, excerpt: toExcerpt(source), reason: t('readNoTitle') } };
}

/** Removes the byte order mark. */
export function stripBom(text: string): string {
  return text.charCodeAt(0) === 0xfeff ? text.slice(1) : text;
}

/** Normalises line breaks and removes control characters, which end a file for some programs. */
export function stripControls(text: string): string {
  // biome-ignore lint/suspicious/noControlCharactersInRegex: they are to be removed
  return text.replace(/\r\n?/g, '\n').replace(/[\u0000-\u0008\u000b-\u001f\u007f]/g, '');
}

/** The name of a month, from 1, in BibTeX: https://www.bibtex.com/f/month-field/ */
export function bibtexMonth(month: number): string {
  return MONTHS[month - 1] ?? '';
}

/** `YYYY`, `YYYY-MM` or `YYYY-MM-DD`, as far as known; `null` without a year. */
export function toPartialDate(year: string, month = '', day = ''): string | null {
  const [y] = /\d{4}/.exec(year) ?? [];
  if (y === undefined) return null;
  const m = parseMonth(month);
  if (m === null) return y;
  const d = Number(/\d{1,2}/.exec(day)?.[0] ?? 0);
  return isoDay(Number(y), m, d) ?? `${y}-${String(m).padStart(2, '0')}`;
}

function parseMonth(text: string): number | null {
  const named = MONTHS.findIndex((name) => text.toLowerCase().includes(name));
  const month = named >= 0 ? named + 1 : Number(/\d{1,2}/.exec(text)?.[0] ?? 0);
  return month >= 1 && month <= 12 ? month : null;
}

/**
 * Parses a date such as 2024-11-05, 2024/11/5 or 2024-11-05T10:00:00Z, or the first of a range;
 * `null` if there is none.
 */
export function parseDate(text: string): string | null {
  const found = /(\d{4})(?:[-/.](\d{1,2})(?!\d)(?:[-/.](\d{1,2})(?!\d))?)?/.exec(text);
  return found ? toPartialDate(found[1] ?? '', found[2], found[3]) : null;
}

/** Parses an ISO 8601 timestamp to milliseconds since 1970; `null` if it is malformed. */
function parseTimestamp(text: string): number | null {
  if (!/^\s*\d{4}-\d{2}-\d{2}/.test(text)) return null;
  const time = Date.parse(text.trim().replace(' ', 'T'));
  return Number.isFinite(time) && time > 0 ? time : null;
}

/** Whether a field means yes. */
function isYes(text: string): boolean {
  return /^(?:1|true|yes|y|x|starred|ja)$/i.test(text.trim());
}

/** Parses a status, including JabRef's; `null` for others. */
function parseStatus(text: string): Status | null {
  const name = text.trim().toLowerCase();
  if (name === 'skimmed') return 'reading';
  return STATUSES.find((status) => status === name) ?? null;
}

/** The tags in a file, without duplicates and blanks. */
export function toTags(names: readonly string[]): string[] {
  return [...new Set(names.map(collapseSpace))].filter((name) => name !== '');
}

/** Parses a non-negative integer; `null` for other texts. */
export function parseCount(text: string): number | null {
  return /^\s*\d{1,9}\s*$/.test(text) ? Number(text) : null;
}

/** A link to the code, with its stars; neither without a link that can be followed. */
export function parseCode(
  link: string,
  stars: number | null,
): Pick<ParsedPaper, 'codeUrl' | 'codeStars'> {
  const codeUrl = webUrl(link.trim());
  return { codeUrl, codeStars: codeUrl === null ? null : stars };
}

type ParsedTriage = ParsedPaper['triage'];

/** Decisions as written in files. */
type WrittenTriage = { readonly tags?: readonly string[] } & {
  readonly [K in Exclude<keyof ParsedTriage, 'tags'>]?: string | undefined;
};

/** The decisions in a file; absent ones are left out. */
export function parseTriage(written: WrittenTriage): ParsedTriage {
  const { note = '' } = written;
  const status = parseStatus(written.status ?? '');
  const tags = toTags(written.tags ?? []);
  const found: { readonly [K in keyof Required<ParsedTriage>]: ParsedTriage[K] | null } = {
    starred: isYes(written.starred ?? '') || null,
    dismissed: isYes(written.dismissed ?? '') || null,
    status: status === 'unread' ? null : status,
    tags: tags.length > 0 ? tags : null,
    note: note.trim() === '' ? null : note,
    added: parseTimestamp(written.added ?? ''),
  };
  return Object.fromEntries(Object.entries(found).filter(([, value]) => value !== null));
}

/**
 * The DOI to cite: the published one, else arXiv's (https://info.arxiv.org/help/doi.html); `null`
 * if none.
 */
export function citedDoiOf(record: PaperRecord): string | null {
  const arxivId = arxivIdOf(record.id);
  return doiOf(record) ?? (arxivId === null ? null : `10.48550/arXiv.${arxivId}`);
}

/** The URL at which to read the paper; `null` if unknown. */
export function paperUrl(record: PaperRecord): string | null {
  const doi = doiOf(record);
  return urlOf(record.id) ?? (doi === null ? null : doiUrl(doi));
}

/** When the paper was added to the list, in ISO 8601; `null` if it never was. */
export function addedTimestamp({ added }: PaperRecord): string | null {
  return added > 0 ? new Date(added).toISOString() : null;
}
