import { CopyBibtex } from '@/components/paper-parts/copy-bibtex';
import { pagesBesidesArxiv } from '@/components/paper-parts/host-pages';
import { RefreshFromArxiv } from '@/components/paper-parts/refresh-from-arxiv';
import { ResourceLinks } from '@/components/paper-parts/resource-links';
import { SendToZotero } from '@/components/zotero/send-to-zotero';
import { t } from '@/lib/i18n';
import type { PaperRecord } from '@/lib/library/store/record';
import { arxivIdOf, type PaperId, urlOf } from '@/lib/paper';

/** Links to a paper, and ways to export and refresh it. */
export function DetailLinks({ record }: { readonly record: PaperRecord }) {
  const { id, meta } = record;
  return (
    <ul className="detail-links" aria-label={t('detailLinks')}>
      {linksOf(id).map(([name, url]) => (
        <li key={url}>
          <a className="button" href={url} target="_blank" rel="noreferrer">
            {name}
          </a>
        </li>
      ))}
      <ResourceLinks className="button" meta={meta} />
      <li>
        <CopyBibtex className="button" readRecord={async () => record} />
      </li>
      {arxivIdOf(id) !== null && (
        <li>
          <RefreshFromArxiv className="button" papers={async () => [id]} />
        </li>
      )}
      <li>
        <SendToZotero className="button" papers={async () => [{ id, paper: null }]} />
      </li>
    </ul>
  );
}

/** Derived from the id alone. */
function linksOf(id: PaperId): readonly (readonly [name: string, url: string])[] {
  const arxivId = arxivIdOf(id);
  if (arxivId !== null) {
    return [
      [t('detailAbs'), `https://arxiv.org/abs/${arxivId}`],
      [t('detailPdf'), `https://arxiv.org/pdf/${arxivId}`],
      ...pagesBesidesArxiv(id).map(({ name, url }) => [name, url] as const),
    ];
  }
  const url = urlOf(id);
  return url === null ? [] : [[t('detailDoi'), url]];
}
