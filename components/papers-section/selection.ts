/** Choosing papers of a list as in a file manager: by click, as a range, one by one, or all. */

/** Papers are referred to by number. */
export interface Selection {
  /** The current paper, which keys act on and whose details are shown. */
  readonly cursor: number | null;
  /** Where a range starts. */
  readonly anchor: number | null;
  /** The papers that bulk actions apply to. */
  readonly chosen: ReadonlySet<number>;
}

type Nums = Uint32Array | readonly number[];

export const NOTHING: Selection = Object.freeze({
  cursor: null,
  anchor: null,
  chosen: new Set<number>(),
});

/** Goes to one paper and clears the choice. */
export function goTo(num: number): Selection {
  return { cursor: num, anchor: num, chosen: NOTHING.chosen };
}

/** Chooses or unchooses a paper. With `joins`, the first one also chooses the paper at the cursor. */
export function toggle({ cursor, chosen }: Selection, num: number, joins: boolean): Selection {
  const isFirst = joins && chosen.size === 0 && cursor !== null && cursor !== num;
  const all = isFirst ? new Set([cursor]) : new Set(chosen);
  if (!all.delete(num)) all.add(num);
  return { cursor: num, anchor: num, chosen: all };
}

/** Chooses exactly the papers from the anchor to this one, in the order of the list. */
export function extendTo(nums: Nums, { anchor, cursor }: Selection, num: number): Selection {
  const from = anchor === null ? -1 : nums.indexOf(anchor);
  const to = nums.indexOf(num);
  if (from < 0 || to < 0) return { ...goTo(num), chosen: new Set([num]) };
  const range = nums.slice(Math.min(from, to), Math.max(from, to) + 1);
  return { anchor: anchor ?? cursor, cursor: num, chosen: new Set(range) };
}

export function chooseAll(nums: Nums, { cursor, anchor }: Selection): Selection {
  return { cursor, anchor, chosen: new Set(nums) };
}

/** The paper a number of rows away, within the list; the first if there is no cursor. */
export function neighbour(nums: Nums, { cursor }: Selection, step: number): number | null {
  if (nums.length === 0) return null;
  const at = cursor === null ? -1 : nums.indexOf(cursor);
  const wanted = at < 0 ? 0 : Math.min(nums.length - 1, Math.max(0, at + step));
  return nums[wanted] ?? null;
}

/**
 * The selection after the list has changed: papers that left it are no longer chosen. If the one at
 * the cursor left, the cursor moves to the next remaining paper, else to the previous one.
 */
export function keepIn(nums: Nums, before: Nums, selection: Selection): Selection {
  const { cursor, chosen } = selection;
  if (chosen.size === 0 && (cursor === null || nums.includes(cursor))) return selection;
  const isThere = new Set(nums);
  const still = [...chosen].filter((num) => isThere.has(num));
  if (cursor === null || isThere.has(cursor)) {
    return still.length === chosen.size ? selection : { ...selection, chosen: new Set(still) };
  }
  const place = before.indexOf(cursor);
  const stays = (num: number) => isThere.has(num);
  const after = Array.from(before.slice(place + 1)).find(stays);
  const earlier = Array.from(before.slice(0, Math.max(0, place))).findLast(stays);
  const next = place < 0 ? null : (after ?? earlier ?? null);
  return { cursor: next, anchor: next, chosen: new Set(still) };
}
