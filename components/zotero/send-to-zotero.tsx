import { lazy, type ReactNode, Suspense, useState } from 'react';
import { createPortal } from 'react-dom';
import { t } from '@/lib/i18n';
import type { ToSend } from './use-zotero';

const ZoteroDialog = lazy(() =>
  import('./zotero-dialog').then((module) => ({ default: module.ZoteroDialog })),
);

interface SendToZoteroProps {
  readonly className: string;
  readonly tabIndex?: 0 | -1;
  readonly papers: () => Promise<readonly ToSend[]>;
  /** Precedes the text. */
  readonly children?: ReactNode;
}

/** A button that opens the dialog for sending papers to Zotero. */
export function SendToZotero({ className, tabIndex, papers, children }: SendToZoteroProps) {
  const [isOpen, setOpen] = useState(false);
  return (
    <>
      <button
        type="button"
        className={className}
        tabIndex={tabIndex}
        aria-haspopup="dialog"
        onClick={() => setOpen(true)}
      >
        {children}
        {t('zoteroOpen')}
      </button>
      {isOpen &&
        // Outside the button's surroundings, which style and disable buttons in their own way.
        createPortal(
          <Suspense>
            <ZoteroDialog papers={papers} onClose={() => setOpen(false)} />
          </Suspense>,
          document.body,
        )}
    </>
  );
}
