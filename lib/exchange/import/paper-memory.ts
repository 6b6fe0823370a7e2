/**
 * PaperMemory's exports: the whole memory, an object keyed by its own ids, or the shorter list of
 * links. Source: https://github.com/vict0rsch/PaperMemory
 */

import { t } from '@/lib/i18n';
import { webUrl } from '@/lib/paper';
import { collapseSpace } from '@/lib/text/white-space';
import { EMPTY_PAPER, textOrNull, toExcerpt } from '../formats/field-values';
import type { ParsedPaper, ParseResult } from '../formats/parsed-paper';
import { findIdentifiers } from './ids-in-text';

type Fields = Readonly<Record<string, unknown>>;

/** Whether parsed JSON is one of PaperMemory's exports. */
export function isPaperMemory(json: unknown): json is object {
  if (Array.isArray(json)) return json.length > 0 && json.slice(0, 20).every(isLink);
  if (typeof json !== 'object' || json === null) return false;
  if (Object.hasOwn(json, '__dataVersion')) return true;
  const first = Object.values(json).find((one) => typeof one === 'object' && one !== null);
  return first !== undefined && 'pdfLink' in first && ('addDate' in first || 'md' in first);
}

function isLink(entry: unknown): boolean {
  if (typeof entry === 'string') return /^https?:\/\//.test(entry);
  return isFields(entry) && typeof entry.url === 'string' && !('type' in entry);
}

/** Reads what `isPaperMemory` recognised. */
export function* readPaperMemory(json: object): Generator<ParseResult> {
  const entries: readonly (readonly [key: string, value: unknown])[] = Array.isArray(json)
    ? json.map((value: unknown) => ['', value] as const)
    : Object.entries(json).filter(([key]) => !key.startsWith('__'));
  let place = 0;
  for (const [key, value] of entries) {
    place += 1;
    const fields = typeof value === 'string' ? { url: value } : value;
    const paper = isFields(fields) ? toPaper(key, fields, place) : null;
    if (paper) yield { paper };
    else {
      const excerpt = toExcerpt(key || (JSON.stringify(value) ?? ''));
      yield { unreadable: { place, excerpt, reason: t('importNoTitleOrId') } };
    }
  }
}

function isFields(value: unknown): value is Fields {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}

/** `null` without a title or id. */
function toPaper(key: string, fields: Fields, place: number): ParsedPaper | null {
  const title = textIn(fields, 'title');
  const ids = idsOf(key, fields);
  if (title === null && ids.arxivId === null && ids.doi === null) return null;
  const venue = textIn(fields, 'venue');
  return {
    ...EMPTY_PAPER,
    ...ids,
    title,
    authors: (textIn(fields, 'author') ?? '').split(' and ').map(collapseSpace).filter(Boolean),
    codeUrl: webUrl(textIn(fields, 'codeLink') ?? ''),
    journalRef: venue && !/^arxiv\b/i.test(venue) ? venue : null,
    date: /^\d{4}$/.exec(String(fields.year ?? ''))?.[0] ?? null,
    triage: toTriage(fields),
    place,
  };
}

/**
 * Once PaperMemory finds a published version, `id` and `pdfLink` are the publisher's, but `md`
 * still links to arXiv. Slashes in ids are written as underscores.
 */
function idsOf(key: string, fields: Fields): Pick<ParsedPaper, 'arxivId' | 'doi' | 'version'> {
  const own = /^Arxiv-(.+)$/i.exec(textIn(fields, 'id') ?? key)?.[1]?.replace('_', '/');
  const links = ['pdfLink', 'url', 'md', 'doi'].map((name) => textIn(fields, name) ?? '');
  const all = [own ? `arXiv:${own}` : '', ...links].flatMap((text) =>
    [...findIdentifiers(text)].map(({ identifier }) => identifier),
  );
  const arxiv = all.find((identifier) => identifier.kind === 'arxiv');
  const doi = all.find((identifier) => identifier.kind === 'doi');
  const versions = all.flatMap((one) =>
    one.kind === 'arxiv' && one.arxivId === arxiv?.arxivId ? (one.version ?? []) : [],
  );
  return {
    arxivId: arxiv?.arxivId ?? null,
    version: versions[0] ?? null,
    doi: doi?.doi ?? null,
  };
}

function toTriage(fields: Fields): ParsedPaper['triage'] {
  const tags = Array.isArray(fields.tags)
    ? fields.tags.filter((tag) => typeof tag === 'string').map(collapseSpace)
    : [];
  const code = textIn(fields, 'codeLink');
  const note = typeof fields.note === 'string' ? fields.note.trim() : '';
  const notes = [note, code && !note.includes(code) ? code : ''].filter(Boolean).join('\n\n');
  const added = Date.parse(String(fields.addDate ?? ''));
  return {
    ...(fields.favorite === true && { starred: true }),
    ...(tags.length > 0 && { tags: tags.filter(Boolean) }),
    ...(notes !== '' && { note: notes }),
    ...(added > 0 && { added }),
  };
}

function textIn(fields: Fields, name: string): string | null {
  const value = Object.hasOwn(fields, name) ? fields[name] : null;
  return typeof value === 'string' ? textOrNull(value) : null;
}
