/** How many tags can be added by a digit key. */
const KEPT = 9;

/** The recent tags after one more was added. */
export function withRecent(recent: readonly string[], tag: string): readonly string[] {
  return [tag, ...recent.filter((one) => one !== tag)].slice(0, KEPT);
}
