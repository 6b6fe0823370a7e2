// @vitest-environment node
/** Where each kind of page says its texts are from: docs/decisions/texts.md. */
import { expect, it } from 'vitest';
import { fixtures, pageOf, rowsOf, siteOf } from './support';

it.each(fixtures())('$name says what its texts were read from', ({ html, url }) => {
  const { id } = siteOf(url);
  for (const { read } of rowsOf(pageOf(html, url))) {
    const { textOrigin, textVersion, version } = read();
    expect(textOrigin).toBe(id === 'arxiv-abs' ? 'paper' : 'listing');
    if (version !== null) expect(textVersion).toBe(version);
  }
});

it('the page of a paper that is opened without a version shows the latest', () => {
  const page = fixtures().find(({ name }) => name === 'arxiv-abs');
  const history =
    '<div class="submission-history">[v1] Wed, 9 Sep 2026 [v3] Wed, 18 Nov 2026</div>';
  const html = page?.html.replace('</body>', `${history}</body>`) ?? '';
  const [row] = rowsOf(pageOf(html, 'https://arxiv.org/abs/2609.11722'));
  expect(row?.read()).toMatchObject({ version: null, textVersion: 3 });
});
