/**
 * Whether two stored values have the same JSON. Key order counts: values written by the same code
 * share it, and a false negative costs no more than a redundant write.
 */
export function isEqualJson(one: unknown, other: unknown): boolean {
  return one === other || JSON.stringify(one) === JSON.stringify(other);
}
