import type { PageStatus } from '@/components/page-link/use-page';
import { plural, t } from '@/lib/i18n';

/** Names the page that the rules are tried on. */
export function PageLine({ page }: { readonly page: PageStatus }) {
  return (
    <p className="quiet" role="status">
      {textOf(page)}
    </p>
  );
}

function textOf(page: PageStatus): string {
  if (page.kind === 'looking' || page.kind === 'loading') return '';
  if (page.kind === 'unlinked') {
    return t('rulesTryReload');
  }
  const count = page.kind === 'linked' ? page.view.papers.length : 0;
  if (page.kind === 'elsewhere' || count === 0) {
    return t('rulesTryNone');
  }
  return plural('rulesTried', count, page.view.site ?? '');
}
