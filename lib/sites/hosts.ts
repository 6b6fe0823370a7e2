import { SITE_HOSTS, type SiteHost } from '@/lib/paper';
import { isOnArxiv } from './arxiv';
import { isOnHuggingFace } from './huggingface';

const IS_ON: Readonly<Record<SiteHost, (url: URL) => boolean>> = {
  arxiv: isOnArxiv,
  huggingface: isOnHuggingFace,
};

/** The host that a URL is on; `null` if none of ours. */
export function hostOf(url: string): SiteHost | null {
  if (!URL.canParse(url)) return null;
  const address = new URL(url);
  return SITE_HOSTS.find((host) => IS_ON[host](address)) ?? null;
}
