/** What is made of the times of several rounds. */

/**
 * The middle value; of an even number, the mean of the two in the middle.
 * @throws when there are none.
 */
function median(values: readonly number[]): number {
  if (values.length === 0) throw new Error('There is no median of nothing.');
  const sorted = [...values].sort((a, b) => a - b);
  const upper = sorted[Math.floor(sorted.length / 2)] as number;
  const lower = sorted[Math.ceil(sorted.length / 2) - 1] as number;
  return (lower + upper) / 2;
}

/** Values of several rounds, by name. */
export class Samples {
  readonly #values = new Map<string, number[]>();

  add(values: Readonly<Record<string, number>>): void {
    for (const [name, value] of Object.entries(values)) {
      if (!Number.isFinite(value)) throw new Error(`${name} was not measured.`);
      this.#values.set(name, [...(this.#values.get(name) ?? []), value]);
    }
  }

  /** The median of what was measured under this name. */
  of(name: string): number {
    return median(this.#values.get(name) ?? []);
  }
}
