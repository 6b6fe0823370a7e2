/** The least that a job can cost, done on the same rows by a content script that does nothing else. */

/** What a floor leaves on the page's root, since page and content script share nothing else. */
export interface Walked {
  /** How long the walk took, in milliseconds. */
  readonly took: number;
  /** When it was done, by the page's clock. */
  readonly end: number;
  /** Said, so that no engine leaves the reading out as unused. */
  readonly characters: number;
}

/** The whole content script of the floors; the address's hash says which one runs. */
export function runFloor(): void {
  /** Buttons cloned from a template on the first so many rows, and one listener for all of them. */
  function addButtons(rows: number): void {
    const template = document.createElement('template');
    const button = (action: string, sign: string) =>
      `<button type="button" data-action="${action}">${sign}</button>`;
    const buttons = button('star', '☆') + button('tags', '#') + button('dismiss', '×');
    template.innerHTML = `<bench-row>${buttons}</bench-row>`;
    let left = rows;
    for (const term of document.querySelectorAll('#articles > dt')) {
      if (left === 0) break;
      left -= 1;
      term.append(document.importNode(template.content, true));
    }
    document.addEventListener('click', () => undefined, { capture: true });
  }

  /** Walks all text nodes once. */
  function walkTexts(): void {
    const start = performance.now();
    const walker = document.createTreeWalker(document.body, NodeFilter.SHOW_TEXT);
    let characters = 0;
    for (let node = walker.nextNode(); node; node = walker.nextNode()) {
      characters += (node as Text).data.length;
    }
    const end = performance.now();
    const walked: Walked = { took: end - start, end, characters };
    document.documentElement.dataset.walked = JSON.stringify(walked);
  }

  const [name, count] = location.hash.slice(1).split('=');
  if (name === 'buttons') addButtons(Number(count));
  if (name === 'walk') walkTexts();
}
