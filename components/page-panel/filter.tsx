import { IconButton } from '@/components/design/icon-button';
import { DismissIcon, DownIcon, UpIcon } from '@/components/design/icons';
import { plural, t } from '@/lib/i18n';
import { FilterBox } from './filter-box';
import type { PanelView } from './panel-view';

/** The filter, how many papers match it, and ways to show all and to go from match to match. */
export function Filter({ bridge, state, summary }: PanelView) {
  const { papers, matching } = summary;
  return (
    <div className="filter">
      <FilterBox bridge={bridge} />
      {/* Without a filter, the progress beside it has the number. */}
      <span role="status" className={matching === null ? 'unseen' : 'count'}>
        {matching === null ? plural('papers', papers) : t('panelMatch', matching, papers)}
      </span>
      {state.filter.text !== '' && (
        <IconButton name={t('panelShowAll')} onClick={() => bridge.setFilter('')}>
          <DismissIcon />
        </IconButton>
      )}
      {(matching !== null || state.hits.size > 0) && (
        <>
          <IconButton name={t('panelPrevious')} onClick={() => bridge.jump(-1)}>
            <UpIcon />
          </IconButton>
          <IconButton name={t('panelNext')} onClick={() => bridge.jump(1)}>
            <DownIcon />
          </IconButton>
        </>
      )}
    </div>
  );
}
