import { IconButton } from '@/components/design/icon-button';
import { StarIcon, TagIcon } from '@/components/design/icons';
import { usePopoverButton } from '@/components/design/use-popover-button';
import type { ListRows } from '@/components/paper-list/list-rows';
import { BulkTagDialog } from '@/components/paper-parts/bulk-tag-dialog';
import { triageActions } from '@/components/triage/use-triage';
import { t } from '@/lib/i18n';
import type { Change } from '@/lib/protocol/change';

interface AllActionsProps {
  readonly rows: ListRows;
  /** All tags in use, the most used first. */
  readonly knownTags: readonly string[];
}

/** Stars or tags all papers that are listed, each as one operation. */
export function AllActions({ rows, knownTags }: AllActionsProps) {
  const { anchor, close, button } = usePopoverButton();
  const changeAll = (change: Change) => {
    const items = Array.from({ length: rows.count }, (_, index) => rows.paperAt(index));
    const subjects = items.flatMap((item) => (item ? [{ id: item.id, paper: item.paper }] : []));
    void triageActions.change(subjects, change);
  };
  return (
    <span className="all-actions">
      <span aria-hidden="true">{t('popupAll', rows.count)}</span>
      <IconButton
        name={t('popupStarAll', rows.count)}
        onClick={() => changeAll({ kind: 'star', value: true })}
      >
        <StarIcon filled={false} />
      </IconButton>
      <IconButton name={t('popupTagAll')} {...button}>
        <TagIcon />
      </IconButton>
      {anchor && (
        <BulkTagDialog
          count={rows.count}
          knownTags={knownTags}
          anchor={anchor}
          onTag={(tag, value) => changeAll({ kind: 'tag', tag, value })}
          onClose={close}
        />
      )}
    </span>
  );
}
