import { useDeferredValue, useMemo } from 'react';
import type { TagColours } from '@/components/live-lists/use-tags';
import { t } from '@/lib/i18n';
import type { ListAnswer } from '@/lib/library/queries/list-answer';
import type { ListQuery } from '@/lib/protocol/list-query';
import { type Choices, FacetList } from './facet-list';

interface FacetPaneProps {
  readonly query: ListQuery;
  /** `undefined` until all of the list is known. */
  readonly answer: ListAnswer | undefined;
  readonly tagColours: TagColours;
  /** Has to be the same function from render to render. */
  readonly onAsk: (part: Partial<ListQuery>) => void;
  /** Back to the list, where the facets cover it. */
  readonly onClose: () => void;
}

/** Beside the list, what it can be narrowed to. The papers are rendered first. */
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

/** The same object for as long as the choices are the same. */
function useChoices({ search: _, sort: __, ...choices }: ListQuery): Choices {
  const chosen = JSON.stringify(choices);
  return useMemo(() => JSON.parse(chosen), [chosen]);
}
