import { useVirtualRows } from '@/components/design/use-virtual-rows';
import { VirtualList } from '@/components/design/virtual-list';
import type { ImportMode, PreviewView } from '@/lib/exchange/import/session';
import { t } from '@/lib/i18n';
import { PreviewRow } from './preview-row';
import { rowsOf } from './use-import';
import { useWindow } from './use-window';

/** Height of a row before it is measured, in px. */
const ROW_HEIGHT = 62;

interface PreviewRowsProps {
  readonly view: PreviewView;
  /** Which changes to papers of a Winnow file are shown. */
  readonly mode: ImportMode;
  readonly count: number;
  /** The indexes of those that are left out. */
  readonly excluded: ReadonlySet<number>;
  readonly onChoose: (index: number, isChosen: boolean) => void;
}

/** The papers that were found, however many: only those in view are there. */
export function PreviewRows({ view, mode, count, excluded, onChoose }: PreviewRowsProps) {
  const rows = useVirtualRows({ count, rowHeight: ROW_HEIGHT });
  const found = useWindow(rows.rendered, (from, to) => rowsOf(view, from, to));
  return (
    <VirtualList className="import-rows panel" label={t('importRows')} rows={rows} isFeed={false}>
      {(index) => {
        const row = found.get(index);
        return (
          row && (
            <PreviewRow
              row={row}
              mode={mode}
              isChosen={!excluded.has(row.index)}
              onChoose={(isChosen) => onChoose(row.index, isChosen)}
            />
          )
        );
      }}
    </VirtualList>
  );
}
