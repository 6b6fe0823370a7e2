import { t } from '@/lib/i18n';

/** One per digit key. */
const RECENT_SHOWN = 9;

/** The recent tags that are still in use and not yet on the paper. */
export function recentToOffer(
  recent: readonly string[],
  known: readonly string[],
  taken: readonly string[],
): readonly string[] {
  return recent.filter((one) => known.includes(one) && !taken.includes(one)).slice(0, RECENT_SHOWN);
}

interface RecentTagsProps {
  readonly tags: readonly string[];
  readonly onAdd: (tag: string) => void;
}

/** Recent tags, each with the digit key that adds it. */
export function RecentTags({ tags, onAdd }: RecentTagsProps) {
  return (
    <ul className="recent" aria-label={t('tagsRecent')}>
      {tags.map((tag, index) => (
        <li key={tag}>
          <button type="button" title={tag} onClick={() => onAdd(tag)}>
            <kbd>{index + 1}</kbd> <span>{tag}</span>
          </button>
        </li>
      ))}
    </ul>
  );
}
