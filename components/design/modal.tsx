import { type ComponentProps, useEffect, useRef } from 'react';
import { keyOf } from '@/lib/triage/press';
import { useFocusReturn } from './use-focus-return';

interface ModalProps extends Omit<ComponentProps<'dialog'>, 'ref' | 'onClick' | 'onKeyDown'> {
  /** Called on Escape, and on a click outside unless `isFirm`. */
  readonly onClose: () => void;
  /** What Escape does instead of closing, such as cancelling work in progress. */
  readonly onEscape?: () => void;
  /** Keys besides Escape that close it, as `keyOf` names them. */
  readonly closingKeys?: readonly string[];
  /** Stays open on a click outside. */
  readonly isFirm?: boolean;
}

/**
 * A modal dialog, open for as long as it is rendered. The browser traps the focus in it. Keys and
 * clicks do not reach what is below it.
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
        event.stopPropagation(); // it may be rendered inside something clickable
        if (event.target === dialog.current && !isFirm) onClose();
      }}
      onKeyDown={(event) => {
        event.stopPropagation();
        const key = keyOf(event);
        if (key !== 'Escape' && !closingKeys.includes(key)) return;
        event.preventDefault(); // otherwise Escape closes the popup
        if (key === 'Escape') onEscape();
        else onClose();
      }}
    />
  );
}
