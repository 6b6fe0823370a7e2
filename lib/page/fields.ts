import type { FieldReader } from '@/lib/highlight/text-nodes';
import type { RuleField } from '@/lib/protocol/rule';
import { ABSTRACT_TAG } from '@/lib/sites/own-tags';
import type { TextPlaces } from '@/lib/sites/site';

/** Reads which field the texts on a row belong to; `null` for comments, links and the like. */
export function fieldReader({ title, authors, categories, abstract }: TextPlaces): FieldReader {
  const places = {
    ...{ title, authors, categories },
    abstract: abstract === null ? ABSTRACT_TAG : `${abstract}, ${ABSTRACT_TAG}`,
  } satisfies Record<RuleField, string | null>;
  const known = Object.entries(places).filter((entry): entry is [RuleField, string] => !!entry[1]);
  // Most elements are in none of them: that is asked at once.
  const any = known.map(([, selector]) => selector).join(', ');
  return {
    at: (element) => known.find(([, selector]) => element.closest(selector))?.[0] ?? null,
    within(element, around) {
      if (!element.matches(any)) return around;
      const own = known.find(([field, selector]) => field === around || element.matches(selector));
      return own?.[0] ?? around;
    },
  };
}
