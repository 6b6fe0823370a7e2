import { type ReactNode, useState } from 'react';
import { plural, t } from '@/lib/i18n';

interface FirstTags {
  readonly shown: readonly string[];
  /** An entry of the list, with a button that shows the others; `null` where there are none. */
  readonly others: ReactNode;
}

/** The first tags of a paper, at most so many until the user asks for all. */
export function useFirstTags(tags: readonly string[], most: number, tabIndex?: 0 | -1): FirstTags {
  const [isWhole, setWhole] = useState(false);
  const shown = isWhole ? tags : tags.slice(0, most);
  const more = tags.length - shown.length;
  const others = more > 0 && (
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
  );
  return { shown, others: others || null };
}
