// @vitest-environment node
import { expect, test } from 'vitest';
import { HELP_SECTIONS, hrefOf, routeOf, SECTIONS } from '@/components/shell/route';

test('every section has an address that leads to it', () => {
  for (const section of [...SECTIONS, ...HELP_SECTIONS]) {
    expect(routeOf(hrefOf(section))).toEqual({ section, params: '' });
    const params = new URLSearchParams({ search: 'a ? b & #c', tag: 'über alles' });
    expect(routeOf(hrefOf(section, params))).toEqual({ section, params: String(params) });
  }
});

test('an address that leads nowhere leads to the first section', () => {
  for (const hash of ['', '#', '#/', '#/nothing?search=x', '#rule', '#/__proto__']) {
    expect(routeOf(hash)).toEqual({ section: SECTIONS[0], params: '' });
  }
});
