import { type MouseEvent, memo, useId } from 'react';
import type { TagColours } from '@/components/live-lists/use-tags';
import { FoundPassage } from '@/components/paper-parts/found-passage';
import { MarkedTex, MarkedText } from '@/components/paper-parts/marked-text';
import { VersionMark } from '@/components/paper-parts/new-version';
import { ActionButton } from '@/components/triage/action-button';
import type { Finder } from '@/lib/filter/match';
import { formatDate, plural, t } from '@/lib/i18n';
import { newVersionOf } from '@/lib/library/store/new-version';
import type { PaperRecord } from '@/lib/library/store/record';
import type { Metadata } from '@/lib/paper';
import type { HeldKeys } from './use-selection';

/** How many authors a row names. */
const AUTHORS_SHOWN = 4;

/** How many tags a row shows; the details show all. */
const TAGS_SHOWN = 8;

/** What a pointer can do on a row. */
export interface RowActions {
  readonly onPick: (num: number, held: HeldKeys) => void;
  readonly onCheck: (num: number, isRange: boolean) => void;
  readonly onStar: (record: PaperRecord) => void;
  readonly onDismiss: (record: PaperRecord) => void;
  readonly onTags: (record: PaperRecord, anchor: HTMLElement) => void;
}

interface PaperRowProps extends RowActions {
  readonly record: PaperRecord;
  /** Its index in the list, and the number of papers there. */
  readonly position: number;
  readonly total: number;
  readonly isCurrent: boolean;
  readonly isChosen: boolean;
  /** Finds the matches to mark. */
  readonly find: Finder;
  readonly tagColours: TagColours;
}

/** One paper of a long list, to choose and decide on. Memoized: callbacks must be stable. */
export const PaperRow = memo(function PaperRow(props: PaperRowProps) {
  const { record, position, total, isCurrent, isChosen, find, tagColours } = props;
  const { num, meta, triage } = record;
  const { title } = meta;
  const newVersion = newVersionOf(record);
  const titleId = useId();
  const shared = { place: 'library', paper: title, tabIndex: isCurrent ? 0 : -1 } as const;

  function onClick(event: MouseEvent): void {
    if ((event.target as Element).closest('button, input, a')) return;
    props.onPick(num, { adds: event.ctrlKey || event.metaKey, extends: event.shiftKey });
  }

  return (
    // biome-ignore lint/a11y/useKeyWithClickEvents: the list has the keys for all its rows
    <article
      className="paper-row"
      aria-labelledby={titleId}
      aria-posinset={position + 1}
      aria-setsize={total}
      aria-current={isCurrent || undefined}
      data-chosen={isChosen || undefined}
      data-starred={triage.starred || undefined}
      data-read={triage.status === 'read' || undefined}
      tabIndex={isCurrent ? 0 : -1}
      onClick={onClick}
      onMouseDown={(event) => event.shiftKey && event.preventDefault()} // so that no text is selected
    >
      <input
        type="checkbox"
        aria-label={t('rowSelect', title)}
        checked={isChosen}
        tabIndex={isCurrent ? 0 : -1}
        onChange={() => undefined}
        onClick={(event) => props.onCheck(num, event.shiftKey)}
      />
      <ActionButton
        {...shared}
        action="star"
        className="star"
        aria-pressed={triage.starred}
        onClick={() => props.onStar(record)}
      />
      <div className="row-text">
        <h2 id={titleId} dir="auto">
          <MarkedTex text={title} find={find} field="title" />
        </h2>
        <p className="row-facts">
          {triage.status !== 'unread' && (
            <span className="status-mark" data-status={triage.status}>
              {t(`status_${triage.status}`)}
            </span>
          )}
          {newVersion !== null && <VersionMark version={newVersion} />}
          <span dir="auto">
            <MarkedText text={authorLine(meta)} find={find} field="authors" />
          </span>
          {moreAuthors(meta) > 0 && (
            <span className="more">{plural('moreAuthors', moreAuthors(meta))}</span>
          )}
        </p>
        <FoundPassage
          find={find}
          hidden={[
            ['abstract', meta.abstract ?? ''],
            ['abstract', triage.note],
            ['authors', meta.authors.join(', ')],
          ]}
          shown={[
            ['title', title],
            ['authors', authorLine(meta)],
            ['categories', meta.categories[0] ?? ''],
            ...triage.tags.slice(0, TAGS_SHOWN).map((tag) => ['tags', tag] as const),
          ]}
        />
        {triage.tags.length > 0 && (
          <ul className="row-tags" aria-label={t('rowTags')}>
            {triage.tags.slice(0, TAGS_SHOWN).map((tag) => (
              <li key={tag} className="tag" title={tag} data-tag-colour={tagColours.get(tag)}>
                {tag}
              </li>
            ))}
            {triage.tags.length > TAGS_SHOWN && (
              <li title={triage.tags.slice(TAGS_SHOWN).join(', ')}>
                {t('cardMoreTags', triage.tags.length - TAGS_SHOWN)}
              </li>
            )}
          </ul>
        )}
      </div>
      <p className="row-side">
        {meta.date && <span>{formatDate(meta.date)}</span>}
        {meta.categories[0] && <span>{meta.categories[0]}</span>}
      </p>
      <div className="row-actions">
        <ActionButton
          {...shared}
          action="tag"
          data-tags
          aria-haspopup="dialog"
          onClick={({ currentTarget }) => props.onTags(record, currentTarget)}
        />
        <ActionButton
          {...shared}
          action="dismiss"
          hint={t(triage.dismissed ? 'rowBringBack' : 'rowDismiss')}
          aria-pressed={triage.dismissed}
          onClick={() => props.onDismiss(record)}
        />
      </div>
    </article>
  );
});

/** The first authors, or what is known instead. */
function authorLine({ authors, authorsTotal, organization }: Metadata): string {
  if (authors.length > 0) return authors.slice(0, AUTHORS_SHOWN).join(', ');
  return authorsTotal ? plural('rowAuthors', authorsTotal) : (organization ?? t('rowNoAuthors'));
}

/** How many authors are not named. */
function moreAuthors({ authors, authorsTotal }: Metadata): number {
  return authors.length === 0
    ? 0
    : (authorsTotal ?? authors.length) - Math.min(authors.length, AUTHORS_SHOWN);
}
