import { useState } from 'react';
import type { TagColours } from '@/components/live-lists/use-tags';
import { plural, t } from '@/lib/i18n';

/** How many tags are shown before "show all". */
const TAGS_SHOWN = 20;

interface DetailTagsProps {
  readonly tags: readonly string[];
  readonly tagColours: TagColours;
}

/** The tags of a paper; if there are many, the first ones and a button for the others. */
export function DetailTags({ tags, tagColours }: DetailTagsProps) {
  const [isWhole, setWhole] = useState(false);
  if (tags.length === 0) return null;
  const shown = isWhole ? tags : tags.slice(0, TAGS_SHOWN);
  const more = tags.length - shown.length;
  return (
    <ul className="row-tags detail-tags" aria-label={t('rowTags')}>
      {shown.map((tag) => (
        <li key={tag} className="tag" title={tag} data-tag-colour={tagColours.get(tag)}>
          {tag}
        </li>
      ))}
      {more > 0 && (
        <li>
          <button
            type="button"
            className="text-button"
            aria-label={plural('cardShowTags', more)}
            onClick={() => setWhole(true)}
          >
            {t('cardMoreTags', more)}
          </button>
        </li>
      )}
    </ul>
  );
}
