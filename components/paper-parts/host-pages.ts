import { t } from '@/lib/i18n';
import { arxivIdOf, type PaperId, pageUrlOf, SITE_HOSTS, type SiteHost } from '@/lib/paper';

/** The pages that hosts other than arXiv have of one of arXiv's papers; of all, or of some of them. */
export function pagesBesidesArxiv(
  id: PaperId,
  isOn: (host: SiteHost) => boolean = () => true,
): { name: string; url: string }[] {
  if (arxivIdOf(id) === null) return [];
  return SITE_HOSTS.flatMap((host) => {
    const url = pageUrlOf(id, host);
    return host === 'arxiv' || url === null || !isOn(host)
      ? []
      : [{ name: t(`site_${host}`), url }];
  });
}
