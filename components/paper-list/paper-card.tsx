import { type ComponentProps, memo, useCallback, useRef } from 'react';
import { later } from '@/components/design/later';
import { NoteEditor } from '@/components/note-editor/note-editor';
import { MarkedTex, MarkedText } from '@/components/paper-parts/marked-text';
import { NewVersion } from '@/components/paper-parts/new-version';
import { ActionButton } from '@/components/triage/action-button';
import { stateToCome, triageActions, useFailure } from '@/components/triage/use-triage';
import { t } from '@/lib/i18n';
import { type PaperId, STATUSES, type Status, urlOf } from '@/lib/paper';
import type { Change } from '@/lib/protocol/change';
import { CardActions, type CardPart } from './card-actions';
import { Authors, Facts } from './card-line';
import type { CardPaper, CardSurroundings } from './card-paper';
import { CardTags } from './card-tags';

// What completes tags is larger than all cards.
const CardDetails = later(() => import('./card-details').then((module) => module.CardDetails));
const TagDialog = later(() =>
  import('@/components/tag-dialog/tag-dialog').then((module) => module.TagDialog),
);

export interface PaperCardProps extends CardSurroundings {
  readonly item: CardPaper;
  /** What its list knows it by. */
  readonly cardKey: CardKey;
  /** Where it stands in its list, from 0, and how many there are. */
  readonly place: number;
  readonly total: number;
  /** The one card that the keyboard is at. */
  readonly isActive: boolean;
  readonly isUnfolded: boolean;
  readonly open: CardPart | null;
  /** Hears the card's element, `null` when it goes. */
  readonly onElement: (key: CardKey, element: HTMLElement | null) => void;
  readonly onOpen: (key: CardKey, part: CardPart | null) => void;
  readonly onUnfold: (key: CardKey) => void;
}

export type CardKey = string | number;

/** One paper, with everything that can be decided about it. Drawn anew only when something is new. */
export const PaperCard = memo(function PaperCard(props: PaperCardProps) {
  const { item, cardKey, isActive, isUnfolded, open, find, isListed, onElement } = props;
  const { id, meta, state, paper, failure } = item;
  const { title } = meta;
  const tagButton = useRef<HTMLButtonElement>(null);
  const change = (wanted: Change) => void triageActions.change([{ id, title, paper }], wanted);
  const onOpen = (part: CardPart | null) => props.onOpen(cardKey, part);
  const url = urlOf(id);
  const tabIndex = isActive ? 0 : -1;
  const hasStatus = isListed || state.status !== 'unread';

  return (
    <article
      ref={useCallback(
        (element: HTMLElement | null) => onElement(cardKey, element),
        [onElement, cardKey],
      )}
      className="card"
      aria-label={title} // the plain title, whatever formulas look like
      aria-posinset={props.place + 1}
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
        <h2 dir="auto" data-whole={isUnfolded || undefined}>
          {url ? (
            <a
              href={url}
              target="_blank"
              rel="noreferrer"
              title={title}
              aria-label={title}
              tabIndex={tabIndex}
            >
              <MarkedTex text={title} find={find} field="title" />
            </a>
          ) : (
            <MarkedTex text={title} find={find} field="title" />
          )}
        </h2>
        <Authors meta={meta} find={find} isWhole={isUnfolded} tabIndex={tabIndex} />
        <Facts meta={meta} find={find} />
        {(hasStatus || state.tags.length > 0) && (
          <div className="decided">
            {hasStatus && (
              <select
                className="pill-select"
                aria-label={t('cardStatus', title)}
                data-status={state.status}
                tabIndex={tabIndex}
                value={state.status}
                onChange={(event) =>
                  change({ kind: 'status', value: event.target.value as Status })
                }
              >
                {STATUSES.map((status) => (
                  <option key={status} value={status}>
                    {t(`status_${status}`)}
                  </option>
                ))}
              </select>
            )}
            {state.tags.length > 0 && (
              <CardTags
                tags={state.tags}
                colours={props.tagColours}
                find={find}
                tabIndex={tabIndex}
                onTag={props.onTag}
              />
            )}
          </div>
        )}
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
          <NoteEditor
            id={id}
            title={title}
            paper={paper}
            note={state.note}
            onClose={() => onOpen(null)}
          />
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
        <CardTagDialog
          id={id}
          title={title}
          tags={state.tags}
          suggestions={props.knownTags}
          anchor={tagButton.current}
          onChange={(tag, value) => change({ kind: 'tag', tag, value })}
          onClose={() => onOpen(null)}
        />
      )}
    </article>
  );
});

interface CardTagDialogProps extends Omit<ComponentProps<typeof TagDialog>, 'failure'> {
  readonly id: PaperId;
}

/** The dialog, which says of a tag that was not saved why. */
function CardTagDialog({ id, ...props }: CardTagDialogProps) {
  return <TagDialog {...props} failure={useFailure(id)} />;
}
