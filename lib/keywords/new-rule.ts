/** A rule made on a page, from what was typed or selected there. */
import type { Colour } from './colours';
import type { Filter } from './filter';
import { parseFilter } from './filter-parse';
import type { Rule, RuleField } from './rule';

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

/**
 * Highlighting rules that mark what a filter does: one for the words that it looks for anywhere, and
 * one for each field that it names. What is no keyword, as `is:new` or a pattern, is left out, and
 * so are tags, which no page shows.
 */
export function rulesOf(text: string, others: readonly Rule[]): Rule[] {
  const termsIn = new Map<RuleField | null, Set<string>>();
  for (const [field, term] of wanted(parseFilter(text).filter)) {
    termsIn.set(field, (termsIn.get(field) ?? new Set()).add(term));
  }
  const rules: Rule[] = [];
  for (const [field, terms] of termsIn) {
    const rule = ruleOf([...terms], [...others, ...rules]);
    rules.push(field ? { ...rule, fields: [field] } : rule);
  }
  return rules;
}

function wanted(filter: Filter): (readonly [RuleField | null, string])[] {
  if (filter.kind === 'and' || filter.kind === 'or') return filter.filters.flatMap(wanted);
  if (filter.kind !== 'text') return [];
  const { field, term } = filter;
  if (term.kind === 'regex' || field === 'tags') return [];
  return [[field, term.kind === 'phrase' ? term.text : beginning(term.text)]];
}

/** A word in a filter is the beginning of one; to a rule a single letter and a star is none. */
function beginning(text: string): string {
  return [...text].length > 1 ? `${text}*` : text;
}
