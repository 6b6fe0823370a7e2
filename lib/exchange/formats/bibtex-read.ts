import { t } from '@/lib/i18n';
import { decodeTex } from '@/lib/text/tex-encoding';
import { collapseSpace } from '@/lib/text/white-space';
import { type BibtexEntry, type BrokenEntry, bibtexEntries } from './bibtex-entries';
import {
  countIn,
  dateFrom,
  dateIn,
  excerptOf,
  NOTHING_FOUND,
  textOrNull,
  triageFrom,
  withoutBom,
} from './fields';
import type { Found, FoundPaper, Reader } from './found-paper';
import { idNote, idsIn } from './identifiers';
import { turnName } from './names';

/** Reads BibTeX and BibLaTeX: ours, Zotero's, Better BibTeX's, JabRef's, Google Scholar's and DBLP's. */
export const readBibtex: Reader = function* (text) {
  for (const entry of bibtexEntries(withoutBom(text))) yield foundIn(entry);
};

function foundIn(entry: BibtexEntry | BrokenEntry): Found {
  const place = entry.line;
  if ('unclosed' in entry) {
    const why = entry.unclosed ? t('readBibtexField', entry.unclosed) : t('readBibtexEntry');
    return { unreadable: { place, excerpt: excerptOf(entry.excerpt), why } };
  }
  const paper = paperOf(entry);
  if (paper.title !== null || paper.arxivId !== null || paper.doi !== null) return { paper };
  const excerpt = excerptOf(`@${entry.type}{${entry.key}}`);
  return { unreadable: { place, excerpt, why: t('readNoTitle') } };
}

function paperOf({ fields, line }: BibtexEntry): FoundPaper {
  const raw = (...names: string[]) => names.map((name) => fields.get(name)).find(Boolean) ?? '';
  const text = (...names: string[]) => textOrNull(decodeTex(raw(...names)));
  const ids = idsOf(raw);
  const title = [text('title'), text('subtitle')].filter((part) => part !== null).join(': ');
  const authors = namesIn(raw('author') || raw('editor'));
  const categories = [raw('primaryclass', 'eprintclass'), ...raw('categories').split(',')];
  return {
    ...NOTHING_FOUND,
    title: title === '' ? null : title,
    abstract: text('abstract'),
    authors,
    categories: [...new Set(categories.map(collapseSpace))].filter((name) =>
      /^[\w.-]+$/.test(name),
    ),
    comments: text('comments') ?? commentIn(text('note')),
    journalRef: journalRefOf(raw, text),
    date: dateOf(raw),
    version: countIn(raw('version')) ?? ids.version,
    arxivId: ids.arxivId,
    doi: ids.doi,
    triage: triageFrom({
      starred: raw('starred'),
      dismissed: raw('dismissed'),
      status: raw('readstatus'),
      tags: keywordsIn(raw('keywords', 'keyword')).map(decodeTex),
      note: decodeTex(raw('annote', 'annotation').replace(/\r\n?/g, '\n')),
      added: raw('creationdate', 'date-added', 'timestamp'),
    }),
    place: line,
  };
}

type Raw = (...names: string[]) => string;

/** An `eprint` is arXiv's unless another archive is named; the others have the id in running text. */
function idsOf(raw: Raw): ReturnType<typeof idsIn> {
  const archive = raw('archiveprefix', 'eprinttype');
  const eprint = archive === '' || /arxiv/i.test(archive) ? raw('eprint').trim() : '';
  // Old ids without their archive: https://info.arxiv.org/help/hypertex/bibstyles/index.html
  const isNumber = /^\d{7}(?:v\d+)?$/.test(eprint);
  const [archiveOfId] = raw('primaryclass', 'eprintclass').split('.');
  const inText = ['arxivid', 'arxiv', 'url', 'journal', 'journaltitle', 'howpublished'] as const;
  const more = ['volume', 'number', 'publisher', 'pages'] as const;
  return idsIn(decodeTex(raw('doi')) || raw('url'), [
    isNumber ? `${archiveOfId}/${eprint}` : eprint,
    ...[...inText, ...more].map((name) => raw(name)),
    idNote(raw('note')),
  ]);
}

function dateOf(raw: Raw): string | null {
  if (raw('year') !== '') return dateFrom(raw('year'), raw('month'), raw('day'));
  return dateIn(raw('date')) ?? dateIn(raw('issued'));
}

/** Where it was published, in one line; arXiv itself is no such place. */
function journalRefOf(raw: Raw, text: (...names: string[]) => string | null): string | null {
  const journal = text('journal', 'journaltitle', 'booktitle');
  if (journal === null || /^(?:arxiv|corr\b)|arxiv preprint/i.test(journal)) return null;
  const volume = text('volume') ?? '';
  const number = text('number') === null ? '' : `(${text('number')})`;
  const pages = raw('pages') === '' ? '' : `, ${text('pages')}`;
  return collapseSpace(`${journal} ${volume}${number}${pages}`);
}

/** Zotero writes what arXiv says of a paper into the note: "arXiv:2410.11842 [cs]\nComment: 12 pages". */
function commentIn(note: string | null): string | null {
  const comment = (note ?? '').replace(/^arxiv:\S+(?:\s*\[[^\]]*\])?\s*/i, '');
  return textOrNull(comment.replace(/^comment:\s*/i, ''));
}

/** Stands for the authors that are not named. */
const OTHERS = 'others';

/** Names with "and" between them. What stands in braces is one name as it is. */
function namesIn(field: string): string[] {
  return splitOutsideBraces(field, /(?<!\s)\s+and\s+/iy)
    .filter((name) => name.trim() !== OTHERS)
    .map((name) => {
      const decoded = collapseSpace(decodeTex(name));
      return isInBraces(name.trim()) ? decoded : turnName(decoded, 'middle');
    })
    .filter((name) => name !== '');
}

function isInBraces(text: string): boolean {
  const isClosed = text.startsWith('{') && text.endsWith('}');
  return isClosed && splitOutsideBraces(text.slice(0, -1), /\}/y).length === 1;
}

/** With semicolons between them where there is one, else commas. What stands in braces is one keyword. */
function keywordsIn(field: string): string[] {
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
