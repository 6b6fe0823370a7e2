import type { Ref } from 'react';
import { IconButton } from '@/components/design/icon-button';
import {
  ChevronIcon,
  DismissIcon,
  LocateIcon,
  NoteIcon,
  RemoveIcon,
  TagIcon,
} from '@/components/design/icons';
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

/** What can be done with a paper beside starring it; quiet until the card is pointed at. */
export function CardActions(props: CardActionsProps) {
  const { item, isUnfolded, open, tabIndex, onOpen, onUnfold, onChange, onShow } = props;
  const { title } = item.meta;
  const { dismissed } = item.state;
  return (
    <div className="card-actions">
      <IconButton
        name={t('rowNamed_tags', title)}
        hint={t('cardHint_tags')}
        tabIndex={tabIndex}
        ref={props.tagButton}
        aria-expanded={open === 'tags'}
        aria-haspopup="dialog"
        onClick={() => onOpen('tags')}
      >
        <TagIcon />
      </IconButton>
      <IconButton
        name={t('cardNote', title)}
        hint={t('cardHint_note')}
        tabIndex={tabIndex}
        aria-expanded={open === 'note'}
        onClick={() => onOpen(open === 'note' ? null : 'note')}
      >
        <NoteIcon />
      </IconButton>
      {onShow && (
        <IconButton
          name={t('cardShow', title)}
          hint={t('cardHint_show')}
          tabIndex={tabIndex}
          onClick={onShow}
        >
          <LocateIcon />
        </IconButton>
      )}
      <IconButton
        name={t('rowNamed_dismiss', title)}
        hint={t(dismissed ? 'cardHint_bringBack' : 'cardHint_dismiss')}
        tabIndex={tabIndex}
        aria-pressed={dismissed}
        onClick={() => onChange({ kind: 'dismiss', value: !dismissed })}
      >
        <DismissIcon />
      </IconButton>
      {props.isListed && (
        <IconButton
          name={t('cardRemove', title)}
          hint={t('cardHint_remove')}
          tabIndex={tabIndex}
          onClick={() => onChange({ kind: 'remove' })}
        >
          <RemoveIcon />
        </IconButton>
      )}
      <IconButton
        name={t('rowNamed_abstract', title)}
        hint={t('cardHint_abstract')}
        tabIndex={tabIndex}
        aria-expanded={isUnfolded}
        className="unfold"
        onClick={onUnfold}
      >
        <ChevronIcon />
      </IconButton>
    </div>
  );
}
