import { SaveFilterIcon } from '@/components/design/icons';
import { later } from '@/components/design/later';
import { usePopoverButton } from '@/components/design/use-popover-button';
import { t } from '@/lib/i18n';
import type { SaveFilterProps } from './save-filter';

const SaveFilter = later(() => import('./save-filter').then((module) => module.SaveFilter));

/** A button that saves the current filter under a name. */
export function SaveFilterButton(props: Pick<SaveFilterProps, 'query' | 'filters'>) {
  const { anchor, close, button } = usePopoverButton();
  return (
    <>
      <button type="button" className="text-button" {...button}>
        <SaveFilterIcon />
        {t('saveFilter')}
      </button>
      {anchor && <SaveFilter {...props} anchor={anchor} onClose={close} />}
    </>
  );
}
