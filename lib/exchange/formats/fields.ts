/** What fields of bibliographies hold, read and written the same way in all formats. */

import type { PaperRecord } from '@/lib/library/store/record';
import {
  arxivIdOf,
  doiOf,
  doiUrl,
  EMPTY_METADATA,
  STATUSES,
  type Status,
  urlOf,
} from '@/lib/paper';
import { isoDay, MONTHS } from '@/lib/text/calendar';
import { collapseSpace } from '@/lib/text/white-space';
import type { FoundPaper } from './found-paper';

/** A paper of which nothing is known. */
export const NOTHING_FOUND: Omit<FoundPaper, 'place'> = Object.freeze({
  ...EMPTY_METADATA,
  title: null,
  arxivId: null,
  doi: null,
  triage: Object.freeze({}),
});

/** The text, or `null` where nothing is said. */
export function textOrNull(text: string | undefined): string | null {
  const collapsed = collapseSpace(text ?? '');
  return collapsed === '' ? null : collapsed;
}

/** As much of a text as helps to find it again. */
export function excerptOf(text: string): string {
  const line = collapseSpace(text.slice(0, 400));
  return line.length > 120 ? `${line.slice(0, 119)}…` : line;
}

/** A file's text without the mark that tells its encoding. */
export function withoutBom(text: string): string {
  return text.charCodeAt(0) === 0xfeff ? text.slice(1) : text;
}

/** Texts that are on one line, and hold no characters that end a file for some programs. */
export function withoutControls(text: string): string {
  // biome-ignore lint/suspicious/noControlCharactersInRegex: those are to go
  return text.replace(/\r\n?/g, '\n').replace(/[\u0000-\u0008\u000b-\u001f\u007f]/g, '');
}

/** The name of a month in BibTeX: https://www.bibtex.com/f/month-field/ */
export function monthName(month: number): string {
  return MONTHS[month - 1] ?? '';
}

/** `YYYY`, `YYYY-MM` or `YYYY-MM-DD`, as far as it is said; `null` where there is no year. */
export function dateFrom(year: string, month = '', day = ''): string | null {
  const [y] = /\d{4}/.exec(year) ?? [];
  if (y === undefined) return null;
  const m = monthFrom(month);
  if (m === null) return y;
  const d = Number(/\d{1,2}/.exec(day)?.[0] ?? 0);
  return isoDay(Number(y), m, d) ?? `${y}-${String(m).padStart(2, '0')}`;
}

function monthFrom(text: string): number | null {
  const named = MONTHS.findIndex((name) => text.toLowerCase().includes(name));
  const month = named >= 0 ? named + 1 : Number(/\d{1,2}/.exec(text)?.[0] ?? 0);
  return month >= 1 && month <= 12 ? month : null;
}

/** A date such as 2024-11-05, 2024/11/5 or 2024-11-05T10:00:00Z; the first of two with a slash between. */
export function dateIn(text: string): string | null {
  const found = /(\d{4})(?:[-/.](\d{1,2})(?!\d)(?:[-/.](\d{1,2})(?!\d))?)?/.exec(text);
  return found ? dateFrom(found[1] ?? '', found[2], found[3]) : null;
}

/** Milliseconds of a moment as ISO 8601 writes it; `null` where it is none. */
function momentIn(text: string): number | null {
  if (!/^\s*\d{4}-\d{2}-\d{2}/.test(text)) return null;
  const time = Date.parse(text.trim().replace(' ', 'T'));
  return Number.isFinite(time) && time > 0 ? time : null;
}

/** Whether a field says yes. */
function isYes(text: string): boolean {
  return /^(?:1|true|yes|y|x|starred|ja)$/i.test(text.trim());
}

/** A status by its name; also those that JabRef knows. `null` for others. */
function statusIn(text: string): Status | null {
  const name = text.trim().toLowerCase();
  if (name === 'skimmed') return 'reading';
  return STATUSES.find((status) => status === name) ?? null;
}

/** Tags as a file has them, each once. */
export function tagsFrom(names: readonly string[]): string[] {
  return [...new Set(names.map(collapseSpace))].filter((name) => name !== '');
}

/** The positive whole number that a text is. */
export function countIn(text: string): number | null {
  return /^\s*\d{1,9}\s*$/.test(text) ? Number(text) : null;
}

type FoundTriage = FoundPaper['triage'];

/** Decisions as files write them. */
type WrittenTriage = { readonly tags?: readonly string[] } & {
  readonly [K in Exclude<keyof FoundTriage, 'tags'>]?: string | undefined;
};

/** The decisions that a file tells of; those it does not are left out. */
export function triageFrom(written: WrittenTriage): FoundTriage {
  const { note = '' } = written;
  const status = statusIn(written.status ?? '');
  const tags = tagsFrom(written.tags ?? []);
  const found: { readonly [K in keyof Required<FoundTriage>]: FoundTriage[K] | null } = {
    starred: isYes(written.starred ?? '') || null,
    dismissed: isYes(written.dismissed ?? '') || null,
    status: status === 'unread' ? null : status,
    tags: tags.length > 0 ? tags : null,
    note: note.trim() === '' ? null : note,
    added: momentIn(written.added ?? ''),
  };
  return Object.fromEntries(Object.entries(found).filter(([, value]) => value !== null));
}

/** The DOI that citations have: the published one, else arXiv's, https://info.arxiv.org/help/doi.html */
export function citedDoiOf(record: PaperRecord): string | null {
  const arxivId = arxivIdOf(record.id);
  return doiOf(record) ?? (arxivId === null ? null : `10.48550/arXiv.${arxivId}`);
}

/** Where the paper is read. */
export function addressOf(record: PaperRecord): string | null {
  const doi = doiOf(record);
  return urlOf(record.id) ?? (doi === null ? null : doiUrl(doi));
}

/** The moment at which a paper came onto the list, as ISO 8601; `null` if it never did. */
export function addedOf({ added }: PaperRecord): string | null {
  return added > 0 ? new Date(added).toISOString() : null;
}
