import type { ReactNode, Ref } from 'react';
import {
  ChevronIcon,
  DismissIcon,
  LocateIcon,
  NoteIcon,
  RemoveIcon,
  TagIcon,
} from '@/components/design/icons';
import type { Change } from '@/lib/command';
import { t } from '@/lib/i18n';
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
      <Action
        name={t('rowNamed_tags', title)}
        hint={t('cardHint_tags')}
        tabIndex={tabIndex}
        buttonRef={props.tagButton}
        expanded={open === 'tags'}
        popup="dialog"
        onClick={() => onOpen('tags')}
      >
        <TagIcon />
      </Action>
      <Action
        name={t('cardNote', title)}
        hint={t('cardHint_note')}
        tabIndex={tabIndex}
        expanded={open === 'note'}
        onClick={() => onOpen(open === 'note' ? null : 'note')}
      >
        <NoteIcon />
      </Action>
      {onShow && (
        <Action
          name={t('cardShow', title)}
          hint={t('cardHint_show')}
          tabIndex={tabIndex}
          onClick={onShow}
        >
          <LocateIcon />
        </Action>
      )}
      <Action
        name={t('rowNamed_dismiss', title)}
        hint={t(dismissed ? 'cardHint_bringBack' : 'cardHint_dismiss')}
        tabIndex={tabIndex}
        pressed={dismissed}
        onClick={() => onChange({ kind: 'dismiss', value: !dismissed })}
      >
        <DismissIcon />
      </Action>
      {props.isListed && (
        <Action
          name={t('cardRemove', title)}
          hint={t('cardHint_remove')}
          tabIndex={tabIndex}
          onClick={() => onChange({ kind: 'remove' })}
        >
          <RemoveIcon />
        </Action>
      )}
      <Action
        name={t('rowNamed_abstract', title)}
        hint={t('cardHint_abstract')}
        tabIndex={tabIndex}
        expanded={isUnfolded}
        className="unfold"
        onClick={onUnfold}
      >
        <ChevronIcon />
      </Action>
    </div>
  );
}

interface ActionProps {
  readonly name: string;
  /** A word, and the key that does the same. */
  readonly hint: string;
  readonly tabIndex: 0 | -1;
  readonly buttonRef?: Ref<HTMLButtonElement>;
  readonly pressed?: boolean;
  readonly expanded?: boolean;
  readonly popup?: 'dialog';
  readonly className?: string;
  readonly onClick: () => void;
  readonly children: ReactNode;
}

function Action(props: ActionProps) {
  return (
    <button
      ref={props.buttonRef}
      type="button"
      className={`icon-button ${props.className ?? ''}`}
      aria-label={props.name}
      title={props.hint}
      tabIndex={props.tabIndex}
      aria-pressed={props.pressed}
      aria-expanded={props.expanded}
      aria-haspopup={props.popup}
      onClick={props.onClick}
    >
      {props.children}
    </button>
  );
}
