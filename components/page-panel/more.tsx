import type { ReactNode } from 'react';
import { IconButton } from '@/components/design/icon-button';
import { MoreIcon } from '@/components/design/icons';
import { Popover } from '@/components/design/popover';
import { usePopoverButton } from '@/components/design/use-popover-button';
import { t } from '@/lib/i18n';

/** What the bar has no room for. */
export function More({ children }: { readonly children: ReactNode }) {
  const { anchor, button, close } = usePopoverButton();
  return (
    <>
      <IconButton name={t('panelMore')} {...button}>
        <MoreIcon />
      </IconButton>
      {anchor && (
        <Popover
          className="part-content more"
          role="dialog"
          aria-label={t('panelMore')}
          anchor={anchor}
          onClose={close}
        >
          {children}
        </Popover>
      )}
    </>
  );
}
