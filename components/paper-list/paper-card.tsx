import { memo, useCallback, useRef } from 'react';
import { later } from '@/components/design/later';
import { NoteEditor } from '@/components/note-editor/note-editor';
import { FoundPassage } from '@/components/paper-parts/found-passage';
import { MarkedText } from '@/components/paper-parts/marked-text';
import { NewVersion } from '@/components/paper-parts/new-version';
import { ActionButton } from '@/components/triage/action-button';
import { stateToCome, triageActions } from '@/components/triage/use-triage';
import { t } from '@/lib/i18n';
import type { Change } from '@/lib/protocol/change';
import { CardActions, type CardPart } from './card-actions';
import { CardDecisions } from './card-decisions';
import { Authors, Facts, textsShown } from './card-line';
import type { CardPaper, CardSurroundings } from './card-paper';
import { CardTitle } from './card-title';
import type { CardKey } from './list-rows';

// What completes tags is larger than all cards.
const CardDetails = later(() => import('./card-details').then((module) => module.CardDetails));
const PaperTagDialog = later(() =>
  import('@/components/paper-parts/paper-tag-dialog').then((module) => module.PaperTagDialog),
);

interface PaperCardProps extends CardSurroundings {
  readonly item: CardPaper;
  readonly cardKey: CardKey;
  /** Its index in the list, and the number of papers there. */
  readonly position: number;
  readonly total: number;
  /** Whether it is the one card that keys act on. */
  readonly isActive: boolean;
  readonly isUnfolded: boolean;
  readonly open: CardPart | null;
  /** Receives the card's element, or `null` when it is removed. */
  readonly onElement: (key: CardKey, element: HTMLElement | null) => void;
  readonly onOpen: (key: CardKey, part: CardPart | null) => void;
  readonly onUnfold: (key: CardKey) => void;
}

/** One paper, with everything that can be decided about it. Memoized: callbacks must be stable. */
export const PaperCard = memo(function PaperCard(props: PaperCardProps) {
  const { item, cardKey, isActive, isUnfolded, open, find, isListed, onElement } = props;
  const { id, meta, state, paper, failure } = item;
  const { title } = meta;
  const tagButton = useRef<HTMLButtonElement>(null);
  const subject = { id, title, paper };
  const change = (wanted: Change) => void triageActions.change([subject], wanted);
  const onOpen = (part: CardPart | null) => props.onOpen(cardKey, part);
  const tabIndex = isActive ? 0 : -1;

  return (
    <article
      ref={useCallback(
        (element: HTMLElement | null) => onElement(cardKey, element),
        [onElement, cardKey],
      )}
      className="card"
      aria-label={title} // the plain title, with formulas as source
      aria-posinset={props.position + 1}
      aria-setsize={props.total}
      tabIndex={tabIndex}
      data-starred={state.starred || undefined}
      data-dismissed={state.dismissed || undefined}
      data-status={state.status}
    >
      <ActionButton
        action="star"
        place="popup"
        paper={title}
        className="star"
        aria-pressed={state.starred}
        tabIndex={tabIndex}
        onClick={() => change({ kind: 'star', value: !stateToCome(id, state).starred })}
      />
      <div className="card-body">
        <CardTitle id={id} title={title} find={find} isWhole={isUnfolded} tabIndex={tabIndex} />
        <Authors meta={meta} find={find} isWhole={isUnfolded} tabIndex={tabIndex} />
        <Facts meta={meta} find={find} />
        {!isUnfolded && (
          <FoundPassage
            find={find}
            hidden={[
              ['abstract', meta.abstract ?? ''],
              ['authors', meta.authors.join(', ')],
            ]}
            shown={[
              ['title', title],
              ['abstract', state.note],
              ...textsShown(meta),
              ...state.tags.map((tag) => ['tags', tag] as const),
            ]}
          />
        )}
        <CardDecisions
          item={item}
          find={find}
          tagColours={props.tagColours}
          isListed={isListed}
          tabIndex={tabIndex}
          onTag={props.onTag}
          onChange={change}
        />
        {item.newVersion != null && (
          <NewVersion
            title={title}
            version={item.newVersion}
            tabIndex={tabIndex}
            onAcknowledge={() => change({ kind: 'acknowledgeVersion' })}
          />
        )}
        {state.note !== '' && open !== 'note' && (
          <p className="note-line" dir="auto" data-whole={isUnfolded || undefined}>
            <MarkedText text={state.note} find={find} field="abstract" />
          </p>
        )}
        {failure && (
          <p className="failure" role="alert">
            {t('notSaved', failure)}
          </p>
        )}
        {isUnfolded && (
          <CardDetails id={id} meta={meta} paper={paper} find={find} tabIndex={tabIndex} />
        )}
        {open === 'note' && (
          <NoteEditor {...subject} note={state.note} onClose={() => onOpen(null)} />
        )}
      </div>
      <CardActions
        item={item}
        isUnfolded={isUnfolded}
        open={open}
        isListed={isListed}
        tabIndex={tabIndex}
        tagButton={tagButton}
        onOpen={onOpen}
        onUnfold={() => props.onUnfold(cardKey)}
        onChange={change}
        onShow={props.onShow ? () => props.onShow?.(id) : null}
      />
      {open === 'tags' && tagButton.current && (
        <PaperTagDialog
          place="popup"
          paper={subject}
          state={state}
          knownTags={props.knownTags}
          anchor={tagButton.current}
          onClose={() => onOpen(null)}
        />
      )}
    </article>
  );
});
