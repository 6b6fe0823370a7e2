interface PanelButtonProps {
  readonly name: string;
  /** The tooltip; the name without this. */
  readonly hint?: string;
  readonly sign: string;
  readonly onPress: () => void;
}

/** A button of the panel that shows a sign alone. */
export function PanelButton({ name, hint = name, sign, onPress }: PanelButtonProps) {
  return (
    <button type="button" className="icon" aria-label={name} title={hint} onClick={onPress}>
      {sign}
    </button>
  );
}
