import { Modal } from '@/components/design/modal';
import { plural, t } from '@/lib/i18n';
import { LIMITS } from '@/lib/protocol/limits';

interface OpenDialogProps {
  readonly count: number;
  readonly onOpen: () => void;
  readonly onClose: () => void;
}

/** Asks before opening many tabs, which cannot be undone. */
export function OpenDialog({ count, onOpen, onClose }: OpenDialogProps) {
  const opened = Math.min(count, LIMITS.tabsAtOnce);
  return (
    <Modal
      className="help ask"
      role="alertdialog"
      aria-label={plural('openAsk', opened)}
      onClose={onClose}
      isFirm
    >
      <div className="help-body">
        <h2>{plural('openAsk', opened)}</h2>
        {opened < count && <p>{t('openFirstOf', opened, count)}</p>}
        <footer>
          <button type="button" onClick={onClose}>
            {t('openCancel')}
          </button>
          <button
            type="button"
            className="main"
            autoFocus
            onClick={() => {
              onOpen();
              onClose();
            }}
          >
            {t('openAll')}
          </button>
        </footer>
      </div>
    </Modal>
  );
}
