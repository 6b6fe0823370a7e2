import { useDeferredValue, useMemo } from 'react';
import type { TagColours } from '@/components/live-lists/use-tags';
import { t } from '@/lib/i18n';
import type { ListAnswer } from '@/lib/library/queries/list-answer';
import type { ListQuery } from '@/lib/protocol/list-query';
import { type Choices, FacetList } from './facet-list';

interface FacetPaneProps {
  readonly query: ListQuery;
  /** `undefined` until the whole list is known. */
  readonly answer: ListAnswer | undefined;
  readonly tagColours: TagColours;
  /** Must be stable. */
  readonly onAsk: (part: Partial<ListQuery>) => void;
  /** Returns to the list, on screens where the facets cover it. */
  readonly onClose: () => void;
}

/** The facets next to the list, rendered after the papers. */
export function FacetPane({ query, answer, tagColours, onAsk, onClose }: FacetPaneProps) {
  const choices = useChoices(query);
  const facets = useDeferredValue(answer?.facets);
  return (
    <aside className="facets" aria-label={t('facetsLabel')}>
      <button type="button" className="button facets-close" onClick={onClose}>
        {t('facetsClose')}
      </button>
      {answer && (
        <FacetList
          choices={choices}
          facets={facets ?? answer.facets}
          tagColours={tagColours}
          onAsk={onAsk}
        />
      )}
    </aside>
  );
}

/** The same object while the choices are the same. */
function useChoices({ search: _, sort: __, ...choices }: ListQuery): Choices {
  const chosen = JSON.stringify(choices);
  return useMemo(() => JSON.parse(chosen), [chosen]);
}
