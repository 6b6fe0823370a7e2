/** A text on the page as its authors wrote it, and where each part of it is shown. */
import { visitSource, visitSourceFrom } from '@/lib/sites/source-text';
import { collapseSpace } from '@/lib/text/white-space';

/** Both ends are in one tree, but may be in different nodes. */
export type NodeRange = Readonly<StaticRangeInit>;

/** A piece of the text with its white space as in the document; see `visitSource`. */
interface Piece {
  readonly text: string;
  readonly node: Node | null;
  /** Its offset in all pieces together. */
  readonly start: number;
}

/** Class names of what MathJax 2.7 drew, which stands before the source of the formula. */
const DRAWN_FORMULA = /(?:^|\s)MathJax/;

export class PlacedText {
  /** As `sourceText` gives it. */
  readonly text: string;
  private readonly pieces: readonly Piece[];
  /** The offset of each character of `text` in all pieces together. */
  private offsets: readonly number[] | null = null;

  /** `isOpen`: what follows the element in its parent belongs to the text as well. */
  constructor(
    readonly element: Element,
    isOpen = false,
  ) {
    const pieces: Piece[] = [];
    let raw = '';
    (isOpen ? visitSourceFrom : visitSource)(element, (text, node) => {
      pieces.push({ text, node, start: raw.length });
      raw += text;
    });
    this.pieces = pieces;
    this.text = collapseSpace(raw);
  }

  /**
   * Where a part of the text is shown: in one range, even across elements, unless something that is not
   * part of the text comes in between.
   */
  rangesOf(start: number, end: number): NodeRange[] {
    this.offsets ??= offsetsIn(this.pieces);
    const from = this.offsets[start] ?? 0;
    const to = (this.offsets[end - 1] ?? -1) + 1;
    const ranges: NodeRange[] = [];
    let open: NodeRange | null = null;
    /** Formulas drawn before their source. */
    let drawn: Node | null = null;
    for (const piece of this.pieces) {
      const { node, text } = piece;
      if (piece.start >= to) break;
      if (text === '') {
        if (node && isDrawnFormula(node)) drawn ??= node;
        else if (node?.nodeType === Node.ELEMENT_NODE) open = null;
        continue;
      }
      const first: Node | null = drawn ?? node;
      drawn = null;
      if (piece.start + text.length <= from || !node || !first) continue;
      const range = rangeOf(piece, from, to, first);
      if (open) ranges.pop();
      open = open
        ? { ...range, startContainer: open.startContainer, startOffset: open.startOffset }
        : range;
      ranges.push(open);
    }
    return ranges;
  }
}

function isDrawnFormula(node: Node): boolean {
  return node instanceof Element && DRAWN_FORMULA.test(node.getAttribute('class') ?? '');
}

/** The part of a piece from one offset to another; of an element, all of it, from `first` on. */
function rangeOf({ node, start, text }: Piece, from: number, to: number, first: Node): NodeRange {
  if (node?.nodeType === Node.TEXT_NODE) {
    return {
      startContainer: node,
      startOffset: Math.max(0, from - start),
      endContainer: node,
      endOffset: Math.min(text.length, to - start),
    };
  }
  const parent = node?.parentNode as Node;
  const siblings: Node[] = [...parent.childNodes];
  return {
    startContainer: parent,
    startOffset: siblings.indexOf(first),
    endContainer: parent,
    endOffset: siblings.indexOf(node as Node) + 1,
  };
}

/** Where the characters are that collapsing white space leaves. */
function offsetsIn(pieces: readonly Piece[]): number[] {
  const offsets: number[] = [];
  let isAfterSpace = true; // none is left at the beginning
  for (const { text, start } of pieces) {
    for (let at = 0; at < text.length; at += 1) {
      const isSpace = /\s/.test(text.charAt(at));
      if (!isSpace || !isAfterSpace) offsets.push(start + at);
      isAfterSpace = isSpace;
    }
  }
  return offsets;
}
