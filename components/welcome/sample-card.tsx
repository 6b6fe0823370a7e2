import { useRef } from 'react';
import { Authors, Facts } from '@/components/paper-list/card-line';
import { CardTags } from '@/components/paper-list/card-tags';
import { CardTitle } from '@/components/paper-list/card-title';
import { finderFor } from '@/components/paper-parts/finder';
import { TagDialog } from '@/components/tag-dialog/tag-dialog';
import { ActionButton } from '@/components/triage/action-button';
import { t } from '@/lib/i18n';
import type { Paper, TriageState } from '@/lib/paper';
import type { Change } from '@/lib/protocol/change';
import { SAMPLE_PAPERS, SAMPLE_TAGS } from './sample-papers';

const FIND_NOTHING = finderFor('');

interface SampleCardProps {
  readonly paper: Paper;
  readonly state: TriageState;
  /** Its index in the list. */
  readonly position: number;
  /** Whether it is the one card that keys act on. */
  readonly isActive: boolean;
  readonly isTagging: boolean;
  readonly onFocus: () => void;
  readonly onChange: (change: Change) => void;
  readonly onTagging: (isOpen: boolean) => void;
}

/** A made-up paper as a card, with what is decided about papers on every listing. */
export function SampleCard(props: SampleCardProps) {
  const { paper, state, isActive, isTagging, onChange, onTagging } = props;
  const tagButton = useRef<HTMLButtonElement>(null);
  const tabIndex = isActive ? 0 : -1;
  const shared = { place: 'popup', paper: paper.title, tabIndex } as const;
  return (
    <article
      className="card"
      lang="en"
      aria-label={paper.title}
      aria-posinset={props.position + 1}
      aria-setsize={SAMPLE_PAPERS.length}
      tabIndex={tabIndex}
      data-active={isActive || undefined}
      data-starred={state.starred || undefined}
      data-dismissed={state.dismissed || undefined}
      onFocus={props.onFocus}
    >
      <ActionButton
        {...shared}
        action="star"
        className="star"
        aria-pressed={state.starred}
        onClick={() => onChange({ kind: 'star', value: !state.starred })}
      />
      <div className="card-body">
        <CardTitle {...paper} find={FIND_NOTHING} isWhole={false} tabIndex={tabIndex} />
        <Authors meta={paper} find={FIND_NOTHING} isWhole={false} tabIndex={tabIndex} />
        <Facts meta={paper} find={FIND_NOTHING} />
        {state.tags.length > 0 && (
          <div className="decided">
            <CardTags
              tags={state.tags}
              colours={undefined}
              find={FIND_NOTHING}
              tabIndex={tabIndex}
              onTag={undefined}
            />
          </div>
        )}
      </div>
      <div className="card-actions">
        <ActionButton
          {...shared}
          action="tag"
          ref={tagButton}
          aria-expanded={isTagging}
          aria-haspopup="dialog"
          onClick={() => onTagging(!isTagging)}
        />
        <ActionButton
          {...shared}
          action="dismiss"
          hint={t(state.dismissed ? 'rowBringBack' : 'rowDismiss')}
          aria-pressed={state.dismissed}
          onClick={() => onChange({ kind: 'dismiss', value: !state.dismissed })}
        />
      </div>
      {isTagging && tagButton.current && (
        <TagDialog
          title={paper.title}
          tags={state.tags}
          suggestions={SAMPLE_TAGS}
          failure={null}
          anchor={tagButton.current}
          onChange={(tag, value) => onChange({ kind: 'tag', tag, value })}
          onClose={() => onTagging(false)}
        />
      )}
    </article>
  );
}
