import type { FieldReader } from '@/lib/highlight/text-nodes';
import type { RuleField } from '@/lib/protocol/rule';

/** Which field the texts in these are, on the pages that we know. The first that holds a text counts. */
const FIELDS: readonly (readonly [RuleField, string])[] = [
  ['title', 'div.list-title, p.title, h1, h3, ul.blog > li'],
  ['authors', '.list-authors, p.authors, .author, article ul'],
  ['categories', '.list-subjects, .tags:not(.has-addons)'],
  ['abstract', 'p:not(.list-title, .comments, .is-size-7), winnow-abstract'],
];

/** Most elements are in none of them: that is asked at once. */
const ANY = FIELDS.map(([, selector]) => selector).join(', ');

/** The field that texts on a row belong to; `null` for comments, links and the like. */
export const pageFields: FieldReader = {
  at: (element) => FIELDS.find(([, selector]) => element.closest(selector))?.[0] ?? null,
  within(element, around) {
    if (!element.matches(ANY)) return around;
    const own = FIELDS.find(([field, selector]) => field === around || element.matches(selector));
    return own?.[0] ?? around;
  },
};
