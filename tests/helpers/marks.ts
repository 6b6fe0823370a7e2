/** What Winnow marks on a page in a browser. */
import type { Page } from '@playwright/test';

/** The marked texts under the name of a highlight, or whose names begin with it, in lower case. */
export function markedTexts(page: Page, name: string): Promise<string[]> {
  return page.evaluate(
    (start) =>
      [...CSS.highlights.entries()].flatMap(([name, ranges]) =>
        name.startsWith(start)
          ? [...ranges].map(({ startContainer, startOffset, endContainer, endOffset }) => {
              const range = document.createRange();
              range.setStart(startContainer, startOffset);
              range.setEnd(endContainer, endOffset);
              return range.toString().toLowerCase();
            })
          : [],
      ),
    name,
  );
}
