import type { SiteHost } from '@/lib/paper';

/** Match patterns of all pages of each host: what the manifest asks permission for. */
export const HOST_PATTERNS: Readonly<Record<SiteHost, string>> = {
  arxiv: 'https://*.arxiv.org/*',
  huggingface: 'https://huggingface.co/*',
};
