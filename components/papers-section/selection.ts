/** Which papers of a list are chosen, as in a file manager: by click, range, one by one, or all. */

/** Papers by their numbers. */
export interface Selection {
  /** The paper that the keyboard is at and the details are of. */
  readonly cursor: number | null;
  /** Where a range begins. */
  readonly anchor: number | null;
  /** The papers that bulk commands are for. */
  readonly chosen: ReadonlySet<number>;
}

type Nums = Uint32Array | readonly number[];

export const NOTHING: Selection = Object.freeze({
  cursor: null,
  anchor: null,
  chosen: new Set<number>(),
});

/** Goes to one paper, and chooses no others. */
export function goTo(num: number): Selection {
  return { cursor: num, anchor: num, chosen: NOTHING.chosen };
}

/** Chooses a paper, or no longer does. The first that `joins` has the one gone to chosen with it. */
export function toggle({ cursor, chosen }: Selection, num: number, joins: boolean): Selection {
  const isFirst = joins && chosen.size === 0 && cursor !== null && cursor !== num;
  const all = isFirst ? new Set([cursor]) : new Set(chosen);
  if (!all.delete(num)) all.add(num);
  return { cursor: num, anchor: num, chosen: all };
}

/** Chooses all from the anchor to this paper, in the order of the list, and no others. */
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

/** As far as the list goes; `null` in an empty one. Without a cursor, at the first. */
export function neighbour(nums: Nums, { cursor }: Selection, step: number): number | null {
  if (nums.length === 0) return null;
  const at = cursor === null ? -1 : nums.indexOf(cursor);
  const wanted = at < 0 ? 0 : Math.min(nums.length - 1, Math.max(0, at + step));
  return nums[wanted] ?? null;
}

/**
 * The selection in a list that has changed: papers that went from it are no longer chosen, and the
 * paper after the one that the cursor was at is gone to, else the one before.
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
