import type { Ref } from 'react';
import { ActionButton } from '@/components/triage/action-button';
import { t } from '@/lib/i18n';
import type { Change } from '@/lib/protocol/change';
import type { CardPaper } from './card-paper';

/** The part of a card that is open. */
export type CardPart = 'tags' | 'note';

interface CardActionsProps {
  readonly item: CardPaper;
  readonly isUnfolded: boolean;
  readonly open: CardPart | null;
  readonly isListed: boolean;
  readonly tabIndex: 0 | -1;
  readonly tagButton: Ref<HTMLButtonElement>;
  readonly onOpen: (part: CardPart | null) => void;
  readonly onUnfold: () => void;
  readonly onChange: (change: Change) => void;
  readonly onShow: (() => void) | null;
}

/** Actions on a paper besides starring it; hidden until the card is hovered or focused. */
export function CardActions(props: CardActionsProps) {
  const { item, isUnfolded, open, tabIndex, onOpen, onUnfold, onChange, onShow } = props;
  const { dismissed } = item.state;
  const shared = { place: 'popup', paper: item.meta.title, tabIndex } as const;
  return (
    <div className="card-actions">
      <ActionButton
        {...shared}
        action="tag"
        ref={props.tagButton}
        aria-expanded={open === 'tags'}
        aria-haspopup="dialog"
        onClick={() => onOpen('tags')}
      />
      <ActionButton
        {...shared}
        action="note"
        aria-expanded={open === 'note'}
        onClick={() => onOpen(open === 'note' ? null : 'note')}
      />
      {onShow && <ActionButton {...shared} action="show" onClick={onShow} />}
      <ActionButton
        {...shared}
        action="dismiss"
        hint={t(dismissed ? 'rowBringBack' : 'rowDismiss')}
        aria-pressed={dismissed}
        onClick={() => onChange({ kind: 'dismiss', value: !dismissed })}
      />
      {props.isListed && (
        <ActionButton {...shared} action="remove" onClick={() => onChange({ kind: 'remove' })} />
      )}
      <ActionButton
        {...shared}
        action="unfold"
        aria-expanded={isUnfolded}
        className="unfold"
        onClick={onUnfold}
      />
    </div>
  );
}
