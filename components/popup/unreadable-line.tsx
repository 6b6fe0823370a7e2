import { plural } from '@/lib/i18n';

/** Says how many papers of the page could not be read, if any. */
export function UnreadableLine({ count }: { readonly count: number }) {
  return count > 0 && <p className="remark">{plural('popupUnreadable', count)}</p>;
}
