import { TagIcon } from '@/components/design/icons';
import { usePopoverButton } from '@/components/design/use-popover-button';
import type { TagColours } from '@/components/live-lists/use-tags';
import { PaperTagDialog } from '@/components/paper-parts/paper-tag-dialog';
import { changeable } from '@/components/triage/change-record';
import { t } from '@/lib/i18n';
import type { PaperRecord } from '@/lib/library/store/record';

interface DetailTagsProps {
  readonly record: PaperRecord;
  readonly tagColours: TagColours;
  /** All tags in use, the most used first. */
  readonly knownTags: readonly string[];
}

/** The tags of a paper, and a button to edit them. */
export function DetailTags({ record, tagColours, knownTags }: DetailTagsProps) {
  const { tags } = record.triage;
  const { anchor, close, button } = usePopoverButton();
  return (
    <section className="detail-tags" aria-label={t('rowTags')}>
      <ul className="row-tags">
        {tags.map((tag) => (
          <li key={tag} className="tag" title={tag} data-tag-colour={tagColours.get(tag)}>
            {tag}
          </li>
        ))}
      </ul>
      <button type="button" className="button small" {...button}>
        <TagIcon />
        {t('detailEditTags')}
      </button>
      {anchor && (
        <PaperTagDialog
          paper={changeable(record)}
          state={record.triage}
          knownTags={knownTags}
          anchor={anchor}
          onClose={close}
        />
      )}
    </section>
  );
}
