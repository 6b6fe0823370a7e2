// @vitest-environment node
import { expect, test } from 'vitest';
import { SITES } from '@/lib/sites';
import { messageOf } from '../../helpers/locale';

test.each(['en', 'de'])('each kind of page has a name of its own (%s)', (language) => {
  const names = SITES.map(({ name }) => messageOf(language, name, []));
  expect(names).not.toContain('');
  expect(new Set(names).size).toBe(SITES.length);
});
