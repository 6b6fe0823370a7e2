import { type MessageKey, t } from '@/lib/i18n';
import type { Site } from '@/lib/sites/site';

const NAMES: Readonly<Record<string, MessageKey>> = {
  'arxiv-list': 'siteArxivList',
  'arxiv-trackbacks': 'siteArxivTrackbacks',
  'arxiv-search': 'siteArxivSearch',
  'arxiv-abs': 'siteArxivAbs',
  'hf-daily': 'siteHfDaily',
  'hf-trending': 'siteHfTrending',
  'hf-search': 'siteHfSearch',
  'hf-paper': 'siteHfPaper',
};

/** What a person calls a page of this kind, in their language. */
export function siteName({ id, name }: Site): string {
  const key = NAMES[id];
  return key ? t(key) : name;
}
