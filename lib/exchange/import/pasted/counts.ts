/** Tells which number on a card counts upvotes and which comments. */
import type { Detail } from './details';

/**
 * The details of a paper without the last number before the next title, and its caption: they are
 * the next paper's.
 */
export function withoutUpvotes(
  after: readonly Detail[],
  next: readonly Detail[],
): readonly Detail[] {
  const upvotes = next.findLastIndex(({ kind }) => kind === 'count');
  const caption = next[upvotes - 1]?.kind === 'caption' ? next[upvotes - 1] : undefined;
  return after.filter((detail) => detail !== next[upvotes] && detail !== caption);
}

/** The upvotes of a card; `own` are the details after its title, without the next card's. */
export function findUpvotes(
  before: readonly Detail[],
  own: readonly Detail[],
  hasUpvotesBefore: boolean,
): number | null {
  if (!hasUpvotesBefore) return captionedUpvotes(own);
  const upvotes = before.findLast(({ kind }) => kind === 'count');
  return upvotes?.kind === 'count' ? upvotes.count : null;
}

/** The number after the word "Upvote"; `null` if there is none. */
export function captionedUpvotes(details: readonly Detail[]): number | null {
  const caption = details.findIndex((one) => one.kind === 'caption' && /^upvote/.test(one.caption));
  const count = caption < 0 ? undefined : details[caption + 1];
  return count?.kind === 'count' ? count.count : null;
}

/**
 * The comments of a card: the number after the date or the authors, which a page leaves out if
 * there are none. The stars of a repository may come before it. `null` if unknown.
 */
export function findComments(own: readonly Detail[], hasOrganization: boolean): number | null {
  const explicit = own.find((detail) => detail.kind === 'comments');
  if (explicit) return explicit.count;
  const anchor = own.findIndex(({ kind }) => kind === 'authors' || kind === 'date');
  if (anchor < 0 && !hasOrganization) return null;
  const captions = own.filter((detail) => detail.kind === 'caption');
  if (captions.some(({ caption }) => caption.startsWith('upvote'))) return null;
  // If numbers have captions, only one without can be the number of comments.
  const bare = own.findLast(
    (detail, index) =>
      index > anchor &&
      detail.kind === 'count' &&
      !detail.isRounded &&
      own[index - 1]?.kind !== 'caption',
  );
  return bare?.kind === 'count' ? bare.count : captions.length > 0 ? null : 0;
}

/**
 * Whether numbers between two papers are the upvotes of the second rather than the comments of the
 * first. If so, most papers have one, or a dash. The first paper of a page that was copied whole
 * has one too, or else some papers have two, the other being the comments. Takes the details before
 * each title.
 */
export function upvotesPrecedeTitles(cards: readonly (readonly Detail[])[]): boolean {
  const [first, ...others] = cards.map(endsWithCount);
  const mostHaveCount = others.filter(Boolean).length >= others.length * 0.8;
  const hasTwo = (before: readonly Detail[]) =>
    endsWithCount(before) && endsWithCount(before.slice(0, -1));
  return mostHaveCount && (first || cards.some(hasTwo));
}

function endsWithCount(details: readonly Detail[]): boolean {
  const caption = details.at(-2);
  const isOther = caption?.kind === 'caption' && !caption.caption.startsWith('upvote');
  return details.at(-1)?.kind === 'count' && !isOther;
}
