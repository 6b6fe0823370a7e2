/** Creates rules: in the editor, and from text typed or selected on a page. */

import type { Filter } from '@/lib/filter/filter';
import { parseFilter } from '@/lib/filter/parse';
import { COLOUR_NUMBERS, type Colour } from '@/lib/protocol/colours';
import type { Rule } from '@/lib/protocol/rule';

/** What a rule is until the user says otherwise. */
export const NEW_RULE: Omit<Rule, 'id' | 'terms' | 'colour'> = {
  fields: ['title', 'abstract'],
  mode: 'word',
  matchCase: false,
  action: 'highlight',
  enabled: true,
  where: 'everywhere',
};

/** A highlighting rule with these terms, in the colour least used by the other rules. */
export function newRule(terms: readonly string[], others: readonly Rule[]): Rule {
  const used = (colour: Colour) => others.filter((rule) => rule.colour === colour).length;
  const [colour = 1] = [...COLOUR_NUMBERS].sort((a, b) => used(a) - used(b));
  return { ...NEW_RULE, id: crypto.randomUUID(), terms, colour };
}

/**
 * Rules that highlight what a filter does: one for words without a field and one per field, with
 * further ones for regular expressions. Filter terms that are not keywords, such as `is:new`, are
 * dropped, and so are tags, which no page shows.
 */
export function rulesFromFilter(text: string, others: readonly Rule[]): Rule[] {
  const groups = new Map<
    string,
    { readonly options: KeywordOptions; readonly terms: Set<string> }
  >();
  for (const { term, ...options } of keywordsIn(parseFilter(text).filter)) {
    const key = JSON.stringify(options);
    const group = groups.get(key) ?? { options, terms: new Set() };
    groups.set(key, { options, terms: group.terms.add(term) });
  }
  const rules: Rule[] = [];
  for (const { options, terms } of groups.values()) {
    rules.push({ ...newRule([...terms], [...others, ...rules]), ...options });
  }
  return rules;
}

/** Where a rule differs from the defaults of `newRule`. */
type KeywordOptions = Partial<Pick<Rule, 'fields' | 'mode' | 'matchCase'>>;

function keywordsIn(filter: Filter): (KeywordOptions & { readonly term: string })[] {
  if (filter.kind === 'and' || filter.kind === 'or') return filter.filters.flatMap(keywordsIn);
  if (filter.kind !== 'text') return [];
  const { field, term } = filter;
  if (field === 'tags') return [];
  const where = field ? { fields: [field] } : {};
  if (term.kind === 'regex') {
    return [{ ...where, mode: 'regex', matchCase: term.matchCase, term: term.source }];
  }
  return [{ ...where, term: term.kind === 'phrase' ? term.text : toKeyword(term.text) }];
}

/** A word in a filter matches prefixes; in rules, a letter and a star are not a stem. */
function toKeyword(text: string): string {
  return [...text].length > 1 ? `${text}*` : text;
}
