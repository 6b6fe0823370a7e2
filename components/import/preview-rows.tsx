import { useVirtualRows } from '@/components/design/use-virtual-rows';
import { VirtualList } from '@/components/design/virtual-list';
import type {
  ImportMode,
  PreviewChanges,
  PreviewPaper,
  PreviewView,
} from '@/lib/exchange/import/session';
import { formatDate, formatNumber, plural, t } from '@/lib/i18n';
import { rowsOf } from './use-import';
import { useWindow } from './use-window';

/** Height of a row before it is measured, in px. */
const ROW_HEIGHT = 62;

interface PreviewRowsProps {
  readonly view: PreviewView;
  /** Which changes of papers of a file of ours are told. */
  readonly joining: ImportMode;
  readonly count: number;
  /** The indexes of those that are left out. */
  readonly without: ReadonlySet<number>;
  readonly onChoose: (index: number, isChosen: boolean) => void;
}

/** The papers that were found, however many: only those in view are there. */
export function PreviewRows({ view, joining, count, without, onChoose }: PreviewRowsProps) {
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
              joining={joining}
              isChosen={!without.has(row.index)}
              onChoose={(isChosen) => onChoose(row.index, isChosen)}
            />
          )
        );
      }}
    </VirtualList>
  );
}

interface PreviewRowProps {
  readonly row: PreviewPaper;
  readonly joining: ImportMode;
  readonly isChosen: boolean;
  readonly onChoose: (isChosen: boolean) => void;
}

function PreviewRow({ row, joining, isChosen, onChoose }: PreviewRowProps) {
  const { imported, known } = row;
  const { meta } = imported;
  const authors = meta.authors.slice(0, 3).join(', ');
  const count = meta.authorsTotal ?? meta.authors.length;
  const facts = [
    authors || (count > 0 && plural('importAuthors', count)),
    meta.organization,
    meta.date && formatDate(meta.date),
    nameOf(imported.id) !== meta.title && nameOf(imported.id),
  ].filter(Boolean);
  return (
    <label className="import-row">
      <input
        type="checkbox"
        checked={isChosen}
        onChange={({ target }) => onChoose(target.checked)}
      />
      <span className="import-title" dir="auto">
        {meta.title}
      </span>
      <span className="quiet" dir="auto">
        {facts.join(' · ')}
      </span>
      <span className="import-standing" data-known={known !== null || undefined}>
        {standingOf(row)}
        <span className="quiet"> {row.changes ? changed(row.changes[joining]) : adding(row)}</span>
      </span>
    </label>
  );
}

/** The id as people know it; nothing where there is none but the title. */
function nameOf(id: string): string {
  if (id.startsWith('arxiv:')) return `arXiv:${id.slice('arxiv:'.length)}`;
  return id.startsWith('doi:') ? id : '';
}

function standingOf({ known, changes }: PreviewPaper): string {
  if (known === null) return t('importNew');
  return t(changes ? `importNow_${known.shelf}` : `importShelf_${known.shelf}`);
}

/** What becomes different of a paper by a file of ours. */
function changed(changes: PreviewChanges | null): string {
  if (changes === null) return t('importAddsNothing');
  const { added, removed, others } = changes;
  return [
    ...others.map((one) => t(`importChange_${one}`)),
    added.length > 0 && t('importAddsTags', tagsOf(added)),
    removed.length > 0 && t('importTakesTags', tagsOf(removed)),
  ]
    .filter(Boolean)
    .join(' · ');
}

function tagsOf(tags: readonly string[]): string {
  return tags.slice(0, 5).join(', ') + more(tags.length - 5);
}

/** What the import adds to what is there. */
function adding({ imported: { triage }, known }: PreviewPaper): string {
  const tags = triage.tags.filter((tag) => !known?.tags.includes(tag));
  const adds = [
    triage.starred && !known?.starred && t('importAddsStar'),
    tags.length > 0 && t('importAddsTags', tagsOf(tags)),
    triage.note !== '' && !known?.note.includes(triage.note) && t('importAddsNote'),
  ].filter(Boolean);
  if (adds.length > 0) return adds.join(' · ');
  return known ? t('importAddsNothing') : '';
}

function more(count: number): string {
  return count > 0 ? ` ${t('cardMoreTags', formatNumber(count))}` : '';
}
