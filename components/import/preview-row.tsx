import type { ImportMode, PreviewChanges, PreviewPaper } from '@/lib/exchange/import/session';
import { formatDate, plural, t } from '@/lib/i18n';
import { writtenId } from '@/lib/paper';

interface PreviewRowProps {
  readonly row: PreviewPaper;
  readonly mode: ImportMode;
  readonly isChosen: boolean;
  readonly onChoose: (isChosen: boolean) => void;
}

/** A paper that was found, and what importing it would change. */
export function PreviewRow({ row, mode, isChosen, onChoose }: PreviewRowProps) {
  const { imported, known } = row;
  const { meta } = imported;
  const authors = meta.authors.slice(0, 3).join(', ');
  const count = meta.authorsTotal ?? meta.authors.length;
  const facts = [
    authors || (count > 0 && plural('importAuthors', count)),
    meta.organization,
    meta.date && formatDate(meta.date),
    writtenId(imported.id) !== meta.title && writtenId(imported.id),
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
      <span className="import-status" data-known={known !== null || undefined}>
        {statusOf(row)}
        <span className="quiet"> {row.changes ? changed(row.changes[mode]) : adding(row)}</span>
      </span>
    </label>
  );
}

function statusOf({ known, changes }: PreviewPaper): string {
  if (known === null) return t('importNew');
  return t(changes ? `importNow_${known.shelf}` : `importShelf_${known.shelf}`);
}

/** What a Winnow file would change about a paper. */
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

/** What an import from another program would add to a paper. */
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
  return count > 0 ? ` ${t('cardMoreTags', count)}` : '';
}
