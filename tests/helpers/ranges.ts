/** Ranges on a page, as highlights hold them. */

/** The text in a range, whose ends may be in different nodes. */
export function textOfRange(range: StaticRangeInit): string {
  const live = document.createRange();
  live.setStart(range.startContainer, range.startOffset);
  live.setEnd(range.endContainer, range.endOffset);
  return live.toString();
}
