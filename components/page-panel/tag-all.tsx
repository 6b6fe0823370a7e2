import { useEffect, useId, useState } from 'react';
import { Popover } from '@/components/design/popover';
import { tagProblem } from '@/components/tag-dialog/tag-problem';
import { t } from '@/lib/i18n';
import { read } from '@/lib/protocol/ask';
import { cleanTag } from '@/lib/protocol/tag';

interface TagAllProps {
  /** The number of papers to tag. */
  readonly count: number;
  readonly anchor: HTMLElement;
  readonly onTag: (tag: string) => void;
  readonly onClose: () => void;
}

/** Asks for a tag for many papers, suggesting the tags in use. */
export function TagAll({ count, anchor, onTag, onClose }: TagAllProps) {
  const [text, setText] = useState('');
  const [known, setKnown] = useState<readonly string[]>([]);
  const knownId = useId();
  const tag = cleanTag(text);
  const problem = tagProblem(tag);
  const name = t('panelTagForAll', count);

  useEffect(() => {
    read('tags', []).then(setKnown, () => undefined); // works without suggestions
  }, []);

  return (
    <Popover
      className="part-content"
      role="dialog"
      aria-label={name}
      anchor={anchor}
      onClose={onClose}
    >
      <form
        onSubmit={(event) => {
          event.preventDefault();
          if (problem) return;
          if (tag) onTag(tag);
          onClose();
        }}
      >
        <input
          aria-label={name}
          placeholder={t('panelTagHint')}
          autoComplete="off"
          list={knownId}
          value={text}
          onChange={({ target }) => setText(target.value)}
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
    </Popover>
  );
}
