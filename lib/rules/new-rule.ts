/** New rules: in the editor, and from what was typed or selected on a page. */

import type { Filter } from '@/lib/filter/filter';
import { parseFilter } from '@/lib/filter/parse';
import { COLOUR_NUMBERS, type Colour } from '@/lib/protocol/colours';
import type { Rule } from '@/lib/protocol/rule';

/** A highlighting rule with these terms, in the colour that the fewest rules have. */
export function ruleOf(terms: readonly string[], others: readonly Rule[]): Rule {
  const used = (colour: Colour) => others.filter((rule) => rule.colour === colour).length;
  const [colour = 1] = [...COLOUR_NUMBERS].sort((a, b) => used(a) - used(b));
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

/**
 * Highlighting rules that mark what a filter does: one for the words that it looks for anywhere, one
 * for each field that it names, and of the patterns in each another. What is no keyword, as `is:new`,
 * is left out, and so are tags, which no page shows.
 */
export function rulesOf(text: string, others: readonly Rule[]): Rule[] {
  const looks = new Map<string, { readonly look: Look; readonly terms: Set<string> }>();
  for (const { term, ...look } of wanted(parseFilter(text).filter)) {
    const name = JSON.stringify(look);
    const group = looks.get(name) ?? { look, terms: new Set() };
    looks.set(name, { look, terms: group.terms.add(term) });
  }
  const rules: Rule[] = [];
  for (const { look, terms } of looks.values()) {
    rules.push({ ...ruleOf([...terms], [...others, ...rules]), ...look });
  }
  return rules;
}

/** Where and how keywords are looked for, where that is not as usual. */
type Look = Partial<Pick<Rule, 'fields' | 'mode' | 'matchCase'>>;

function wanted(filter: Filter): (Look & { readonly term: string })[] {
  if (filter.kind === 'and' || filter.kind === 'or') return filter.filters.flatMap(wanted);
  if (filter.kind !== 'text') return [];
  const { field, term } = filter;
  if (field === 'tags') return [];
  const where = field ? { fields: [field] } : {};
  if (term.kind === 'regex') {
    return [{ ...where, mode: 'regex', matchCase: term.matchCase, term: term.source }];
  }
  return [{ ...where, term: term.kind === 'phrase' ? term.text : beginning(term.text) }];
}

/** A word in a filter is the beginning of one; to a rule a single letter and a star is none. */
function beginning(text: string): string {
  return [...text].length > 1 ? `${text}*` : text;
}
