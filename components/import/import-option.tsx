interface ImportOptionProps {
  readonly label: string;
  readonly help: string;
  readonly isOn: boolean;
  readonly onChange: (isOn: boolean) => void;
}

/** A checkbox with an explanation. */
export function ImportOption({ label, help, isOn, onChange }: ImportOptionProps) {
  return (
    <label className="import-option">
      <input type="checkbox" checked={isOn} onChange={({ target }) => onChange(target.checked)} />
      <span>
        {label}
        <span className="quiet"> {help}</span>
      </span>
    </label>
  );
}
