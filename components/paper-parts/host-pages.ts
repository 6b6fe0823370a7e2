import { t } from '@/lib/i18n';
import {
  arxivIdOf,
  doiOf,
  doiUrl,
  type Metadata,
  type PaperId,
  pageUrlOf,
  SITE_HOSTS,
  type SiteHost,
} from '@/lib/paper';
import type { NamedLink } from './paper-links';

interface PagesOptions {
  readonly id: PaperId;
  readonly meta: Metadata;
  /** What the publisher's page is called. */
  readonly published: string;
  /** Whether a host besides arXiv is known to have the paper; by default all may have arXiv's. */
  readonly isOn?: (host: SiteHost) => boolean;
}

/** The pages where a paper can be read, arXiv's first. Derived from its identifiers alone. */
export function pagesOf({ id, meta, published, isOn = () => true }: PagesOptions): NamedLink[] {
  const doi = doiOf({ id, meta });
  const hosts = arxivIdOf(id) === null ? [] : SITE_HOSTS;
  return [
    ...hosts.flatMap((host) => {
      const url = pageUrlOf(id, host);
      return url === null || (host !== 'arxiv' && !isOn(host))
        ? []
        : [{ name: t(`site_${host}`), url }];
    }),
    ...(doi === null ? [] : [{ name: published, url: doiUrl(doi) }]),
  ];
}
