/** What is known of a paper's code: its stars are always those of the repository that is linked. */
import type { Metadata } from '@/lib/paper';
import type { PaperRecord } from '../store/record';
import { metadataOf, type RecordField } from '../store/record-fields';

export type Code = Pick<Metadata, 'codeUrl' | 'codeStars'>;

/** Whether a field is one of those that are always taken together. */
export function isCodeField(field: RecordField): boolean {
  return field === 'meta:codeUrl' || field === 'meta:codeStars';
}

/** The code after a page was read. Only Hugging Face tells of it, so what it says last counts. */
export function learnCode(known: Metadata, seen: Metadata): Code {
  if (seen.source !== 'huggingface' || seen.codeUrl === null) return fillCode(known, seen);
  return fillCode(seen, known);
}

/** The code with gaps filled: all that is known of it, or the stars of the same repository. */
export function fillCode({ codeUrl, codeStars }: Code, other: Code): Code {
  if (codeUrl === null) return { codeUrl: other.codeUrl, codeStars: other.codeStars };
  return { codeUrl, codeStars: codeStars ?? (other.codeUrl === codeUrl ? other.codeStars : null) };
}

/** By which the code to keep is told: any rather than none, then that which was written later. */
export function codeKey(record: PaperRecord): readonly (number | string)[] {
  const { codeUrl, codeStars } = metadataOf(record);
  const stamps = [record.stamps.codeUrl ?? '', record.stamps.codeStars ?? ''];
  // The rest is of no meaning, but so that one of them always comes first.
  const rest = [codeUrl ?? '', codeStars ?? -1, ...stamps];
  return [codeUrl === null ? 0 : 1, [...stamps].sort().at(-1) ?? '', ...rest];
}
