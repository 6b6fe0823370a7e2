import { useEffect, useId, useState } from 'react';
import { tagProblem } from '@/components/tag-dialog/tag-problem';
import { t } from '@/lib/i18n';
import { askUntilAnswered } from '@/lib/protocol/ask';
import { cleanTag } from '@/lib/protocol/tag';

interface TagAllFormProps {
  /** The number of papers to tag. */
  readonly count: number;
  readonly onTag: (tag: string) => void;
  readonly onClose: () => void;
}

/** Asks for a tag for many papers, suggesting the tags in use. */
export function TagAllForm({ count, onTag, onClose }: TagAllFormProps) {
  const [text, setText] = useState('');
  const [known, setKnown] = useState<readonly string[]>([]);
  const knownId = useId();
  const tag = cleanTag(text);
  const problem = tagProblem(tag);

  useEffect(() => {
    askUntilAnswered('tags', []).then(setKnown, () => undefined); // works without suggestions
  }, []);

  return (
    <form
      onSubmit={(event) => {
        event.preventDefault();
        if (problem) return;
        if (tag) onTag(tag);
        onClose();
      }}
    >
      <input
        aria-label={t('panelTagForAll', count)}
        placeholder={t('panelTagHint')}
        autoFocus
        autoComplete="off"
        list={knownId}
        value={text}
        onChange={({ target }) => setText(target.value)}
        onKeyDown={(event) => {
          event.stopPropagation();
          if (event.key === 'Escape') onClose();
        }}
      />
      <datalist id={knownId}>
        {known.map((one) => (
          <option key={one} value={one} />
        ))}
      </datalist>
      {problem && (
        <p className="problem" role="alert">
          {problem}
        </p>
      )}
    </form>
  );
}
