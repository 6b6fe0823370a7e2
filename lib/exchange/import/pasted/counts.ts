/** Which number of a card is that of the upvotes, and which that of the comments. */
import type { Detail } from './details';

/** The last number before the next title is that paper's, and the word before it. */
export function withoutUpvotes(
  after: readonly Detail[],
  next: readonly Detail[],
): readonly Detail[] {
  const upvotes = next.findLastIndex(({ kind }) => kind === 'count');
  const label = next[upvotes - 1]?.kind === 'label' ? next[upvotes - 1] : undefined;
  return after.filter((detail) => detail !== next[upvotes] && detail !== label);
}

/** Those of a card; `own` is what stands after its title and is not the next one's. */
export function upvotesOf(
  before: readonly Detail[],
  own: readonly Detail[],
  hasUpvotesBefore: boolean,
): number | null {
  if (!hasUpvotesBefore) return labelledUpvotes(own);
  const upvotes = before.findLast(({ kind }) => kind === 'count');
  return upvotes?.kind === 'count' ? upvotes.count : null;
}

/** The number after the word "Upvote". */
export function labelledUpvotes(details: readonly Detail[]): number | null {
  const label = details.findIndex((one) => one.kind === 'label' && /^upvote/.test(one.label));
  const count = label < 0 ? undefined : details[label + 1];
  return count?.kind === 'count' ? count.count : null;
}

/**
 * The number after the date, or after the authors; a page shows none where there are no comments.
 * The stars of a repository may stand before it.
 */
export function commentsOf(own: readonly Detail[], hasOrganization: boolean): number | null {
  const sure = own.find((detail) => detail.kind === 'comments');
  if (sure) return sure.count;
  const told = own.findIndex(({ kind }) => kind === 'authors' || kind === 'date');
  if (told < 0 && !hasOrganization) return null;
  const labels = own.filter((detail) => detail.kind === 'label');
  if (labels.some(({ label }) => label.startsWith('upvote'))) return null;
  // Where numbers have words beside them, only one without is that of the comments.
  const bare = own.findLast(
    (detail, index) =>
      index > told &&
      detail.kind === 'count' &&
      !detail.isRounded &&
      own[index - 1]?.kind !== 'label',
  );
  return bare?.kind === 'count' ? bare.count : labels.length > 0 ? null : 0;
}

/**
 * Whether the numbers between two papers are the upvotes of the second and not the comments of the
 * first. Then most papers have one, or a dash; also the first of a page that was copied whole, or
 * else there is a second number somewhere, that of the comments. Takes what stands before each title.
 */
export function upvotesStandBefore(cards: readonly (readonly Detail[])[]): boolean {
  const [first, ...others] = cards.map(endsWithCount);
  const isMost = others.filter(Boolean).length >= others.length * 0.8;
  const hasTwo = (before: readonly Detail[]) =>
    endsWithCount(before) && endsWithCount(before.slice(0, -1));
  return isMost && (first || cards.some(hasTwo));
}

function endsWithCount(details: readonly Detail[]): boolean {
  const label = details.at(-2);
  const isOther = label?.kind === 'label' && !label.label.startsWith('upvote');
  return details.at(-1)?.kind === 'count' && !isOther;
}
