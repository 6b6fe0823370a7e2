import type { ReactNode } from 'react';
import { Popover } from '@/components/design/popover';
import { usePopoverButton } from '@/components/design/use-popover-button';

interface PartProps {
  readonly name: string;
  /** What its button shows beside the name. */
  readonly remark?: ReactNode;
  readonly title?: string | undefined;
  /** How many papers something in it hits. */
  readonly hits?: number;
  readonly children: ReactNode;
}

/** A part of the bar that opens: a button, and what it holds in a popover. */
export function Part({ name, remark, title, hits, children }: PartProps) {
  const { anchor, button, close } = usePopoverButton();
  return (
    <>
      <button type="button" className="part" title={title} data-hits={hits} {...button}>
        {name}{' '}
        {remark && (
          <>
            <span className="quiet">{remark}</span>{' '}
          </>
        )}
        <span aria-hidden>▾</span>
      </button>
      {anchor && (
        <Popover
          className="part-content"
          role="dialog"
          aria-label={name}
          anchor={anchor}
          onClose={close}
        >
          {children}
        </Popover>
      )}
    </>
  );
}
