import type { TagColours } from '@/components/live-lists/use-tags';
import { useFirstTags } from '@/components/paper-parts/use-first-tags';
import { t } from '@/lib/i18n';

/** How many tags are shown before "show all". */
const TAGS_SHOWN = 20;

interface DetailTagsProps {
  readonly tags: readonly string[];
  readonly tagColours: TagColours;
}

/** The tags of a paper; if there are many, the first ones and a button for the others. */
export function DetailTags({ tags, tagColours }: DetailTagsProps) {
  const { shown, others } = useFirstTags(tags, TAGS_SHOWN);
  if (tags.length === 0) return null;
  return (
    <ul className="row-tags detail-tags" aria-label={t('rowTags')}>
      {shown.map((tag) => (
        <li key={tag} className="tag" title={tag} data-tag-colour={tagColours.get(tag)}>
          {tag}
        </li>
      ))}
      {others}
    </ul>
  );
}
