import { type ComponentProps, type ReactNode, useId } from 'react';
import { CloseButton } from './close-button';
import { Modal } from './modal';

interface SheetProps
  extends Pick<ComponentProps<typeof Modal>, 'onClose' | 'onEscape' | 'closingKeys'> {
  readonly title: string;
  /** A class name, for styling its content. */
  readonly name?: string;
  /** Work is in progress: a click outside does not close it. */
  readonly isBusy?: boolean;
  readonly children: ReactNode;
}

/** A modal dialog with a title and a close button. */
export function Sheet({ title, name = '', isBusy = false, children, ...modal }: SheetProps) {
  const heading = useId();
  return (
    <Modal {...modal} className={`sheet ${name}`.trim()} aria-labelledby={heading} isFirm={isBusy}>
      <header>
        <h2 id={heading}>{title}</h2>
        <CloseButton onClose={modal.onClose} />
      </header>
      {children}
    </Modal>
  );
}
