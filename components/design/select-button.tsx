interface SelectButtonProps<V extends string> {
  readonly label: string;
  readonly options: readonly (readonly [value: V, name: string])[];
  readonly onChoose: (value: V) => void;
}

/** A button for an action on one of several values, which it asks for. */
export function SelectButton<V extends string>({ label, options, onChoose }: SelectButtonProps<V>) {
  return (
    <select
      className="button"
      aria-label={label}
      value=""
      onChange={({ target }) => onChoose(target.value as V)}
    >
      <option value="" disabled hidden>
        {label}
      </option>
      {options.map(([value, name]) => (
        <option key={value} value={value}>
          {name}
        </option>
      ))}
    </select>
  );
}
