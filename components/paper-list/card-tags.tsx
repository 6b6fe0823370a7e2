import { useState } from 'react';
import type { TagColours } from '@/components/live-lists/use-tags';
import { MarkedText } from '@/components/paper-parts/marked-text';
import type { Finder } from '@/lib/filter/match';
import { plural, t } from '@/lib/i18n';

/** How many tags a card shows before "show all". */
const TAGS_SHOWN = 5;

interface CardTagsProps {
  readonly tags: readonly string[];
  readonly colours: TagColours | undefined;
  readonly find: Finder;
  /** Whether they are tab stops. */
  readonly tabIndex: 0 | -1;
  readonly onTag: ((tag: string) => void) | undefined;
}

/** The tags of a paper; if there are many, the first ones and a button for the others. */
export function CardTags({ tags, colours, find, tabIndex, onTag }: CardTagsProps) {
  const [isWhole, setWhole] = useState(false);
  const shown = isWhole ? tags : tags.slice(0, TAGS_SHOWN);
  const more = tags.length - shown.length;
  return (
    <ul className="card-tags" aria-label={t('cardTags')}>
      {shown.map((tag) => {
        const look = {
          className: 'tag',
          title: tag,
          'data-tag-colour': colours?.get(tag),
          children: <MarkedText text={tag} find={find} field="tags" />,
        };
        return (
          <li key={tag}>
            {onTag ? (
              <button type="button" {...look} tabIndex={tabIndex} onClick={() => onTag(tag)} />
            ) : (
              <span {...look} />
            )}
          </li>
        );
      })}
      {more > 0 && (
        <li>
          <button
            type="button"
            className="text-button"
            aria-label={plural('cardShowTags', more)}
            tabIndex={tabIndex}
            onClick={() => setWhole(true)}
          >
            {t('cardMoreTags', more)}
          </button>
        </li>
      )}
    </ul>
  );
}
