/** Whether metadata say nothing: no value, or an empty list. */
export function isMissing(value: unknown): boolean {
  return value === null || value === undefined || (Array.isArray(value) && value.length === 0);
}
