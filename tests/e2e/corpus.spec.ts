import { existsSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { expect, test } from '../helpers/extension';

/** Look-alike pages that do not come with the project; see CONTRIBUTING.md. */
const CORPUS = path.join(process.env.WINNOW_CORPUS ?? path.join('..', 'shared'), 'pages');

interface Entry {
  readonly name: string;
  readonly url: string;
}

interface Expected {
  readonly papers: readonly { readonly title: string }[];
  readonly afterClick?: Readonly<Record<string, { papers: Expected['papers'] }>>;
}

const entries: Entry[] = existsSync(CORPUS)
  ? JSON.parse(readFileSync(path.join(CORPUS, 'index.json'), 'utf8'))
  : [];
if (entries.length === 0) test.skip(`pages of the corpus: there is no ${CORPUS}`, () => undefined);

for (const { name, url } of entries) {
  test(`corpus: each paper of ${name} has one set of controls`, async ({ context, pages }) => {
    const read = (ending: string) => readFileSync(path.join(CORPUS, name + ending), 'utf8');
    const { papers, afterClick = {} }: Expected = JSON.parse(read('.expected.json'));
    pages.serve(url, read('.html'));
    const page = await context.newPage();
    await page.goto(url);
    if (name.includes('live-mathjax')) await page.waitForSelector('html[data-math-done]');

    const names = (action: string) =>
      page.locator('winnow-row').evaluateAll(
        (hosts, prefix) =>
          hosts.map((host) =>
            [...(host.shadowRoot?.querySelectorAll('button') ?? [])]
              .map((button) => button.getAttribute('aria-label') ?? '')
              .filter((label) => label.startsWith(prefix))
              .map((label) => label.slice(prefix.length))
              .join('|'),
          ),
        `${action}: `,
      );
    const expectControls = async (expected: Expected['papers']) => {
      for (const action of ['Star', 'Tags', 'Dismiss']) {
        await expect
          .poll(() => names(action), { timeout: 15_000 })
          .toEqual(expected.map(({ title }) => title));
      }
    };
    await expectControls(papers);
    for (const [button, after] of Object.entries(afterClick)) {
      await page.getByRole('button', { name: button }).click();
      await expectControls(after.papers);
    }
  });
}
