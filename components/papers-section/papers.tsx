import { useRef, useState } from 'react';
import { later } from '@/components/design/later';
import { useList, usePapers } from '@/components/live-lists/use-list';
import { useTags } from '@/components/live-lists/use-tags';
import { PaperDetail } from '@/components/paper-detail/paper-detail';
import { t } from '@/lib/i18n';
import { isWholeList } from '@/lib/protocol/list-query';
import { BulkBar } from './bulk-bar';
import { FacetPane } from './facet-pane';
import { NoPapers } from './no-papers';
import { PaperRows } from './paper-rows';
import { PapersHead } from './papers-head';
import { RowTagDialog } from './row-tag-dialog';
import { usePaperKeys } from './use-paper-keys';
import { usePapersQuery } from './use-papers-query';
import { type RowTagging, useRowActions } from './use-row-actions';
import { useSelection } from './use-selection';

const LibraryExport = later(() =>
  import('@/components/export/library-export').then((module) => module.LibraryExport),
);

const NONE = new Uint32Array();

/** The papers of the library: facets, the list, and the details of one paper. */
export function Papers({ params }: { readonly params: string }) {
  const { query, ask } = usePapersQuery(params);
  const answer = useList(query);
  const whole = answer?.isPartial ? undefined : answer;
  const nums = answer?.nums ?? NONE;
  /** The whole list has no papers: there is nothing to narrow or to export. */
  const isEmpty = answer?.nums.length === 0 && isWholeList(query);
  const marked = answer?.corrected ?? answer?.search ?? '';
  const { knownTags, tagColours } = useTags(whole !== undefined);
  const [selection, selecting] = useSelection(nums, params);
  const { cursor, chosen } = selection;
  const current = usePapers(cursor === null ? [] : [cursor]).get(cursor ?? -1);
  /** What covers the list, on screens without room for both. */
  const [pane, open] = useState<'facets' | 'detail' | null>(null);
  const [tagging, setTagging] = useState<RowTagging | null>(null);
  /** The paper whose note is being edited. */
  const [noting, setNoting] = useState<number | null>(null);
  const [isExporting, setExporting] = useState(false);
  const list = useRef<HTMLDivElement>(null);
  const search = useRef<HTMLInputElement>(null);
  const startExport = () => setExporting(!isEmpty);

  const rowActions = useRowActions({ selecting, onOpen: open, onTags: setTagging });
  const onKeyDown = usePaperKeys({
    ...{ selection, selecting, current, list, search },
    onNote() {
      if (cursor !== null) open('detail');
      setNoting(cursor);
    },
    onUnfold: () => open(pane === 'detail' || cursor === null ? null : 'detail'),
    onLeave: leave,
    onExport: startExport,
  });

  /** Clears the selection, else closes what is open, else clears the search. */
  function leave(): void {
    if (chosen.size > 0) selecting.chooseNone();
    else if (pane) open(null);
    else ask({ search: '' });
  }

  function edit(isNoting: boolean): void {
    setNoting(isNoting ? cursor : null);
    if (!isNoting) selecting.focusCurrent();
  }

  return (
    // biome-ignore lint/a11y/noStaticElementInteractions: keys for the list within
    <div className="papers" data-open={pane ?? undefined} onKeyDown={onKeyDown}>
      <h1 className="unseen">{t('section_papers')}</h1>
      {!isEmpty && (
        <FacetPane
          query={query}
          answer={whole}
          tagColours={tagColours}
          onAsk={ask}
          onClose={() => open(null)}
        />
      )}
      <div ref={list} className="papers-main">
        <PapersHead
          {...{ query, answer, cursor, selecting, search }}
          isEmpty={isEmpty}
          isFacetsOpen={pane === 'facets'}
          onFacets={() => open('facets')}
          onAsk={ask}
          onExport={startExport}
        />
        {nums.length > 0 && (
          <PaperRows
            {...rowActions}
            label={t(`shelf_${query.shelf === 'trash' ? 'list' : query.shelf}`)}
            nums={nums}
            selection={selection}
            search={marked}
            tagColours={tagColours}
          />
        )}
        {answer && nums.length === 0 && <NoPapers query={query} onAsk={ask} />}
        {chosen.size > 0 && ( // below the list, which stays where it is under the pointer
          <BulkBar
            chosen={chosen}
            total={nums.length}
            isDismissed={query.shelf === 'dismissed'}
            knownTags={knownTags}
            onChooseAll={selecting.chooseAll}
            onClear={selecting.chooseNone}
            onExport={startExport}
          />
        )}
      </div>
      {current && (
        <PaperDetail
          key={current.id}
          record={current}
          search={marked}
          tagColours={tagColours}
          knownTags={knownTags}
          isNoting={noting === cursor}
          onNote={edit}
          onClose={() => open(null)}
        />
      )}
      {isExporting && (
        <LibraryExport
          query={query}
          nums={nums}
          chosen={chosen}
          onClose={() => setExporting(false)}
        />
      )}
      {tagging && (
        <RowTagDialog {...tagging} knownTags={knownTags} onClose={() => setTagging(null)} />
      )}
    </div>
  );
}
