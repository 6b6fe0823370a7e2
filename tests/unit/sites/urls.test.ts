// @vitest-environment node
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { SITES, siteFor } from '@/lib/sites';

/** Chrome's match patterns, as far as ours go: `https`, a host, and a path in which `*` is any text. */
function isMatched(pattern: string, url: URL): boolean {
  const [, host = '', path = ''] = /^https:\/\/([^/]+)(\/.*)$/.exec(pattern) ?? [];
  const isHost = host.startsWith('*.')
    ? url.hostname === host.slice(2) || url.hostname.endsWith(host.slice(1))
    : url.hostname === host;
  const parts = path.split('*').map((part) => part.replace(/[.?+^$()[\]{}|\\]/g, '\\$&'));
  return isHost && new RegExp(`^${parts.join('.*')}$`).test(url.pathname + url.search);
}

describe.each(SITES)('$id', (site) => {
  it('has examples', () => {
    expect(site.examples).not.toHaveLength(0);
  });

  it.each(site.examples)('takes %s, and no other site does', (example) => {
    const url = new URL(example);
    expect(SITES.filter((other) => other.isPage(url))).toEqual([site]);
    expect(siteFor(example)).toBe(site);
  });

  it.each(site.examples)('is started by the browser at %s', (example) => {
    const url = new URL(example);
    expect(site.matches.some((pattern) => isMatched(pattern, url))).toBe(true);
  });

  it.each(site.examples)('takes %s on no look-alike host', (example) => {
    const { hostname, href } = new URL(example);
    const rest = href.slice(`https://${hostname}`.length);
    const lookAlike = hostname.replace(/[\w-]+\.\w+$/, 'not$&');
    for (const host of [`${hostname}.evil.example`, lookAlike, `${hostname}@evil.example`]) {
      expect(siteFor(`https://${host}${rest}`)).toBeNull();
    }
    expect(siteFor(`http://${hostname}${rest}`)).toBeNull();
  });
});

it('has a different id for each site', () => {
  expect(new Set(SITES.map((site) => site.id)).size).toBe(SITES.length);
});

it.each([
  'https://arxiv.org/',
  'https://arxiv.org/list',
  'https://arxiv.org/list/',
  'https://arxiv.org/list/?archive=&year=2026',
  'https://arxiv.org/list?archive=cs',
  'https://arxiv.org/list?archive=cs&year=soon',
  'https://arxiv.org/list?year=2026&month=10',
  'https://arxiv.org/list/cs.LG',
  'https://arxiv.org/list/cs.LG/soon',
  'https://arxiv.org/list/cs.LG/new/more',
  'https://arxiv.org/catchup',
  'https://arxiv.org/catchup/cs.LG',
  'https://arxiv.org/catchup/cs.LG/yesterday',
  'https://arxiv.org/a/',
  'https://arxiv.org/a/someone_s_1.atom',
  'https://arxiv.org/a/someone_s_1.atom2',
  'https://arxiv.org/a/someone_s_1.json',
  'https://arxiv.org/a/someone_s_1.js',
  'https://arxiv.org/a/someone_s_1.html/more',
  'https://arxiv.org/archive/cs',
  'https://arxiv.org/year/cs/2026',
  'https://arxiv.org/catchup?subject=cs.LG&date=2026-11-20',
  'https://arxiv.org/tb/2410.11842',
  'https://arxiv.org/search',
  'https://arxiv.org/search/?query=',
  'https://arxiv.org/search/?query=+&searchtype=all',
  'https://arxiv.org/search/advanced',
  'https://arxiv.org/search/advanced?terms-0-operator=AND&terms-0-term=attention',
  'https://arxiv.org/search/advanced?query=attention',
  'https://arxiv.org/search/advanced/cs?terms-0-term=attention',
  'https://arxiv.org/search/advanced/cs/more?advanced=',
  'https://arxiv.org/search/status?query=attention',
  'https://arxiv.org/search?advanced=',
  'https://arxiv.org/searching?query=attention',
  'https://arxiv.org/abs/',
  'https://arxiv.org/abs/soon',
  'https://arxiv.org/abs/2410.11842/more',
  'https://arxiv.org/abs',
  'https://arxiv.org/abs?id=',
  'https://arxiv.org/abs?id=soon',
  'https://arxiv.org/abs?context=2410.11842',
  'https://arxiv.org/abs/2410.11842?fmt=txt',
  'https://arxiv.org/html/',
  'https://arxiv.org/html/soon',
  'https://arxiv.org/html/2410.11842v1/figure1.png',
  'https://arxiv.org/pdf/2410.11842',
  'https://arxiv.org/format/2410.11842',
  'https://arxiv.org.evil.com/list/cs.LG/new',
  'https://arxiv.org@evil.com/list/cs.LG/new',
  'https://evil.com/https://arxiv.org/list/cs.LG/new',
  'http://arxiv.org/abs/2410.11842',
  'file:///list/cs.LG/new',
  'https://huggingface.co/',
  'https://huggingface.co/models?q=papers',
  'https://huggingface.co/papers/submit',
  'https://huggingface.co/papers/date',
  'https://huggingface.co/papers/date/today',
  'https://huggingface.co/papers/week/2026-47',
  'https://huggingface.co/papers/month/2026-11-20',
  'https://huggingface.co/papers/2410.11842/discussion',
  'https://huggingface.co/someone/papers',
  'https://huggingface.co/collections/someone/papers-1234',
  'https://huggingface.co.evil.com/papers',
  'https://hf.co/papers',
  'https://example.org/papers',
  'not an address',
  '',
])('takes no other page: %s', (url) => {
  expect(siteFor(url)).toBeNull();
});

it('answers for every address there is', () => {
  fc.assert(
    fc.property(fc.oneof(fc.webUrl({ withQueryParameters: true }), fc.string()), (url) => {
      expect(siteFor(url)).toBeNull();
    }),
  );
  fc.assert(
    fc.property(fc.constantFrom('arxiv.org', 'huggingface.co'), fc.webPath(), (host, path) => {
      expect(() => siteFor(`https://${host}${path}`)).not.toThrow();
    }),
  );
});
