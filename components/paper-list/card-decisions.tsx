import { StatusSelect } from '@/components/paper-parts/status-select';
import { t } from '@/lib/i18n';
import type { Change } from '@/lib/protocol/change';
import type { CardPaper, CardSurroundings } from './card-paper';
import { CardTags } from './card-tags';

interface CardDecisionsProps
  extends Pick<CardSurroundings, 'find' | 'tagColours' | 'onTag' | 'isListed'> {
  readonly item: CardPaper;
  readonly tabIndex: 0 | -1;
  readonly onChange: (change: Change) => void;
}

/** The status and tags of a paper, if it has any. */
export function CardDecisions(props: CardDecisionsProps) {
  const { item, tabIndex, onChange } = props;
  const { status, tags } = item.state;
  const hasStatus = props.isListed || status !== 'unread';
  if (!hasStatus && tags.length === 0) return null;
  return (
    <div className="decided">
      {hasStatus && (
        <StatusSelect
          className="pill-select"
          aria-label={t('cardStatus', item.meta.title)}
          data-status={status}
          tabIndex={tabIndex}
          status={status}
          onChoose={(value) => onChange({ kind: 'status', value })}
        />
      )}
      {tags.length > 0 && (
        <CardTags
          tags={tags}
          colours={props.tagColours}
          find={props.find}
          tabIndex={tabIndex}
          onTag={props.onTag}
        />
      )}
    </div>
  );
}
