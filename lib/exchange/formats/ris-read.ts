import { t } from '@/lib/i18n';
import { collapseSpace } from '@/lib/text/white-space';
import { toNaturalOrder } from './author-names';
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
import { findIds } from './ids-in-fields';
import type { ParsedPaper, ParseResult, Reader } from './parsed-paper';

/** `TI  - A title`; some programs write one space before the hyphen, or none after it. */
const FIELD = /^[ \t]*([A-Z][A-Z0-9])[ \t]{1,2}-(?:[ \t](.*))?$/s;

/** The values of a reference by their tags, and the line on which it begins, from 1. */
interface Reference {
  readonly fields: Map<string, string[]>;
  readonly line: number;
}

/** Reads RIS as written by Winnow, Zotero, EndNote and publishers. */
export const readRis: Reader = function* (text) {
  let current: Reference | null = null;
  let last: string[] | null = null;
  let blanks = 0;
  let number = 0;
  for (const line of linesOf(stripBom(text))) {
    number += 1;
    const [, tag, value = ''] = FIELD.exec(line) ?? [];
    if (tag === undefined) {
      // The previous value continues. Blank lines belong to it only if more follows.
      if (line === '') blanks += 1;
      else if (last) {
        last.push(`${last.pop() ?? ''}${'\n'.repeat(blanks + 1)}${unescapeContinuation(line)}`);
        blanks = 0;
      }
      continue;
    }
    blanks = 0;
    if (tag === 'ER' || (tag === 'TY' && current)) {
      if (current) yield toResult(current, tag === 'ER');
      current = null;
      last = null;
    }
    if (tag === 'ER') continue;
    current ??= { fields: new Map(), line: number };
    last = current.fields.get(tag) ?? [];
    last.push(value);
    current.fields.set(tag, last);
  }
  if (current) yield toResult(current, false);
};

/** Reverses how `writeRis` formats continuation lines. */
function unescapeContinuation(line: string): string {
  return line.replace(/^ /, '').replace(/^\\(?=[\s\\]*[A-Z][A-Z0-9]\s*-)/, '');
}

function* linesOf(text: string): Generator<string> {
  const end = /\r\n?|\n/g;
  let from = 0;
  for (let found = end.exec(text); found; found = end.exec(text)) {
    yield text.slice(from, found.index);
    from = end.lastIndex;
  }
  if (from < text.length) yield text.slice(from);
}

/** A reference without an end was cut off, and may be incomplete. */
function toResult(reference: Reference, hasEnd: boolean): ParseResult {
  const { fields, line } = reference;
  const [[tag, [value = ''] = []] = ['', []]] = fields;
  const title = fields.get('TI')?.[0] ?? fields.get('T1')?.[0] ?? '';
  const source = `${tag}  - ${value} ${title}`;
  if (hasEnd) return toParseResult(toPaper(reference), source);
  return { unreadable: { place: line, excerpt: toExcerpt(source), reason: t('readRisEnd') } };
}

function toPaper({ fields, line }: Reference): ParsedPaper {
  const all = (...tags: string[]) => tags.flatMap((tag) => fields.get(tag) ?? []);
  const first = (...tags: string[]) => all(...tags).find((value) => value.trim() !== '') ?? '';
  const ids = findIds(first('DO'), all('AN', 'UR', 'L1', 'L2', 'M1', 'T2', 'JO'));
  const own = all('U1', 'U2', 'U3', 'U4').map((value) => value.trim());
  return {
    ...EMPTY_PAPER,
    title: textOrNull(first('TI', 'T1', 'CT', 'BT')),
    abstract: textOrNull(first('AB', 'N2')),
    authors: all('AU', 'A1')
      .map((name) => toNaturalOrder(name, 'end'))
      .filter((name) => name !== ''),
    categories: first('C2')
      .split(';')
      .map(collapseSpace)
      .filter((name) => /^[a-z-]+(?:\.[\w-]+)?$/.test(name)),
    comments: textOrNull(first('C1')),
    journalRef: journalRefOf(first),
    date: dateOf(first),
    version: parseCount(first('ET').replace(/^v/, '')) ?? ids.version,
    arxivId: ids.arxivId,
    doi: ids.doi,
    triage: parseTriage({
      starred: own.find((value) => value === 'starred'),
      dismissed: own.includes('dismissed') ? 'yes' : undefined,
      status: own.find((value) => value === 'reading' || value === 'read'),
      tags: all('KW'),
      note: all('N1').join('\n\n'),
      added: own.find((value) => value.startsWith('added '))?.slice('added '.length),
    }),
    place: line,
  };
}

type First = (...tags: string[]) => string;

/** `DA  - 2024/11/05/`, or in the year's field `2024///` or `2024`. */
function dateOf(first: First): string | null {
  const date = first('DA');
  return (
    parseDate(/\d{4}/.test(date) ? date : first('PY', 'Y1')) ?? toPartialDate(first('PY', 'Y1'))
  );
}

function journalRefOf(first: First): string | null {
  const journal = textOrNull(first('T2', 'JO', 'JF', 'JA', 'J2'));
  if (journal === null || /^arxiv/i.test(journal)) return null;
  const issue = first('IS') && `(${first('IS')})`;
  const pages = [first('SP'), first('EP')].filter((page) => page !== '').join('–');
  return collapseSpace(`${journal} ${first('VL')}${issue}${pages && `, ${pages}`}`);
}
