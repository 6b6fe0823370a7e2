import { autoUpdate, computePosition, flip, offset, shift } from '@floating-ui/dom';
import { useCombobox } from 'downshift';
import { type KeyboardEvent, useEffect, useRef, useState } from 'react';
import { cleanTag, LIMITS } from '@/lib/command';
import { t } from '@/lib/i18n';
import { fold } from '@/lib/keywords/fold';

/** So many suggestions are shown; typing narrows them. */
const SUGGESTIONS_SHOWN = 50;

export interface TagDialogProps {
  /** Title of the paper. */
  readonly title: string;
  readonly tags: readonly string[];
  /** All tags in use, the most used first. */
  readonly suggestions: readonly string[];
  /** Why the last change was not saved. */
  readonly failure: string | null;
  /** The dialog stands beside this element. */
  readonly anchor: Element;
  readonly onChange: (tag: string, value: boolean) => void;
  readonly onClose: () => void;
}

interface Suggestion {
  readonly tag: string;
  readonly isNew: boolean;
}

/** Edits the tags of one paper. Enter adds, Backspace in the empty box removes, Escape closes. */
export function TagDialog(props: TagDialogProps) {
  const { title, tags, anchor, onChange, onClose } = props;
  const [text, setText] = useState('');
  const dialog = useRef<HTMLDivElement>(null);
  const input = useRef<HTMLInputElement>(null);
  const tag = cleanTag(text);
  const isTooLong = tag.length > LIMITS.tag;
  const items = suggest(props.suggestions, tags, tag);

  usePopover(dialog, input, anchor, onClose);

  const combobox = useCombobox<Suggestion>({
    items,
    inputValue: text,
    itemToString: (item) => item?.tag ?? '',
    selectedItem: null,
    isOpen: true,
    environment: undefined, // no listening on the window, which sees nothing in a shadow root
    onInputValueChange: ({ inputValue }) => setText(inputValue),
    onSelectedItemChange: ({ selectedItem }) => {
      if (selectedItem) add(selectedItem.tag);
    },
    stateReducer: (_, { changes }) =>
      changes.selectedItem ? { ...changes, inputValue: '' } : changes,
  });

  function add(wanted: string): void {
    setText('');
    if (wanted && !tags.includes(wanted)) onChange(wanted, true);
  }

  function onKeyDown(event: KeyboardEvent<HTMLInputElement>): void {
    if (event.key === 'Escape') {
      event.preventDefault();
      event.stopPropagation();
      onClose();
    } else if (event.key === 'Backspace' && text === '') {
      const last = tags.at(-1);
      if (last !== undefined) onChange(last, false);
    } else if (event.key === 'Enter' && combobox.highlightedIndex === -1) {
      if (!isTooLong) add(tag);
    }
  }

  const problem = isTooLong ? t('tagTooLong', LIMITS.tag, tag.length) : props.failure;

  return (
    <div
      ref={dialog}
      className="tag-dialog"
      role="dialog"
      aria-label={t('rowNamed_tags', title)}
      popover="auto"
    >
      <ul className="tag-list" aria-label={t('tagsOfPaper')}>
        {tags.map((one) => (
          <li key={one}>
            <span title={one}>{one}</span>
            <button
              type="button"
              aria-label={t('tagRemove', one)}
              onClick={() => onChange(one, false)}
            >
              ×
            </button>
          </li>
        ))}
      </ul>
      <input
        {...combobox.getInputProps({ ref: input, onKeyDown, 'aria-label': t('tagAdd') })}
        aria-labelledby={undefined}
        placeholder={t('tagAdd')}
        spellCheck={false}
      />
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
    </div>
  );
}

/** Known tags that begin with the text, then those that hold it, and the text itself as a new tag. */
function suggest(known: readonly string[], taken: readonly string[], tag: string): Suggestion[] {
  const wanted = fold(tag);
  const free = known.filter((one) => !taken.includes(one));
  const starting = free.filter((one) => fold(one).startsWith(wanted));
  const holding = free.filter((one) => !starting.includes(one) && fold(one).includes(wanted));
  const found = [...starting, ...holding].slice(0, SUGGESTIONS_SHOWN);
  const isNew = tag !== '' && tag.length <= LIMITS.tag && ![...known, ...taken].includes(tag);
  return [
    ...found.map((one) => ({ tag: one, isNew: false })),
    ...(isNew ? [{ tag, isNew: true }] : []),
  ];
}

/** Shows the element in the top layer beside its anchor, for as long as it is there. */
function usePopover(
  dialog: React.RefObject<HTMLElement | null>,
  input: React.RefObject<HTMLElement | null>,
  anchor: Element,
  onClose: () => void,
): void {
  const close = useRef(onClose);
  close.current = onClose;
  useEffect(() => {
    const element = dialog.current;
    if (!element) return;
    const onToggle = (event: ToggleEvent) => {
      if (event.newState === 'closed') close.current();
    };
    element.showPopover();
    input.current?.focus();
    element.addEventListener('toggle', onToggle as EventListener);
    const stopPlacing = autoUpdate(anchor, element, async () => {
      const { x, y } = await computePosition(anchor, element, {
        strategy: 'fixed',
        placement: 'bottom-start',
        middleware: [offset(6), flip(), shift({ padding: 8 })],
      });
      Object.assign(element.style, { left: `${x}px`, top: `${y}px` });
    });
    return () => {
      stopPlacing();
      element.removeEventListener('toggle', onToggle as EventListener);
    };
  }, [dialog, input, anchor]);
}
