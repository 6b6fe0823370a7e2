import type { PageStatus } from '@/components/popup/use-page';

/** Says which page the rules are tried on. */
export function PageLine({ page }: { readonly page: PageStatus }) {
  return (
    <p className="quiet" role="status">
      {textOf(page)}
    </p>
  );
}

function textOf(page: PageStatus): string {
  if (page.kind === 'looking') return '';
  if (page.kind === 'unlinked') {
    return 'Reload the listing to try rules on it: it was open before Winnow was.';
  }
  const count = page.kind === 'linked' ? page.view.papers.length : 0;
  if (page.kind === 'elsewhere' || count === 0) {
    return 'No listing is open. Open one to see how many of its papers each rule finds.';
  }
  return `Tried on the ${page.view.site} you looked at last: ${count} ${count === 1 ? 'paper' : 'papers'}.`;
}
