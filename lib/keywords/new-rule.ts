/** A rule made on a page, from what was typed or selected there. */
import type { Colour } from './colours';
import type { Filter } from './filter';
import { parseFilter } from './filter-parse';
import type { Rule } from './rule';

/** A highlighting rule with these terms, in the colour that the fewest rules have. */
export function ruleOf(terms: readonly string[], others: readonly Rule[]): Rule {
  const used = (colour: Colour) => others.filter((rule) => rule.colour === colour).length;
  const colours: readonly Colour[] = [1, 2, 3, 4, 5, 6, 7, 8];
  const [colour = 1] = [...colours].sort((a, b) => used(a) - used(b));
  return {
    id: crypto.randomUUID(),
    terms,
    fields: ['title', 'abstract'],
    mode: 'word',
    matchCase: false,
    action: 'highlight',
    colour,
    enabled: true,
    where: 'everywhere',
  };
}

/** The words and phrases that a filter looks for, as a rule's terms; none where there are none. */
export function termsOf(text: string): string[] {
  return [...new Set(wanted(parseFilter(text).filter))];
}

function wanted(filter: Filter): string[] {
  if (filter.kind === 'and' || filter.kind === 'or') return filter.filters.flatMap(wanted);
  if (filter.kind !== 'text' || filter.term.kind === 'regex') return [];
  return [filter.term.kind === 'stem' ? `${filter.term.text}*` : filter.term.text];
}
