import { useVirtualRows } from '@/components/design/use-virtual-rows';
import { VirtualList } from '@/components/design/virtual-list';
import type { ImportMode, PreviewView } from '@/lib/exchange/import/session';
import { t } from '@/lib/i18n';
import { PreviewRow } from './preview-row';
import { rowsOf } from './use-import';
import { useWindow } from './use-window';

/** Estimated height of a row, in px. */
const ROW_HEIGHT = 62;

interface PreviewRowsProps {
  readonly view: PreviewView;
  /** Which changes by a Winnow file to show. */
  readonly mode: ImportMode;
  readonly count: number;
  /** The indexes of the papers to leave out. */
  readonly excluded: ReadonlySet<number>;
  readonly onChoose: (index: number, isChosen: boolean) => void;
}

/** The papers found, virtualized. */
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
