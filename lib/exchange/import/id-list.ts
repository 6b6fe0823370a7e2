import { t } from '@/lib/i18n';
import { EMPTY_PAPER, toExcerpt } from '../formats/field-values';
import type { ParsedPaper, ParseResult } from '../formats/parsed-paper';
import { findIdentifiers, type Identifier } from './ids-in-text';

/** A line probably meant to name a paper: a link, a single word, or a mention of arXiv or DOIs. */
const LOOKS_LIKE_ID = /^\s*\S+\s*$|https?:\/\/|\barxiv\b|\bdoi\b/i;

/**
 * Reads a list of ids and links, or a text that contains some: each paper once, in their order.
 * Lines that seem to name a paper but do not are reported; other words are ignored.
 */
export function* readIdList(text: string): Generator<ParseResult> {
  const known = new Set<string>();
  let place = 0;
  for (const line of eachLine(text)) {
    place += 1;
    let isFound = false;
    for (const { identifier } of findIdentifiers(line)) {
      isFound = true;
      const key = identifier.kind === 'arxiv' ? identifier.arxivId : identifier.doi;
      if (known.has(key)) continue;
      known.add(key);
      yield { paper: paperOf(identifier, place) };
    }
    if (!isFound && LOOKS_LIKE_ID.test(line) && line.trim() !== '') {
      yield { unreadable: { place, excerpt: toExcerpt(line), reason: t('importNoIdInLine') } };
    }
  }
}

/** Avoids holding all lines in memory. */
function* eachLine(text: string): Generator<string> {
  for (let start = 0; start <= text.length; ) {
    const end = text.indexOf('\n', start);
    yield text.slice(start, end < 0 ? undefined : end);
    if (end < 0) return;
    start = end + 1;
  }
}

function paperOf(identifier: Identifier, place: number): ParsedPaper {
  const ids =
    identifier.kind === 'arxiv'
      ? { arxivId: identifier.arxivId, version: identifier.version, doi: null }
      : { arxivId: null, version: null, doi: identifier.doi };
  return { ...EMPTY_PAPER, ...ids, place };
}
