import type { KeyboardEvent } from 'react';
import { actionOfPress } from '@/components/keys/list-press';
import { actOnLinks } from '@/components/triage/paper-links';
import { stateToCome, triageActions } from '@/components/triage/use-triage';
import { nextStatus, urlOf } from '@/lib/paper';
import type { Change } from '@/lib/protocol/change';
import { isMovement, isOfList, type ListActionIn, type Movement } from '@/lib/triage/actions';
import { linkActs } from '@/lib/triage/paper-links';
import type { CardSurroundings } from './card-paper';
import type { ListRows } from './list-rows';
import type { useActiveCard } from './use-active-card';
import type { useOpenParts } from './use-open-parts';

type CardAction = Exclude<ListActionIn<'popup'>, Movement | 'leave'>;

interface CardKeysOptions extends Pick<CardSurroundings, 'isListed' | 'onShow'> {
  readonly rows: ListRows;
  readonly active: ReturnType<typeof useActiveCard>;
  readonly parts: ReturnType<typeof useOpenParts>;
  /** Moves the focus to what is above the list. */
  readonly onLeave: (() => void) | undefined;
}

/**
 * Runs the actions of a list of cards by key.
 * @returns the handler for keys pressed in the list
 */
export function useCardKeys(options: CardKeysOptions): (event: KeyboardEvent) => void {
  const { rows, active, parts, isListed, onShow, onLeave } = options;

  function move(movement: Movement): void {
    const { first, last } = active.virtual;
    const page = Math.max(1, last - first);
    const steps: Readonly<Record<Movement, number>> = {
      ...{ next: 1, previous: -1, nextPage: page, previousPage: -page },
      ...{ first: -active.index, last: rows.count },
    };
    if (movement === 'previous' && active.index === 0) onLeave?.();
    else active.moveTo(active.index + steps[movement]);
  }

  function act(action: CardAction): void {
    const { key } = active;
    const item = key === null ? null : rows.paperAt(active.index);
    if (key === null || !item) return;
    const { id, meta, paper } = item;
    const state = stateToCome(id, item.state);
    const change = (wanted: Change) =>
      void triageActions.change([{ id, title: meta.title, paper }], wanted);
    const acts: Readonly<Record<CardAction, () => void>> = {
      star: () => change({ kind: 'star', value: !state.starred }),
      tag: () => parts.openPart(key, 'tags'),
      dismiss() {
        change({ kind: 'dismiss', value: !state.dismissed });
        moveOn();
      },
      note: () => parts.openPart(key, 'note'),
      status: () => change({ kind: 'status', value: nextStatus(state.status) }),
      open() {
        const url = urlOf(id);
        if (url) window.open(url, '_blank', 'noreferrer');
      },
      ...linkActs((link) =>
        actOnLinks(link, { id, title: meta.title, paper, codeUrl: meta.codeUrl }),
      ),
      unfold: () => parts.toggleUnfolded(key),
      show: () => onShow?.(id),
      remove() {
        if (isListed) change({ kind: 'remove' });
        moveOn();
      },
    };
    acts[action]();
  }

  /** The paper is about to leave the list: the next key acts on the next one. */
  function moveOn(): void {
    if (isListed) active.moveTo(active.index + 1);
  }

  return (event) => {
    const action = actionOfPress(event.nativeEvent, 'popup');
    if (!action || !isOfList<'popup'>(action) || (action === 'leave' && !onLeave)) return;
    event.preventDefault();
    if (action === 'leave') onLeave?.();
    else if (isMovement(action)) move(action);
    else act(action);
  };
}
