import { cleanTag, LIMITS } from '@/lib/command';
import { t } from '@/lib/i18n';

interface TagAllFormProps {
  /** How many papers will be tagged. */
  readonly count: number;
  readonly onTag: (tag: string) => void;
  readonly onClose: () => void;
}

/** Asks for the tag that many papers are to have. */
export function TagAllForm({ count, onTag, onClose }: TagAllFormProps) {
  return (
    <form
      onSubmit={(event) => {
        event.preventDefault();
        const clean = cleanTag(String(new FormData(event.currentTarget).get('tag')));
        if (clean) onTag(clean);
        onClose();
      }}
    >
      <input
        name="tag"
        aria-label={t('panelTagForAll', count)}
        placeholder={t('panelTagHint')}
        autoFocus
        autoComplete="off"
        maxLength={LIMITS.tag}
        onKeyDown={(event) => {
          event.stopPropagation();
          if (event.key === 'Escape') onClose();
        }}
      />
    </form>
  );
}
