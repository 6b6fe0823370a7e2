import { t } from '@/lib/i18n';
import { DismissIcon } from './icons';

/** Closes what it stands in. */
export function CloseButton({ onClose }: { readonly onClose: () => void }) {
  return (
    <button
      type="button"
      className="icon-button"
      aria-label={t('close')}
      title={t('close')}
      onClick={onClose}
    >
      <DismissIcon />
    </button>
  );
}
