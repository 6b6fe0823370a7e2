/** A tab, as far as the browser tells about it. */
export interface OpenTab {
  readonly id: number;
  /** `null` where the browser does not tell: Winnow may not read the page. */
  readonly url: string | null;
  readonly isLoading: boolean;
}
