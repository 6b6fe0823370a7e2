import * as v from 'valibot';

/** Which rows a page shows. */
export const ShowingSchema = v.object({
  /** What the filter does with rows that do not match: hides them, or only marks those that do. */
  hidesRest: v.boolean(),
  dismissed: v.boolean(),
  seen: v.boolean(),
  cross: v.boolean(),
  replaced: v.boolean(),
});
export type Showing = Readonly<v.InferOutput<typeof ShowingSchema>>;

export const SHOW_ALL: Showing = Object.freeze({
  hidesRest: true,
  dismissed: true,
  seen: true,
  cross: true,
  replaced: true,
});
