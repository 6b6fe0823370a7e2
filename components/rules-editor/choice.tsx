interface ChoiceProps<V extends string> {
  readonly label: string;
  /** What each value is called, in order. */
  readonly options: Readonly<Record<V, string>>;
  readonly value: V;
  readonly onChange: (value: V) => void;
}

/** One of a few values. */
export function Choice<V extends string>({ label, options, value, onChange }: ChoiceProps<V>) {
  return (
    <select
      className="pill"
      aria-label={label}
      value={value}
      onChange={(event) => onChange(event.target.value as V)}
    >
      {Object.entries<string>(options).map(([one, name]) => (
        <option key={one} value={one}>
          {name}
        </option>
      ))}
    </select>
  );
}
