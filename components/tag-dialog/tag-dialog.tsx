import { useCombobox } from 'downshift';
import { type KeyboardEvent, type ReactNode, useEffect, useRef, useState } from 'react';
import { Popover } from '@/components/design/popover';
import { t } from '@/lib/i18n';
import { cleanTag } from '@/lib/protocol/tag';
import { RecentTags, recentToOffer } from './recent-tags';
import { type Suggestion, suggest, withKnownCase } from './suggestions';
import { tagProblem } from './tag-problem';
import { TagsOfPaper } from './tags-of-paper';
import { useDigitKeys } from './use-digit-keys';

/** In px: with less room below the anchor, it opens where there is more. It scrolls where it is higher. */
const ROOM_WANTED = 280;

const NONE: readonly string[] = [];

export interface TagDialogProps {
  /** The title of the paper. */
  readonly title: string;
  readonly tags: readonly string[];
  /** All tags in use, the most likely first. */
  readonly suggestions: readonly string[];
  /** Recently used tags, newest first, added by digit keys. */
  readonly recent?: readonly string[];
  /** Why the last change was not saved. */
  readonly failure: string | null;
  /** The element that the dialog is placed next to. */
  readonly anchor: HTMLElement;
  readonly onChange: (tag: string, value: boolean) => void;
  readonly onClose: () => void;
  /** Further fields, below the tags. */
  readonly children?: ReactNode;
  /** Whether the text box below the tags takes the initial focus. */
  readonly focusesTextBox?: boolean;
}

/** Edits the tags of one paper. Enter adds, Backspace in the empty box removes, Escape closes. */
export function TagDialog(props: TagDialogProps) {
  const { title, tags, suggestions, anchor, onChange, onClose } = props;
  const [text, setText] = useState('');
  const input = useRef<HTMLInputElement>(null);
  const tag = cleanTag(text);
  const tooLong = tagProblem(tag);
  const problem = tooLong ?? props.failure;
  const offered = recentToOffer(props.recent ?? [], suggestions, tags);
  const recent = text === '' ? offered : NONE;
  const items = suggest(suggestions, [...tags, ...recent], tag);
  /** Whoever writes a note wants no list of tags over it. */
  const [isWriting, setWriting] = useState(props.focusesTextBox ?? false);
  const digits = useDigitKeys(offered, add);

  const combobox = useCombobox<Suggestion>({
    items,
    inputValue: text,
    itemToString: (item) => item?.tag ?? '',
    selectedItem: null,
    isOpen: true,
    environment: undefined, // listeners on the window see nothing inside a shadow root
    onSelectedItemChange: ({ selectedItem }) => {
      if (selectedItem) add(selectedItem.tag);
    },
    stateReducer: (_, { changes }) =>
      changes.selectedItem ? { ...changes, inputValue: '' } : changes,
  });

  // In an effect, since downshift focuses the input on opening.
  useEffect(() => {
    if (!props.focusesTextBox) return;
    const box = input.current?.closest('[role="dialog"]')?.querySelector('textarea');
    box?.focus();
    box?.setSelectionRange(box.value.length, box.value.length);
  }, [props.focusesTextBox]);

  function onType(typed: string): void {
    digits.onType(text, typed);
    setText(typed);
  }

  function add(wanted: string): void {
    digits.stop();
    setText('');
    if (wanted && !tags.includes(wanted)) onChange(wanted, true);
  }

  function onKeyDown(event: KeyboardEvent<HTMLInputElement>): void {
    if (event.key === 'Backspace' && text === '') {
      const last = tags.at(-1);
      if (last !== undefined) onChange(last, false);
    } else if (event.key === 'Enter' && combobox.highlightedIndex === -1) {
      if (tooLong !== null || event.nativeEvent.isComposing) return;
      add(digits.tagOf(text) ?? withKnownCase(tag, [...tags, ...suggestions]));
    }
  }

  return (
    <Popover
      className="tag-dialog"
      role="dialog"
      aria-label={t('rowNamed_tags', title)}
      anchor={anchor}
      roomWanted={ROOM_WANTED}
      focusesFirst={false}
      onFocus={({ target }) => setWriting(target instanceof HTMLTextAreaElement)}
      onClose={onClose}
    >
      <p className="dialog-title" dir="auto" title={title} aria-hidden="true">
        {title}
      </p>
      <TagsOfPaper tags={tags} onRemove={(one) => onChange(one, false)} />
      <input
        {...combobox.getInputProps({
          ref: input,
          onKeyDown,
          // Bypasses downshift's state, which lags: fast typing would lose keys.
          onChange: (event) => onType((event.target as HTMLInputElement).value),
          'aria-label': t('tagAdd'),
        })}
        aria-labelledby={undefined}
        placeholder={t('tagAdd')}
        spellCheck={false}
      />
      {recent.length > 0 && <RecentTags tags={recent} onAdd={add} />}
      <ul
        className="suggestions"
        hidden={isWriting}
        {...combobox.getMenuProps({ 'aria-label': t('tagsToAdd') })}
        aria-labelledby={undefined}
      >
        {items.map((item, index) => (
          <li
            key={item.tag}
            data-highlighted={combobox.highlightedIndex === index || undefined}
            {...combobox.getItemProps({ item, index })}
          >
            {item.isNew ? t('tagCreate', item.tag) : item.tag}
          </li>
        ))}
      </ul>
      {problem && (
        <p className="problem" role="alert">
          {problem}
        </p>
      )}
      {props.children}
    </Popover>
  );
}
