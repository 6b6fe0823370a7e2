import {
  type KeyboardEvent,
  type Ref,
  useCallback,
  useEffect,
  useImperativeHandle,
  useLayoutEffect,
  useRef,
  useState,
} from 'react';
import { useVirtualRows } from '@/components/design/use-virtual-rows';
import { rowIndexOf, VirtualList } from '@/components/design/virtual-list';
import { actionOfPress } from '@/components/keys/list-press';
import { stateToCome, triageActions } from '@/components/triage/use-triage';
import { nextStatus, type PaperId, urlOf } from '@/lib/paper';
import type { Change } from '@/lib/protocol/change';
import { isMovement, isOfList, type ListActionIn, type Movement } from '@/lib/triage/actions';
import type { CardPart } from './card-actions';
import type { CardPaper, CardSurroundings } from './card-paper';
import { type CardKey, PaperCard } from './paper-card';

/** Height of a card before it is measured, in px. */
const CARD_HEIGHT = 104;

/** Below the last card there is room for the toast, in px. */
const TOAST_HEIGHT = 60;

/** The papers of a list in order. Only those in view need be there. */
export interface ListRows {
  readonly count: number;
  readonly keyAt: (index: number) => CardKey;
  /** `null`: not read yet. */
  readonly paperAt: (index: number) => CardPaper | null;
}

type CardAction = Exclude<ListActionIn<'popup'>, Movement | 'leave'>;

/** What can be asked of a list from outside. */
export interface ListHandle {
  /** Moves the keyboard to the card that it was at, or to the first, also when that is still to come. */
  readonly focus: () => void;
}

interface PaperListProps extends CardSurroundings {
  readonly ref?: Ref<ListHandle>;
  /** What the list is called. */
  readonly label: string;
  readonly rows: ListRows;
  /** What was asked for: something else is read from its beginning. */
  readonly asked: string;
  /** Hears which rows are in view. */
  readonly onView?: (first: number, last: number) => void;
  /** Moves the keyboard to what is above the list. */
  readonly onLeave?: () => void;
}

