import { type ComponentProps, useEffect, useRef } from 'react';
import { useFocusReturn } from './use-focus-return';

interface ModalProps extends Omit<ComponentProps<'dialog'>, 'ref' | 'onClick' | 'onKeyDown'> {
  /** Called by Escape, and by a click beside it unless `isFirm`. */
  readonly onClose: () => void;
  /** What Escape does in place of closing, as stopping work that goes on. */
  readonly onEscape?: () => void;
  /** Keys beside Escape that close it. */
  readonly closingKeys?: readonly string[];
  /** Whether it stays open when one clicks beside it. */
  readonly isFirm?: boolean;
}

/**
 * A dialog over everything else, open for as long as it is rendered. The browser keeps the focus in
 * it; no key or click in it is meant for what is below it.
 */
export function Modal(props: ModalProps) {
  const { onClose, onEscape = onClose, closingKeys = [], isFirm = false, ...attributes } = props;
  const dialog = useRef<HTMLDialogElement>(null);
  useFocusReturn(dialog);
  useEffect(() => {
    dialog.current?.showModal();
  }, []);
  return (
    <dialog
      {...attributes}
      ref={dialog}
      onClose={onClose}
      onClick={(event) => {
        event.stopPropagation(); // it may stand within something that is clicked
        if (event.target === dialog.current && !isFirm) onClose();
      }}
      onKeyDown={(event) => {
        event.stopPropagation();
        const { key } = event;
        if (key !== 'Escape' && !closingKeys.includes(key)) return;
        event.preventDefault(); // or Escape would close the popup
        if (key === 'Escape') onEscape();
        else onClose();
      }}
    />
  );
}
