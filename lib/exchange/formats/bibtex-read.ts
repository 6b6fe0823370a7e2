import { t } from '@/lib/i18n';
import { decodeTex } from '@/lib/text/tex-encoding';
import { collapseSpace } from '@/lib/text/white-space';
import { toNaturalOrder } from './author-names';
import { type BibtexEntry, type BrokenEntry, parseBibtexEntries } from './bibtex-entries';
import {
  EMPTY_PAPER,
  parseCount,
  parseDate,
  parseTriage,
  stripBom,
  textOrNull,
  toExcerpt,
  toParseResult,
  toPartialDate,
} from './field-values';
import { arxivNote, findIds } from './ids-in-fields';
import type { ParsedPaper, ParseResult, Reader } from './parsed-paper';

/**
 * Reads BibTeX and BibLaTeX as written by Winnow, Zotero, Better BibTeX, JabRef, Google Scholar and
 * DBLP.
 */
export const readBibtex: Reader = function* (text) {
  for (const entry of parseBibtexEntries(stripBom(text))) yield toResult(entry);
};

function toResult(entry: BibtexEntry | BrokenEntry): ParseResult {
  const place = entry.line;
  if ('unclosed' in entry) {
    const reason = entry.unclosed ? t('readBibtexField', entry.unclosed) : t('readBibtexEntry');
    return { unreadable: { place, excerpt: toExcerpt(entry.excerpt), reason } };
  }
  return toParseResult(toPaper(entry), `@${entry.type}{${entry.key}}`);
}

function toPaper({ fields, line }: BibtexEntry): ParsedPaper {
  const raw = (...names: string[]) => names.map((name) => fields.get(name)).find(Boolean) ?? '';
  const text = (...names: string[]) => textOrNull(decodeTex(raw(...names)));
  const ids = idsOf(raw);
  const title = [text('title'), text('subtitle')].filter((part) => part !== null).join(': ');
  const authors = parseNames(raw('author') || raw('editor'));
  const categories = [raw('primaryclass', 'eprintclass'), ...raw('categories').split(',')];
  return {
    ...EMPTY_PAPER,
    title: title === '' ? null : title,
    abstract: text('abstract'),
    authors,
    categories: [...new Set(categories.map(collapseSpace))].filter((name) =>
      /^[\w.-]+$/.test(name),
    ),
    comments: text('comments') ?? withoutArxivId(text('note')),
    journalRef: journalRefOf(raw, text),
    date: dateOf(raw),
    version: parseCount(raw('version')) ?? ids.version,
    arxivId: ids.arxivId,
    doi: ids.doi,
    triage: parseTriage({
      starred: raw('starred'),
      dismissed: raw('dismissed'),
      status: raw('readstatus'),
      tags: parseKeywords(raw('keywords', 'keyword')).map(decodeTex),
      note: decodeTex(raw('annote', 'annotation').replace(/\r\n?/g, '\n')),
      added: raw('creationdate', 'date-added', 'timestamp'),
    }),
    place: line,
  };
}

type Raw = (...names: string[]) => string;

/**
 * An `eprint` is arXiv's unless another archive is named; other fields contain the id in running
 * text.
 */
function idsOf(raw: Raw): ReturnType<typeof findIds> {
  const archive = raw('archiveprefix', 'eprinttype');
  const eprint = archive === '' || /arxiv/i.test(archive) ? raw('eprint').trim() : '';
  // Old ids without their archive: https://info.arxiv.org/help/hypertex/bibstyles/index.html
  const isNumber = /^\d{7}(?:v\d+)?$/.test(eprint);
  const [archiveOfId] = raw('primaryclass', 'eprintclass').split('.');
  const inText = ['arxivid', 'arxiv', 'url', 'journal', 'journaltitle', 'howpublished'] as const;
  const more = ['volume', 'number', 'publisher', 'pages'] as const;
  return findIds(decodeTex(raw('doi')) || raw('url'), [
    isNumber ? `${archiveOfId}/${eprint}` : eprint,
    ...[...inText, ...more].map((name) => raw(name)),
    arxivNote(raw('note')),
  ]);
}

function dateOf(raw: Raw): string | null {
  if (raw('year') !== '') return toPartialDate(raw('year'), raw('month'), raw('day'));
  return parseDate(raw('date')) ?? parseDate(raw('issued'));
}

/** The place of publication in one line; arXiv itself does not count. */
function journalRefOf(raw: Raw, text: (...names: string[]) => string | null): string | null {
  const journal = text('journal', 'journaltitle', 'booktitle');
  if (journal === null || /^(?:arxiv|corr\b)|arxiv preprint/i.test(journal)) return null;
  const volume = text('volume') ?? '';
  const number = text('number') === null ? '' : `(${text('number')})`;
  const pages = raw('pages') === '' ? '' : `, ${text('pages')}`;
  return collapseSpace(`${journal} ${volume}${number}${pages}`);
}

/** Zotero puts arXiv's comments into the note: "arXiv:2410.11842 [cs]\nComment: 12 pages". */
function withoutArxivId(note: string | null): string | null {
  const comment = (note ?? '').replace(/^arxiv:\S+(?:\s*\[[^\]]*\])?\s*/i, '');
  return textOrNull(comment.replace(/^comment:\s*/i, ''));
}

/** Stands for further authors. */
const OTHERS = 'others';

/** Names are separated by "and". One in braces is taken literally. */
function parseNames(field: string): string[] {
  return splitOutsideBraces(field, /(?<!\s)\s+and\s+/iy)
    .filter((name) => name.trim() !== OTHERS)
    .map((name) => {
      const decoded = collapseSpace(decodeTex(name));
      return isInBraces(name.trim()) ? decoded : toNaturalOrder(decoded, 'middle');
    })
    .filter((name) => name !== '');
}

function isInBraces(text: string): boolean {
  const isClosed = text.startsWith('{') && text.endsWith('}');
  return isClosed && splitOutsideBraces(text.slice(0, -1), /\}/y).length === 1;
}

/**
 * Keywords are separated by semicolons if there are any, else by commas. One in braces is taken
 * whole.
 */
function parseKeywords(field: string): string[] {
  const bySemicolon = splitOutsideBraces(field, /;/y);
  return bySemicolon.length > 1 ? bySemicolon : splitOutsideBraces(field, /,/y);
}

function splitOutsideBraces(text: string, separator: RegExp): string[] {
  const parts: string[] = [];
  let depth = 0;
  let from = 0;
  for (let at = 0; at < text.length; at += 1) {
    if (text[at] === '{') depth += 1;
    else if (text[at] === '}') depth -= 1;
    if (depth > 0) continue;
    separator.lastIndex = at;
    const found = separator.exec(text)?.[0];
    if (!found) continue;
    parts.push(text.slice(from, at));
    at += found.length - 1;
    from = at + 1;
  }
  return [...parts, text.slice(from)];
}
