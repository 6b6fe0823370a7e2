import type { TagColours } from '@/components/live-lists/use-tags';
import { MarkedText } from '@/components/paper-parts/marked-text';
import { useFirstTags } from '@/components/paper-parts/use-first-tags';
import type { Finder } from '@/lib/filter/match';
import { t } from '@/lib/i18n';

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
  const { shown, others } = useFirstTags(tags, TAGS_SHOWN, tabIndex);
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
      {others}
    </ul>
  );
}
