import { t } from '@/lib/i18n';
import { LIMITS } from '@/lib/protocol/limits';

/** Why this cannot be a tag, as text for the user; `null` if it can. */
export function tagProblem(tag: string): string | null {
  return tag.length > LIMITS.tag ? t('tagTooLong', LIMITS.tag, tag.length) : null;
}
