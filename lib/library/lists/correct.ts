/** A search with the words that are in no paper taken for similar ones that are. */
import type { Filter, Term } from '@/lib/filter/filter';
import { foldText } from '@/lib/text/fold';
import { nearestTo } from '../texts/near';
import { planOf, wordsOf } from '../texts/words';
import type { Columns } from './columns';
import type { Texts } from './texts';

/** All words that are in papers, their tags and categories included. */
export async function knownWords(columns: Columns, texts: Texts): Promise<ReadonlySet<string>> {
  const words = new Set(await texts.vocabulary());
  const take = (text: string | null) => {
    for (const word of wordsOf(foldText(text ?? '').text)) words.add(word);
  };
  for (const { title, abstract, authors } of texts.pending.values()) {
    take(title);
    take(abstract);
    authors.forEach(take);
  }
  columns.tags.list.forEach(take);
  return words;
}

/** `null` when there is nothing to correct. Only words are corrected that must be there. */
export function correct(filter: Filter, known: ReadonlySet<string>): Filter | null {
  let isCorrected = false;

  function corrected(one: Filter): Filter {
    if (one.kind === 'and' || one.kind === 'or') {
      return { kind: one.kind, filters: one.filters.map(corrected) };
    }
    if (one.kind !== 'text' || one.field === 'tags' || one.field === 'categories') return one;
    const word = wordOf(one.term);
    if (word === null || isBeginning(word)) return one;
    const filters = nearestTo(word, known).map(
      (near): Filter => ({ ...one, term: { kind: 'phrase', text: near } }),
    );
    const [first, ...others] = filters;
    if (!first) return one;
    isCorrected = true;
    return others.length === 0 ? first : { kind: 'or', filters };
  }

  function isBeginning(word: string): boolean {
    for (const other of known) if (other.startsWith(word)) return true;
    return false;
  }

  const result = corrected(filter);
  return isCorrected ? result : null;
}

function wordOf(term: Term): string | null {
  if (term.kind !== 'word' && term.kind !== 'stem') return null;
  const { beginning, isEnough } = planOf(term.text, true);
  return isEnough ? beginning : null;
}
