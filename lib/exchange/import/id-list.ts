import { excerptOf, NOTHING_FOUND } from '@/lib/exchange/formats/fields';
import { t } from '@/lib/i18n';
import type { Found, FoundPaper } from '../formats/found-paper';
import { type Identifier, identifiersIn } from './identifiers';

/** A line that was meant to name a paper: a link, or a word of arXiv's or of DOIs. */
const MEANT = /^\s*\S+\s*$|https?:\/\/|\barxiv\b|\bdoi\b/i;

/**
 * Reads a list of ids and links, or a text with them: one paper for each, in their order, each once.
 * A line that looks as if it named a paper and does not is told of; other words are passed over.
 */
export function* readIdList(text: string): Generator<Found> {
  const known = new Set<string>();
  let place = 0;
  for (const line of eachLine(text)) {
    place += 1;
    let isFound = false;
    for (const { identifier } of identifiersIn(line)) {
      isFound = true;
      const key = identifier.kind === 'arxiv' ? identifier.arxivId : identifier.doi;
      if (known.has(key)) continue;
      known.add(key);
      yield { paper: paperOf(identifier, place) };
    }
    if (!isFound && MEANT.test(line) && line.trim() !== '') {
      yield { unreadable: { place, excerpt: excerptOf(line), why: t('importNoIdInLine') } };
    }
  }
}

/** Without all lines in memory at once. */
function* eachLine(text: string): Generator<string> {
  for (let start = 0; start <= text.length; ) {
    const end = text.indexOf('\n', start);
    yield text.slice(start, end < 0 ? undefined : end);
    if (end < 0) return;
    start = end + 1;
  }
}

function paperOf(identifier: Identifier, place: number): FoundPaper {
  const ids =
    identifier.kind === 'arxiv'
      ? { arxivId: identifier.arxivId, version: identifier.version, doi: null }
      : { arxivId: null, version: null, doi: identifier.doi };
  return { ...NOTHING_FOUND, ...ids, place };
}
