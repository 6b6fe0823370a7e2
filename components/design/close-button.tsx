import { t } from '@/lib/i18n';
import { IconButton } from './icon-button';
import { DismissIcon } from './icons';

/** Closes what contains it. */
export function CloseButton({ onClose }: { readonly onClose: () => void }) {
  return (
    <IconButton name={t('close')} onClick={onClose}>
      <DismissIcon />
    </IconButton>
  );
}
