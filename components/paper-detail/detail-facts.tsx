import { formatDate, formatNumber, t } from '@/lib/i18n';
import type { PaperRecord } from '@/lib/library/store/record';
import { type Metadata, writtenId } from '@/lib/paper';

/** The remaining metadata of a paper. */
export function DetailFacts({ record }: { readonly record: PaperRecord }) {
  const { id, meta, added } = record;
  const facts: readonly (readonly [string, string | null])[] = [
    [t('factDate'), meta.date && formatDate(meta.date)],
    [t('factCategories'), meta.categories.join(', ')],
    [t('factComments'), meta.comments],
    [t('factJournal'), meta.journalRef],
    [t('factDoi'), meta.doi],
    [t('factOrganization'), meta.organization],
    [t('factUpvotes'), numberOf(meta.upvotes)],
    [t('factDiscussion'), numberOf(meta.numComments)],
    [t('factVersion'), versionOf(meta)],
    [t('factAdded'), added > 0 ? formatDate(added) : null],
    [t('factId'), writtenId(id)],
  ];
  return (
    <dl className="fact-list detail-facts">
      {facts.map(
        ([name, value]) =>
          value && (
            <div key={name}>
              <dt>{name}</dt>
              <dd dir="auto">{value}</dd>
            </div>
          ),
      )}
    </dl>
  );
}

/** The version that pages link to, and that of the texts where it is another. */
function versionOf({ version, textVersion }: Metadata): string | null {
  const isOlder = version !== null && textVersion && textVersion !== version;
  return isOlder ? t('factTextVersion', version, textVersion) : numberOf(version);
}

function numberOf(value: number | null): string | null {
  return value === null ? null : formatNumber(value);
}
