import { ExportIcon } from '@/components/design/icons';
import { useKeyHint } from '@/components/keys/use-key-hint';
import { plural, t } from '@/lib/i18n';
import type { ListAnswer } from '@/lib/library/queries/list-answer';
import type { ListQuery, Sort } from '@/lib/protocol/list-query';
import { READING_LIST, SORTS } from '@/lib/protocol/list-query';

/** The default first. */
const SORT_CHOICES = [...new Set([READING_LIST.sort, ...SORTS])];

interface ListBarProps {
  readonly query: ListQuery;
  readonly answer: ListAnswer | undefined;
  readonly onAsk: (part: Partial<ListQuery>) => void;
  readonly canExport: boolean;
  readonly onExport: () => void;
}

/** The number of papers found, their order, and remarks on the search. */
export function ListBar({ query, answer, onAsk, canExport, onExport }: ListBarProps) {
  const keyHint = useKeyHint('library');
  return (
    <div className="list-bar">
      <p className="count" role="status">
        {answer && !answer.isPartial && plural('papers', answer.nums.length)}
      </p>
      <select
        className="select"
        aria-label={t('listSort')}
        value={query.sort}
        onChange={({ target }) => onAsk({ sort: target.value as Sort })}
      >
        {SORT_CHOICES.map((sort) => (
          <option key={sort} value={sort}>
            {t(`sort_${sort}`)}
          </option>
        ))}
      </select>
      <button
        type="button"
        className="button"
        title={keyHint(t('exportOpen'), 'export')}
        aria-haspopup="dialog"
        disabled={!canExport}
        onClick={onExport}
      >
        <ExportIcon />
        {t('exportOpen')}
      </button>
      {answer?.corrected && (
        <p className="quiet">{t('listCorrected', query.search, answer.corrected)}</p>
      )}
      {answer?.problems.map((problem) => (
        <p key={problem} className="problem">
          {problem}
        </p>
      ))}
      {answer !== undefined && answer.unindexed > 0 && query.search !== '' && (
        <p className="quiet">{t('listUnindexed', answer.unindexed)}</p>
      )}
    </div>
  );
}
