import { type ReactNode, useEffect, useId, useRef } from 'react';
import { CloseButton } from './close-button';

interface SheetProps {
  readonly title: string;
  /** For the looks of what is in it. */
  readonly name?: string;
  /** Keys beside Escape that close it. */
  readonly closingKeys?: readonly string[];
  /** Whether work goes on: then a click beside it does not close it. */
  readonly isBusy?: boolean;
  readonly onClose: () => void;
  /** What Escape does in place of closing, as stopping work that goes on. */
  readonly onEscape?: () => void;
  readonly children: ReactNode;
}

/** A dialog over everything else. It is there, and open, as long as it is rendered. */
export function Sheet(props: SheetProps) {
  const { title, name = '', closingKeys = [], isBusy = false, onClose, children } = props;
  const { onEscape = onClose } = props;
  const dialog = useRef<HTMLDialogElement>(null);
  const heading = useId();
  useEffect(() => {
    dialog.current?.showModal();
  }, []);
  return (
    <dialog
      ref={dialog}
      className={`sheet ${name}`.trim()}
      aria-labelledby={heading}
      onClose={onClose}
      onClick={(event) => {
        event.stopPropagation(); // it may stand within something that is clicked
        if (event.target === dialog.current && !isBusy) onClose();
      }}
      onKeyDown={(event) => {
        event.stopPropagation();
        if (event.key !== 'Escape' && !closingKeys.includes(event.key)) return;
        event.preventDefault(); // or Escape would close the popup
        if (event.key === 'Escape') onEscape();
        else onClose();
      }}
    >
      <header>
        <h2 id={heading}>{title}</h2>
        <CloseButton onClose={onClose} />
      </header>
      {children}
    </dialog>
  );
}
