import { useId } from 'react';

interface SegmentsProps<V extends string> {
  readonly label: string;
  /** The name of each value, in display order. */
  readonly options: Readonly<Record<V, string>>;
  readonly value: V;
  readonly onChange: (value: V) => void;
}

/** A choice among a few values, all of them in view. */
export function Segments<V extends string>({ label, options, value, onChange }: SegmentsProps<V>) {
  const name = useId();
  return (
    <fieldset className="segments">
      <legend>{label}</legend>
      {(Object.entries(options) as [V, string][]).map(([one, text]) => (
        <label key={one}>
          <input type="radio" name={name} checked={one === value} onChange={() => onChange(one)} />
          <span>{text}</span>
        </label>
      ))}
    </fieldset>
  );
}
