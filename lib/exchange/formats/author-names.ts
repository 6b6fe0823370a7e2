/** Converts author names between the forms used by pages and bibliographies. */
import { collapseSpace } from '@/lib/text/white-space';

/** The parts of a name; `literal` for groups, and for names that do not consist of these parts. */
export type NameParts =
  | { readonly given: string; readonly family: string; readonly suffix: string }
  | { readonly literal: string };

const SUFFIX = /^(.*\S),?\s+((?:Jr|Sr)\.?|I{2,3}|IV)$/;
const GROUP =
  /\b(?:collaboration|consortium|team|group|project|laboratory|university|institute|et al)\b/i;
/** Lower-case particles that belong to the family name after them. */
const PARTICLE = /^(?:\p{Ll}[\p{Ll}'’]*)$/u;

/**
 * Splits a name such as "Ludwig van Beethoven". Pages do not mark the family name: it is assumed to
 * be the last word, with the particles before it. Whatever the parts, `joinName` restores the name.
 */
export function splitName(name: string): NameParts {
  const [, before = name, suffix = ''] = SUFFIX.exec(name) ?? [];
  const words = before.split(' ');
  if (words.length < 2 || before.includes(',') || GROUP.test(name)) return { literal: name };
  if (suffix !== '' && name !== `${before} ${suffix}`) return { literal: name };
  let first = words.length - 1;
  while (first > 1 && PARTICLE.test(words[first - 1] ?? '')) first -= 1;
  return {
    given: words.slice(0, first).join(' '),
    family: words.slice(first).join(' '),
    suffix,
  };
}

/** The name as a page would write it: given names first. */
export function joinName(parts: NameParts): string {
  if ('literal' in parts) return parts.literal;
  return [parts.given, parts.family, parts.suffix].filter((part) => part !== '').join(' ');
}

/**
 * Converts a name such as "van Beethoven, Ludwig" or "King, Jr., Martin Luther" to the form used by
 * pages. `suffixPlace` is where the suffix is expected among the parts.
 */
export function toNaturalOrder(name: string, suffixPlace: 'middle' | 'end'): string {
  const parts = name.split(',').map((part) => collapseSpace(part));
  const [family = '', second = '', third = ''] = parts;
  if (parts.length === 1 || parts.length > 3) return collapseSpace(name);
  const [given, suffix] =
    suffixPlace === 'middle' && third !== '' ? [third, second] : [second, third];
  return joinName({ given, family, suffix });
}
