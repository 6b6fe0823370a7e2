/**
 * Whether two stored values are the same, by their texts: what one source writes has the same order of
 * keys each time. Of different sources they may be taken for different, and are written once too often.
 */
export function isSame(one: unknown, other: unknown): boolean {
  return one === other || JSON.stringify(one) === JSON.stringify(other);
}
