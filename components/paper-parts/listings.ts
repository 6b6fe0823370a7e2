import { useSetting } from '@/components/design/use-setting';
import { t } from '@/lib/i18n';
import { SITE_HOSTS, type SiteHost } from '@/lib/paper';
import type { ChosenListings } from '@/lib/settings/chosen-listings';
import { chosenListings } from '@/lib/settings/settings';

interface Listing {
  readonly name: string;
  readonly url: string;
}

/** Those of each host that are among the chosen ones. */
const LISTINGS: Readonly<Record<SiteHost, (chosen: ChosenListings) => readonly Listing[]>> = {
  arxiv: ({ arxiv }) =>
    arxiv.map((code) => ({
      name: t('todayOn_arxiv', code),
      url: `https://arxiv.org/list/${code}/new`,
    })),
  huggingface: ({ huggingface }) =>
    huggingface ? [{ name: t('todayOn_huggingface'), url: 'https://huggingface.co/papers' }] : [],
};

/** The listings of today's papers that the user reads, live; `undefined` until known. */
export function useTodaysListings(): readonly Listing[] | undefined {
  const [chosen] = useSetting(chosenListings);
  return chosen && SITE_HOSTS.flatMap((host) => LISTINGS[host](chosen));
}
