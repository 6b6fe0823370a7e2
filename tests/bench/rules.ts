/** Keyword rules to highlight with: one term each, in all eight colours. */
import type { Colour } from '@/lib/protocol/colours';
import type { Rule } from '@/lib/protocol/rule';
import { TERMS } from './listing';

/** The first `count` terms as rules, always with the same ids. */
export function makeRules(count: number): Rule[] {
  return TERMS.slice(0, count).map((term, index) => ({
    id: `00000000-0000-4000-8000-${String(index).padStart(12, '0')}`,
    terms: [term],
    fields: ['title', 'abstract'],
    mode: 'word',
    matchCase: false,
    action: 'highlight',
    colour: ((index % 8) + 1) as Colour,
    enabled: true,
    where: 'everywhere',
  }));
}

/** The same rules, but that the middle one looks for the one term that none of them looks for. */
export function withOneChanged(rules: readonly Rule[]): Rule[] {
  const middle = Math.floor(rules.length / 2);
  const other = TERMS.at(-1) as string;
  return rules.map((rule, index) => (index === middle ? { ...rule, terms: [other] } : rule));
}

/** How many papers of a page each rule hits, all together, by how many hold each term. */
export function hitsOf(rules: readonly Rule[], holding: readonly number[]): number {
  const counts = rules.flatMap(({ terms }) => terms.map((term) => holding[TERMS.indexOf(term)]));
  return counts.reduce<number>((sum, count) => sum + (count ?? 0), 0);
}
