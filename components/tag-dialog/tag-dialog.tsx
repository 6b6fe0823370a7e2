import { useCombobox } from 'downshift';
import { type KeyboardEvent, type ReactNode, useEffect, useRef, useState } from 'react';
import { Popover } from '@/components/design/popover';
import { t } from '@/lib/i18n';
import { cleanTag } from '@/lib/protocol/tag';
import { RecentTags, recentOf } from './recent-tags';
import { knownAs, type Suggestion, suggest } from './suggestions';
import { tagProblem } from './tag-problem';
import { TagsOfPaper } from './tags-of-paper';
import { useDigitKeys } from './use-digit-keys';

/** About as high as the dialog gets, in px: with less room below, it opens where there is more. */
const ROOM_WANTED = 360;

export interface TagDialogProps {
  /** Title of the paper. */
  readonly title: string;
  readonly tags: readonly string[];
  /** All tags in use, the likeliest first. */
  readonly suggestions: readonly string[];
  /** The tags used last, the newest first: the digit keys add them. */
  readonly recent?: readonly string[];
  /** Why the last change was not saved. */
  readonly failure: string | null;
  /** The dialog stands beside this element. */
  readonly anchor: HTMLElement;
  readonly onChange: (tag: string, value: boolean) => void;
  readonly onClose: () => void;
  /** What else of the paper can be edited, below the tags. */
  readonly children?: ReactNode;
  /** Whether the focus goes to the text box below the tags at first. */
  readonly isFocusBelow?: boolean;
}

/** Edits the tags of one paper. Enter adds, Backspace in the empty box removes, Escape closes. */
export function TagDialog(props: TagDialogProps) {
  const { title, tags, suggestions, anchor, onChange, onClose } = props;
  const [text, setText] = useState('');
  const input = useRef<HTMLInputElement>(null);
  const tag = cleanTag(text);
  const tooLong = tagProblem(tag);
  const problem = tooLong ?? props.failure;
  const items = suggest(suggestions, tags, tag);
  const recent = recentOf(props.recent ?? [], suggestions, tags);
  const digits = useDigitKeys(recent, add);

  const combobox = useCombobox<Suggestion>({
    items,
    inputValue: text,
    itemToString: (item) => item?.tag ?? '',
    selectedItem: null,
    isOpen: true,
    environment: undefined, // no listening on the window, which sees nothing in a shadow root
    onSelectedItemChange: ({ selectedItem }) => {
      if (selectedItem) add(selectedItem.tag);
    },
    stateReducer: (_, { changes }) =>
      changes.selectedItem ? { ...changes, inputValue: '' } : changes,
  });

  // Only now: downshift focuses the input when it opens.
  useEffect(() => {
    if (!props.isFocusBelow) return;
    const box = input.current?.closest('[role="dialog"]')?.querySelector('textarea');
    box?.focus();
    box?.setSelectionRange(box.value.length, box.value.length);
  }, [props.isFocusBelow]);

  function type(typed: string): void {
    digits.hear(text, typed);
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
      add(digits.tagOf(text) ?? knownAs(tag, [...tags, ...suggestions]));
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
      onClose={onClose}
    >
      <TagsOfPaper tags={tags} onRemove={(one) => onChange(one, false)} />
      <input
        {...combobox.getInputProps({
          ref: input,
          onKeyDown,
          // Not by downshift's own state, which comes a moment later: fast typing would lose keys.
          onChange: (event) => type((event.target as HTMLInputElement).value),
          'aria-label': t('tagAdd'),
        })}
        aria-labelledby={undefined}
        placeholder={t('tagAdd')}
        spellCheck={false}
      />
      {text === '' && recent.length > 0 && <RecentTags tags={recent} onAdd={add} />}
      <ul
        className="suggestions"
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
