export interface FacetOption<T> {
  readonly value: T;
  readonly name: string;
  /** `null` if not counted. */
  readonly count: number | null;
  readonly colour?: number | null;
}

export interface FacetChipProps<T> {
  /** The name of the facet: "Tag". */
  readonly name: string;
  readonly options: readonly FacetOption<T>[];
  readonly chosen: readonly T[];
  readonly onChange: (chosen: readonly T[]) => void;
}
