/** Replaces mistyped words of a search by similar ones that papers have. */
import type { Filter, Term } from '@/lib/filter/filter';
import { foldText } from '@/lib/text/fold';
import { findSimilarWords } from '../texts/similar-words';
import { planTerm, splitWords } from '../texts/words';
import type { Columns } from './columns';
import type { TextSnapshot } from './text-snapshot';

/** All words in the texts and tags of papers. */
export async function readKnownWords(
  columns: Columns,
  texts: TextSnapshot,
): Promise<ReadonlySet<string>> {
  const words = new Set(await texts.vocabulary());
  const add = (text: string | null) => {
    for (const word of splitWords(foldText(text ?? '').text)) words.add(word);
  };
  for (const { title, abstract, authors } of texts.pending.values()) {
    add(title);
    add(abstract);
    authors.forEach(add);
  }
  columns.tags.values.forEach(add);
  return words;
}

/**
 * The filter with each unknown word replaced; `null` when there is nothing to replace. Phrases,
 * excluded words, tags and categories stay.
 */
export function correctSpelling(filter: Filter, known: ReadonlySet<string>): Filter | null {
  let isCorrected = false;

  function correct(one: Filter): Filter {
    if (one.kind === 'and' || one.kind === 'or') {
      return { kind: one.kind, filters: one.filters.map(correct) };
    }
    if (one.kind !== 'text' || one.field === 'tags' || one.field === 'categories') return one;
    const word = wordOf(one.term);
    if (word === null || isKnownPrefix(word)) return one;
    const filters = findSimilarWords(word, known).map(
      (similar): Filter => ({ ...one, term: { kind: 'phrase', text: similar } }),
    );
    const [first, ...others] = filters;
    if (!first) return one;
    isCorrected = true;
    return others.length === 0 ? first : { kind: 'or', filters };
  }

  function isKnownPrefix(word: string): boolean {
    for (const other of known) if (other.startsWith(word)) return true;
    return false;
  }

  const result = correct(filter);
  return isCorrected ? result : null;
}

function wordOf(term: Term): string | null {
  if (term.kind !== 'word' && term.kind !== 'stem') return null;
  const { prefix, isSufficient } = planTerm(term.text, true);
  return isSufficient ? prefix : null;
}
