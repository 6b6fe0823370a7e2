import { t } from '@/lib/i18n';

interface TagsOfPaperProps {
  readonly tags: readonly string[];
  readonly onRemove: (tag: string) => void;
}

/** The tags of a paper, each with a remove button. */
export function TagsOfPaper({ tags, onRemove }: TagsOfPaperProps) {
  return (
    <ul className="tag-list" aria-label={t('tagsOfPaper')}>
      {tags.map((tag) => (
        <li key={tag}>
          <span title={tag}>{tag}</span>
          <button type="button" aria-label={t('tagRemove', tag)} onClick={() => onRemove(tag)}>
            ×
          </button>
        </li>
      ))}
    </ul>
  );
}
