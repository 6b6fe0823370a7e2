/** Tags as they are stored, shown and checked. */
import * as v from 'valibot';
import { t } from '@/lib/i18n';
import { LIMITS } from './limits';

/**
 * A tag as it is stored: NFC, white space collapsed and trimmed. Spaces and any script are welcome.
 * Empty and over-long tags stay so and are refused by `TagSchema`.
 */
export function cleanTag(tag: string): string {
  return tag.normalize('NFC').replace(/\s+/gu, ' ').trim();
}

export const TagSchema = v.pipe(
  v.string(),
  v.transform(cleanTag),
  v.nonEmpty(() => t('refusedEmptyTag')),
  v.maxLength(LIMITS.tag, () => t('refusedLongTag', LIMITS.tag)),
);

/** Tags in the order they are kept and shown in. */
export function sortTags(tags: readonly string[]): string[] {
  return [...tags].sort((a, b) => (a < b ? -1 : a > b ? 1 : 0));
}
