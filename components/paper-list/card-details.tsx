import { AiSummary } from '@/components/paper-parts/ai-summary';
import { CopyBibtex } from '@/components/paper-parts/copy-bibtex';
import { pagesBesidesArxiv } from '@/components/paper-parts/host-pages';
import { MarkedTex } from '@/components/paper-parts/marked-text';
import { RefreshFromArxiv } from '@/components/paper-parts/refresh-from-arxiv';
import { ResourceLinks } from '@/components/paper-parts/resource-links';
import { SendToZotero } from '@/components/zotero/send-to-zotero';
import { library } from '@/lib/connections/library';
import type { Finder } from '@/lib/filter/match';
import { t } from '@/lib/i18n';
import { newRecord, type PaperRecord } from '@/lib/library/store/record';
import {
  arxivIdOf,
  doiOf,
  doiUrl,
  type Metadata,
  type Paper,
  type PaperId,
  type SiteHost,
} from '@/lib/paper';

interface CardDetailsProps {
  readonly id: PaperId;
  readonly meta: Metadata;
  /** Its metadata from a page, if it may be new to the library. */
  readonly paper: Paper | null;
  readonly find: Finder;
  readonly tabIndex: 0 | -1;
}

/** The part of a card that can be unfolded: the abstract and links. */
export function CardDetails({ id, meta, paper, find, tabIndex }: CardDetailsProps) {
  return (
    <div className="card-details">
      {meta.abstract ? (
        <p className="abstract" dir="auto">
          <MarkedTex text={meta.abstract} find={find} field="abstract" />
        </p>
      ) : (
        <p className="abstract missing">{t('cardNoAbstract')}</p>
      )}
      <AiSummary meta={meta} />
      {(meta.comments || meta.journalRef) && (
        <p className="remarks" dir="auto">
          {[meta.journalRef, meta.comments].filter(Boolean).join(' · ')}
        </p>
      )}
      <ul className="card-links">
        {linksOf(id, meta).map(({ name, url }) => (
          <li key={url}>
            <a href={url} target="_blank" rel="noreferrer" tabIndex={tabIndex}>
              {name}
            </a>
          </li>
        ))}
        <ResourceLinks meta={meta} tabIndex={tabIndex} />
        <li>
          <CopyBibtex
            className="text-button"
            tabIndex={tabIndex}
            readRecord={() => recordOf(id, meta)}
          />
        </li>
        {arxivIdOf(id) !== null && paper === null && (
          <li>
            <RefreshFromArxiv
              className="text-button"
              tabIndex={tabIndex}
              papers={async () => [id]}
            />
          </li>
        )}
        <li>
          <SendToZotero
            className="text-button"
            tabIndex={tabIndex}
            papers={async () => [{ id, paper }]}
          />
        </li>
      </ul>
    </div>
  );
}

/** Undecided papers are known only to their page. */
async function recordOf(id: PaperId, meta: Metadata): Promise<PaperRecord> {
  const [record] = await library.papers([id]);
  return record ?? newRecord({ ...meta, id }, 0, '');
}

/** Only Hugging Face has upvotes. */
function isKnownOn(host: SiteHost, { source, upvotes }: Metadata): boolean {
  return source === host || (host === 'huggingface' && upvotes !== null);
}

function linksOf(id: PaperId, meta: Metadata) {
  const arxivId = arxivIdOf(id);
  const doi = doiOf({ id, meta });
  const published = doi === null ? [] : [{ name: t('factDoi'), url: doiUrl(doi) }];
  if (arxivId === null) return published;
  return [
    { name: t('site_arxiv'), url: `https://arxiv.org/abs/${arxivId}` },
    { name: 'PDF', url: `https://arxiv.org/pdf/${arxivId}` },
    ...pagesBesidesArxiv(id, (host) => isKnownOn(host, meta)),
    ...published,
  ];
}
