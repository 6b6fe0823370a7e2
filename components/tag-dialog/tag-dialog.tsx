import { autoUpdate, computePosition, offset, shift, size } from '@floating-ui/dom';
import { useCombobox } from 'downshift';
import { type KeyboardEvent, type ReactNode, useEffect, useRef, useState } from 'react';
import { t } from '@/lib/i18n';
import { LIMITS } from '@/lib/protocol/limits';
import { cleanTag } from '@/lib/protocol/tag';
import { fold } from '@/lib/text/fold';
import { tagProblem } from './tag-problem';

/** So many suggestions are shown; typing narrows them. */
const SUGGESTIONS_SHOWN = 50;

/** As high as the dialog gets, about, in pixels: with less room below, it opens where there is more. */
const ROOM_WANTED = 360;

/** A digit may be the beginning of a tag: it is one when nothing follows for so many milliseconds. */
const DIGIT_ALONE_MS = 450;

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
  readonly anchor: Element;
  readonly onChange: (tag: string, value: boolean) => void;
  readonly onClose: () => void;
  /** What else of the paper can be edited, below the tags. */
  readonly children?: ReactNode;
  /** Whether the keyboard goes to the text box below the tags at first. */
  readonly isFocusBelow?: boolean;
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
  const waiting = useRef<ReturnType<typeof setTimeout>>(undefined);
  const tag = cleanTag(text);
  const tooLong = tagProblem(tag);
  const items = suggest(props.suggestions, tags, tag);
  const recent = (props.recent ?? [])
    .filter((one) => props.suggestions.includes(one) && !tags.includes(one))
    .slice(0, 9);

  usePopover(dialog, anchor, onClose);
  useEffect(() => () => clearTimeout(waiting.current), []);

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

  // Downshift takes the keyboard to the box when it opens, and the popover must be open before.
  useEffect(() => {
    if (!props.isFocusBelow) return;
    const box = dialog.current?.querySelector('textarea');
    box?.focus();
    box?.setSelectionRange(box.value.length, box.value.length);
  }, [props.isFocusBelow]);

  function type(typed: string): void {
    clearTimeout(waiting.current);
    setText(typed);
    if (text !== '' || !/^[1-9]$/.test(typed)) return;
    waiting.current = setTimeout(() => addRecent.current(typed), DIGIT_ALONE_MS);
  }

  /** Which tags are the recent ones may have become known only after the digit was typed. */
  const addRecent = useRef<(digit: string) => void>(() => undefined);
  addRecent.current = (digit) => {
    const meant = recentOf(digit);
    if (meant !== undefined) add(meant);
  };

  /** The recent tag that a digit stands for. */
  function recentOf(typed: string): string | undefined {
    return /^[1-9]$/.test(typed) ? recent[Number(typed) - 1] : undefined;
  }

  /** Who types a known tag in other case means that one; the list offers the other as a new one. */
  function asKnown(typed: string): string {
    const all = [...tags, ...props.suggestions];
    const isSame = (one: string) => one.toLowerCase() === typed.toLowerCase();
    return all.includes(typed) ? typed : (all.find(isSame) ?? typed);
  }

  function add(wanted: string): void {
    clearTimeout(waiting.current);
    setText('');
    if (wanted && !tags.includes(wanted)) onChange(wanted, true);
  }

  function onKeyDown(event: KeyboardEvent<HTMLInputElement>): void {
    if (event.key === 'Backspace' && text === '') {
      const last = tags.at(-1);
      if (last !== undefined) onChange(last, false);
    } else if (event.key === 'Enter' && combobox.highlightedIndex === -1) {
      if (tooLong === null && !event.nativeEvent.isComposing) add(recentOf(text) ?? asKnown(tag));
    }
  }

  const problem = tooLong ?? props.failure;

  return (
    <div
      ref={dialog}
      className="tag-dialog"
      role="dialog"
      aria-label={t('rowNamed_tags', title)}
      popover="auto"
      onKeyDown={(event) => {
        event.stopPropagation(); // no key typed here is meant for the page
        if (event.key !== 'Escape' || event.nativeEvent.isComposing) return;
        event.preventDefault();
        onClose();
      }}
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
      {text === '' && recent.length > 0 && (
        <ul className="recent" aria-label={t('tagsRecent')}>
          {recent.map((one, index) => (
            <li key={one}>
              <button type="button" title={one} onClick={() => add(one)}>
                <kbd>{index + 1}</kbd> <span>{one}</span>
              </button>
            </li>
          ))}
        </ul>
      )}
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
    element.addEventListener('toggle', onToggle as EventListener);
    const stopPlacing = autoUpdate(anchor, element, async () => {
      const { x, y } = await computePosition(anchor, element, {
        strategy: 'fixed',
        placement: placementBeside(anchor),
        middleware: [
          offset(6),
          // Whole in view, be it over its anchor: there may be too little room on either side.
          shift({ padding: 8, crossAxis: true }),
          size({
            padding: 8,
            apply: ({ availableHeight }) => {
              element.style.maxHeight = `${availableHeight}px`;
            },
          }),
        ],
      });
      Object.assign(element.style, { left: `${x}px`, top: `${y}px` });
    });
    return () => {
      stopPlacing();
      element.removeEventListener('toggle', onToggle as EventListener);
    };
  }, [dialog, anchor]);
}

/** By the room there is, not by the dialog's height: that changes as it is typed into. */
function placementBeside(anchor: Element): 'bottom-start' | 'top-start' {
  const { top, bottom } = anchor.getBoundingClientRect();
  const below = window.innerHeight - bottom;
  return below < ROOM_WANTED && top > below ? 'top-start' : 'bottom-start';
}
