import { useKeys } from '@/components/keys/use-keys';
import { AiSummary } from '@/components/paper-parts/ai-summary';
import { pagesOf } from '@/components/paper-parts/host-pages';
import { MarkedTex } from '@/components/paper-parts/marked-text';
import { PaperLinks } from '@/components/paper-parts/paper-links';
import { RefreshFromArxiv } from '@/components/paper-parts/refresh-from-arxiv';
import { ResourceLinks } from '@/components/paper-parts/resource-links';
import { actOnLinks } from '@/components/triage/paper-links';
import { SendToZotero } from '@/components/zotero/send-to-zotero';
import type { Finder } from '@/lib/filter/match';
import { t } from '@/lib/i18n';
import { arxivIdOf, type Metadata, type Paper, type PaperId, type SiteHost } from '@/lib/paper';

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
      <PaperLinks
        id={id}
        place="popup"
        keys={useKeys()}
        pages={pagesOf({
          ...{ id, meta, published: t('factDoi') },
          isOn: (host) => isKnownOn(host, meta),
        })}
        tabIndex={tabIndex}
        onCopy={(copy) => actOnLinks(copy, { id, title: meta.title, paper })}
      >
        <ResourceLinks meta={meta} tabIndex={tabIndex} />
      </PaperLinks>
      <ul className="card-links">
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

/** Only Hugging Face has upvotes. */
function isKnownOn(host: SiteHost, { source, upvotes }: Metadata): boolean {
  return source === host || (host === 'huggingface' && upvotes !== null);
}
