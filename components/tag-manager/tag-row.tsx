import { type FormEvent, useRef, useState } from 'react';
import { IconButton } from '@/components/design/icon-button';
import { RemoveIcon } from '@/components/design/icons';
import { paramsOf } from '@/components/shell/query-params';
import { hrefOf } from '@/components/shell/route';
import { tagProblem } from '@/components/tag-dialog/tag-problem';
import { plural, t } from '@/lib/i18n';
import type { Colour } from '@/lib/protocol/colours';
import { cleanTag } from '@/lib/protocol/tag';
import type { Task } from '@/lib/protocol/task';
import { TagColour } from './tag-colour';

interface TagRowProps {
  readonly tag: string;
  readonly count: number;
  readonly colour: Colour | null;
  /** All tags in use. */
  readonly names: ReadonlySet<string>;
  readonly isSelected: boolean;
  readonly onSelect: (isSelected: boolean) => void;
  readonly onTask: (task: Task) => void;
}

/** One tag, edited in place. */
export function TagRow(props: TagRowProps) {
  const { tag, count, colour, names, isSelected, onSelect, onTask } = props;
  /** The name being typed; `null` when not renaming. */
  const [typed, setTyped] = useState<string | null>(null);
  const renameButton = useRef<HTMLButtonElement>(null);
  const wanted = cleanTag(typed ?? tag);
  const problem = tagProblem(wanted);
  const isMerge = wanted !== tag && names.has(wanted);

  function stopEditing(): void {
    setTyped(null);
    requestAnimationFrame(() => renameButton.current?.focus());
  }
  function save(event: FormEvent): void {
    event.preventDefault();
    if (problem) return;
    if (wanted !== '' && wanted !== tag) onTask({ kind: 'renameTag', from: tag, to: wanted });
    stopEditing();
  }

  return (
    <li className="tag-line" data-chosen={isSelected || undefined}>
      <input
        type="checkbox"
        aria-label={t('rowSelect', tag)}
        checked={isSelected}
        onChange={({ target }) => onSelect(target.checked)}
      />
      <TagColour
        tag={tag}
        colour={colour}
        onChange={(wanted) => onTask({ kind: 'colourTag', tag, colour: wanted })}
      />
      {typed === null ? (
        <>
          <a
            className="tag-name"
            href={hrefOf('papers', paramsOf({ tags: [tag] }))}
            title={tag}
            dir="auto"
          >
            {tag}
          </a>
          <span className="number">{plural('papers', count)}</span>
          <button
            ref={renameButton}
            type="button"
            className="button"
            aria-label={t('tagRenameOne', tag)}
            onClick={() => setTyped(tag)}
          >
            {t('tagRename')}
          </button>
          <IconButton
            name={t('tagDeleteOne', tag)}
            hint={t('tagDelete')}
            onClick={() => onTask({ kind: 'deleteTag', tag })}
          >
            <RemoveIcon />
          </IconButton>
        </>
      ) : (
        <form className="tag-rename" onSubmit={save}>
          <input
            type="text"
            aria-label={t('tagNewName', tag)}
            value={typed}
            autoFocus
            onFocus={({ target }) => target.select()}
            onChange={({ target }) => setTyped(target.value)}
            onKeyDown={({ key }) => key === 'Escape' && stopEditing()}
          />
          <button
            type="submit"
            className="button primary"
            disabled={wanted === '' || problem !== null}
          >
            {t(isMerge ? 'tagMerge' : 'tagSave')}
          </button>
          <button type="button" className="button" onClick={stopEditing}>
            {t('tagCancel')}
          </button>
          {problem && (
            <p className="problem" role="alert">
              {problem}
            </p>
          )}
          {isMerge && (
            <p className="quiet" role="status">
              {t('tagMergeHelp', wanted)}
            </p>
          )}
        </form>
      )}
    </li>
  );
}
