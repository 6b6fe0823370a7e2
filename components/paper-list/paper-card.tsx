import { useId, useRef, useState } from 'react';
import { DismissIcon, LocateIcon, RemoveIcon, StarIcon, TagIcon } from '@/components/design/icons';
import { TagDialog } from '@/components/tag-dialog/tag-dialog';
import { useTriage } from '@/components/triage/use-triage';
import type { Change } from '@/lib/command';
import {
  type Metadata,
  type Paper,
  type PaperId,
  STATUSES,
  type Status,
  type TriageState,
  urlOf,
} from '@/lib/paper';
import { Marked } from './marked';

/** So many authors are named on a card. */
const AUTHORS_SHOWN = 3;

export interface CardPaper {
  readonly id: PaperId;
  readonly meta: Metadata;
  readonly state: TriageState;
  /** As a page shows it, where it may be new to the library. */
  readonly paper: Paper | null;
  /** Why the last change, made on the page, was not saved. */
  readonly failure: string | null;
}

export interface PaperCardProps {
  readonly item: CardPaper;
  /** Words to mark. */
  readonly query: string;
  /** All tags in use, the most used first. */
  readonly knownTags: readonly string[];
  /** Scrolls the page to the paper; where the card stands for a row on a page. */
  readonly onShow?: (id: PaperId) => void;
  /** Whether the card has what only a paper on the list needs: its status, removing it. */
  readonly isListed: boolean;
}

/** One paper, with everything that can be decided about it. */
export function PaperCard({ item, query, knownTags, onShow, isListed }: PaperCardProps) {
  const { id, meta, state, paper, failure } = item;
  const { title } = meta;
  const titleId = useId();
  const tagButton = useRef<HTMLButtonElement>(null);
  const [isTagging, setTagging] = useState(false);
  const triage = useTriage();
  const change = (wanted: Change) => void triage.change({ id, title, paper }, wanted);
  const url = urlOf(id);

  return (
    <article className="card" aria-labelledby={titleId} data-starred={state.starred || undefined}>
      <button
        type="button"
        className="icon-button star"
        aria-label={`Star: ${title}`}
        aria-pressed={state.starred}
        title="Star"
        onClick={() => change({ kind: 'star', value: !state.starred })}
      >
        <StarIcon filled={state.starred} />
      </button>
      <h2 id={titleId} dir="auto">
        {url ? (
          <a href={url} target="_blank" rel="noreferrer" title={title}>
            <Marked text={title} query={query} />
          </a>
        ) : (
          <Marked text={title} query={query} />
        )}
      </h2>
      <div className="card-actions">
        <button
          ref={tagButton}
          type="button"
          className="icon-button"
          aria-label={`Tags: ${title}`}
          aria-haspopup="dialog"
          aria-expanded={isTagging}
          title="Tags"
          onClick={() => setTagging(true)}
        >
          <TagIcon />
        </button>
        <button
          type="button"
          className="icon-button"
          aria-label={`Dismiss: ${title}`}
          aria-pressed={state.dismissed}
          title={state.dismissed ? 'Bring back' : 'Dismiss'}
          onClick={() => change({ kind: 'dismiss', value: !state.dismissed })}
        >
          <DismissIcon />
        </button>
        {onShow && (
          <button
            type="button"
            className="icon-button"
            aria-label={`Show on page: ${title}`}
            title="Show on page"
            onClick={() => onShow(id)}
          >
            <LocateIcon />
          </button>
        )}
        {isListed && (
          <button
            type="button"
            className="icon-button"
            aria-label={`Remove: ${title}`}
            title="Remove from the list"
            onClick={() => change({ kind: 'remove' })}
          >
            <RemoveIcon />
          </button>
        )}
      </div>
      <div className="card-body">
        <p className="authors" dir="auto">
          <Marked text={authorLine(meta)} query={query} />
        </p>
        <Facts meta={meta} />
        {state.tags.length > 0 && (
          <ul className="chips" aria-label="Tags">
            {state.tags.map((tag) => (
              <li key={tag} className="chip" title={tag}>
                <Marked text={tag} query={query} />
              </li>
            ))}
          </ul>
        )}
        {failure && (
          <p className="failure" role="alert">
            Not saved. {failure}
          </p>
        )}
        {isListed && (
          <select
            className="status"
            aria-label={`Status: ${title}`}
            value={state.status}
            onChange={(event) => change({ kind: 'status', value: event.target.value as Status })}
          >
            {STATUSES.map((status) => (
              <option key={status}>{status}</option>
            ))}
          </select>
        )}
      </div>
      {isTagging && tagButton.current && (
        <TagDialog
          title={title}
          tags={state.tags}
          suggestions={knownTags}
          failure={triage.notice?.kind === 'failure' ? triage.notice.text : null}
          anchor={tagButton.current}
          onChange={(tag, value) => change({ kind: 'tag', tag, value })}
          onClose={() => setTagging(false)}
        />
      )}
    </article>
  );
}

function Facts({ meta }: { readonly meta: Metadata }) {
  const facts = [
    meta.date,
    meta.categories.slice(0, 3).join(' '),
    meta.organization,
    meta.upvotes === null ? null : `▲ ${meta.upvotes}`,
    meta.comments,
  ].filter(Boolean);
  if (facts.length === 0) return null;
  return (
    <p className="facts" title={facts.join(' · ')}>
      {facts.join(' · ')}
    </p>
  );
}

function authorLine({ authors, authorsTotal }: Metadata): string {
  if (authors.length === 0) return authorsTotal ? `${authorsTotal} authors` : 'Authors unknown';
  const shown = authors.slice(0, AUTHORS_SHOWN).join(', ');
  const more = (authorsTotal ?? authors.length) - Math.min(authors.length, AUTHORS_SHOWN);
  return more > 0 ? `${shown} and ${more} more` : shown;
}