/** Cards of papers, however many: only those in view are there. The keyboard is at one of them. */
export function PaperList({ ref, label, rows, asked, onView, onLeave, ...card }: PaperListProps) {
  const cards = useRef(new Map<CardKey, HTMLElement>());
  const [active, setActive] = useState<{ readonly key: CardKey | null; readonly index: number }>({
    key: null,
    index: 0,
  });
  const [unfolded, setUnfolded] = useState<ReadonlySet<CardKey>>(new Set());
  const [open, setOpen] = useState<{ readonly key: CardKey; readonly part: CardPart } | null>(null);
  /** Whether the keyboard is in the list, and shall go to the active card when that is there. */
  const isInside = useRef(false);
  const wantsFocus = useRef(false);

  const activeIndex = indexOf(active, rows);
  const activeKey = rows.count > 0 ? rows.keyAt(activeIndex) : null;

  const virtual = useVirtualRows({
    count: rows.count,
    rowHeight: CARD_HEIGHT,
    keyAt: rows.keyAt,
    overscan: 4,
    roomBelow: TOAST_HEIGHT,
    keptIndex: activeIndex,
  });
  const { scroller, first, last } = virtual;
  useEffect(() => onView?.(first, last), [onView, first, last]);

  const askedBefore = useRef(asked);
  useLayoutEffect(() => {
    if (askedBefore.current === asked) return;
    askedBefore.current = asked;
    virtual.scrollToTop();
    if (isInside.current) return;
    wantsFocus.current = false;
    setActive({ key: null, index: 0 });
  });

  useLayoutEffect(() => {
    if (activeKey === null) return;
    const isLost = isInside.current && document.activeElement === document.body;
    const isGone = active.key !== null && active.key !== activeKey;
    if (!wantsFocus.current && !(isLost && isGone)) return;
    const element = cards.current.get(activeKey);
    if (!element) return; // scrolled to, and there with the next render
    wantsFocus.current = false;
    element.focus({ preventScroll: true });
    setActive({ key: activeKey, index: activeIndex });
  });

  function moveTo(index: number): void {
    wantsFocus.current = true; // where no card has come yet, the first one that does
    if (rows.count === 0) return;
    const to = Math.max(0, Math.min(rows.count - 1, index));
    setActive({ key: rows.keyAt(to), index: to });
    virtual.scrollTo(to);
  }

  useImperativeHandle(ref, () => ({ focus: () => moveTo(activeIndex) }));

  const latest = useRef(activeKey);
  latest.current = activeKey;
  // The same from one drawing to the next, as cards compare them.
  const toggleUnfolded = useCallback((key: CardKey) => {
    setUnfolded((before) => {
      const others = new Set(before);
      if (!others.delete(key)) others.add(key);
      return others;
    });
  }, []);
  const setPart = useCallback((key: CardKey, part: CardPart | null) => {
    setOpen(part && { key, part });
    if (part === null) wantsFocus.current = isInside.current && key === latest.current;
  }, []);
  const keepElement = useCallback((key: CardKey, element: HTMLElement | null) => {
    if (element) cards.current.set(key, element);
    else cards.current.delete(key);
  }, []);

  function move(action: Movement): void {
    const page = Math.max(1, last - first);
    const steps: Readonly<Record<Movement, number>> = {
      ...{ next: 1, previous: -1, nextPage: page, previousPage: -page },
      ...{ first: -activeIndex, last: rows.count },
    };
    if (action === 'previous' && activeIndex === 0) onLeave?.();
    else moveTo(activeIndex + steps[action]);
  }

  function act(action: CardAction, { id, meta, paper, ...item }: CardPaper, key: CardKey): void {
    const state = stateToCome(id, item.state);
    const change = (wanted: Change) =>
      void triageActions.change([{ id, title: meta.title, paper }], wanted);
    const acts: Readonly<Record<CardAction, () => void>> = {
      star: () => change({ kind: 'star', value: !state.starred }),
      tag: () => setPart(key, 'tags'),
      dismiss() {
        change({ kind: 'dismiss', value: !state.dismissed });
        moveOn();
      },
      note: () => setPart(key, 'note'),
      status: () => change({ kind: 'status', value: nextStatus(state.status) }),
      open: () => openPaper(id),
      unfold: () => toggleUnfolded(key),
      show: () => card.onShow?.(id),
      remove() {
        if (card.isListed) change({ kind: 'remove' });
        moveOn();
      },
    };
    acts[action]();
  }

  /** The paper goes from the list in a moment, and the next key is about the next one. */
  function moveOn(): void {
    if (card.isListed) moveTo(activeIndex + 1);
  }

  function onKeyDown(event: KeyboardEvent): void {
    const action = actionOfPress(event.nativeEvent, 'popup');
    if (!action || !isOfList<'popup'>(action) || (action === 'leave' && !onLeave)) return;
    event.preventDefault();
    if (action === 'leave') onLeave?.();
    else if (isMovement(action)) move(action);
    else {
      const item = rows.count > 0 ? rows.paperAt(activeIndex) : null;
      if (item && activeKey !== null) act(action, item, activeKey);
    }
  }

  return (
    <VirtualList
      className="paper-list"
      label={label}
      rows={virtual}
      onKeyDown={onKeyDown}
      onFocus={({ target }) => {
        isInside.current = true;
        const index = rowIndexOf(target);
        if (index === null) return;
        const key = rows.keyAt(index);
        if (key !== active.key) setActive({ key, index });
      }}
      onBlur={({ relatedTarget }) => {
        if (relatedTarget) isInside.current = scroller.current?.contains(relatedTarget) ?? false;
      }}
    >
      {(index) => {
        const key = rows.keyAt(index);
        const item = rows.paperAt(index);
        return item ? (
          <PaperCard
            {...card}
            item={item}
            cardKey={key}
            place={index}
            total={rows.count}
            isActive={index === activeIndex}
            isUnfolded={unfolded.has(key)}
            open={open?.key === key ? open.part : null}
            onElement={keepElement}
            onOpen={setPart}
            onUnfold={toggleUnfolded}
          />
        ) : (
          <div className="card-to-come" />
        );
      }}
    </VirtualList>
  );
}

function openPaper(id: PaperId): void {
  const url = urlOf(id);
  if (url) window.open(url, '_blank', 'noreferrer');
}

/** Where the active card is now: the list may have changed around it, or it may be gone. */
function indexOf(active: { readonly key: CardKey | null; readonly index: number }, rows: ListRows) {
  const last = Math.max(0, rows.count - 1);
  const index = Math.min(active.index, last);
  if (active.key === null || rows.count === 0 || rows.keyAt(index) === active.key) return index;
  for (let near = 1; near <= last; near += 1) {
    if (index - near >= 0 && rows.keyAt(index - near) === active.key) return index - near;
    if (index + near <= last && rows.keyAt(index + near) === active.key) return index + near;
  }
  return index;
}
