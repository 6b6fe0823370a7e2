// @vitest-environment node
import { describe, expect, test } from 'vitest';
import { MatchPattern } from 'wxt/utils/match-patterns';
import { pageUrlOf, SITE_HOSTS } from '@/lib/paper';
import { PAGE_PATTERNS, SITES, siteFor } from '@/lib/sites';
import { HOST_PATTERNS } from '@/lib/sites/host-patterns';
import { hostOf } from '@/lib/sites/hosts';
import { PAPER_LINK_PATTERNS, paperAt } from '@/lib/sites/links';
import { idOf } from '../../helpers/papers';

describe.each(SITE_HOSTS)('%s', (host) => {
  const examples = SITES.filter((site) => site.host === host).flatMap((site) => site.examples);

  test('has pages that we know, and permission for them', () => {
    expect(examples.length).toBeGreaterThan(0);
    const pattern = new MatchPattern(HOST_PATTERNS[host]);
    for (const url of examples) {
      expect([url, hostOf(url), pattern.includes(url)]).toEqual([url, host, true]);
    }
  });

  test('is where its users read papers of arXiv', () => {
    expect(hostOf(pageUrlOf(idOf(1), host) ?? '')).toBe(host);
  });

  test('has links to papers that are known as such', () => {
    const url = pageUrlOf(idOf(1), host) ?? '';
    expect(paperAt(url)).toBe(idOf(1));
    expect(PAPER_LINK_PATTERNS.some((one) => new MatchPattern(one).includes(url))).toBe(true);
  });
});

test.each(['arxiv.org', 'www.arxiv.org', 'export.arxiv.org', 'cn.arxiv.org', 'de.arxiv.org'])(
  'the pages of %s are those of arXiv everywhere',
  (hostname) => {
    const [list, paper] = [
      `https://${hostname}/list/cs.LG/new`,
      `https://${hostname}/abs/2611.00001`,
    ];
    expect([siteFor(list)?.id, siteFor(paper)?.id]).toEqual(['arxiv-list', 'arxiv-abs']);
    expect([hostOf(list), paperAt(paper)]).toEqual(['arxiv', 'arxiv:2611.00001']);
    const patterns = (all: readonly string[], url: string) =>
      all.some((one) => new MatchPattern(one).includes(url));
    expect(patterns([HOST_PATTERNS.arxiv], list)).toBe(true);
    expect(patterns(PAGE_PATTERNS, list) && patterns(PAGE_PATTERNS, paper)).toBe(true);
    expect(patterns(PAPER_LINK_PATTERNS, paper)).toBe(true);
  },
);

test('other addresses are on no host', () => {
  for (const url of ['', 'arxiv.org', 'https://arxiv.org.example/abs/2611.00001', 'about:blank']) {
    expect(hostOf(url)).toBeNull();
  }
});
