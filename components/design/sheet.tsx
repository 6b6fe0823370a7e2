import { type ComponentProps, type ReactNode, useId } from 'react';
import { CloseButton } from './close-button';
import { Modal } from './modal';

interface SheetProps
  extends Pick<ComponentProps<typeof Modal>, 'onClose' | 'onEscape' | 'closingKeys'> {
  readonly title: string;
  /** For the looks of what is in it. */
  readonly name?: string;
  /** Whether work goes on: then a click beside it does not close it. */
  readonly isBusy?: boolean;
  readonly children: ReactNode;
}

/** A dialog with its title and a button that closes it. */
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
