import { t } from '@/lib/i18n';
import { SITE_HOSTS, type SiteHost } from '@/lib/paper';

const URLS: Readonly<Record<SiteHost, string>> = {
  arxiv: 'https://arxiv.org/list/cs.LG/new',
  huggingface: 'https://huggingface.co/papers',
};

/** A listing of today's papers on each host, for those who have none before them. */
export function todaysListings(): { name: string; url: string }[] {
  return SITE_HOSTS.map((host) => ({ name: t(`todayOn_${host}`), url: URLS[host] }));
}
