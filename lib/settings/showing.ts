/** Which rows a page shows; kept for each site. */
export interface Showing {
  /** What the filter does with rows that do not match: hides them, or leaves them and only marks. */
  readonly hidesRest: boolean;
  readonly dismissed: boolean;
  readonly seen: boolean;
  readonly cross: boolean;
  readonly replaced: boolean;
}

export const SHOW_ALL: Showing = Object.freeze({
  hidesRest: true,
  dismissed: true,
  seen: true,
  cross: true,
  replaced: true,
});
