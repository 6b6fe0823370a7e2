// @vitest-environment node
/** Every language has every text, with the same places to fill, and no text is left over. */
import { readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { describe, expect, test, vi } from 'vitest';
import { browser } from 'wxt/browser';
import { formatDate, formatNumber, language, plural, setDocumentLanguage, t } from '@/lib/i18n';
import { messagesOf } from '../helpers/locale';

const ROOT = path.join(import.meta.dirname, '../..');
const LANGUAGES = readdirSync(path.join(ROOT, 'public/_locales'));
const ENGLISH = messagesOf('en');
const PLURAL = /_(?:zero|one|two|few|many|other)$/;

/** `papers` for `papers_one`: languages differ in the forms that they have. */
const stem = (key: string) => key.replace(PLURAL, '');
const stems = (language: string) => new Set(Object.keys(messagesOf(language)).map(stem));
const slots = (text: string) => [...new Set(text.match(/\$[1-9]/g))].sort();

function sources(): string {
  const files = ['lib', 'components', 'entrypoints'].flatMap((folder) =>
    readdirSync(path.join(ROOT, folder), { recursive: true, encoding: 'utf8' })
      .filter((file) => /\.(tsx?|html)$/.test(file))
      .map((file) => path.join(ROOT, folder, file)),
  );
  return [...files, path.join(ROOT, 'wxt.config.ts')]
    .map((file) => readFileSync(file, 'utf8'))
    .join('\n');
}

describe.each(LANGUAGES.filter((language) => language !== 'en'))('%s', (language) => {
  test('has the texts that English has', () => {
    expect([...stems(language)].sort()).toEqual([...stems('en')].sort());
  });

  test('has every form of its plurals', () => {
    const forms = new Intl.PluralRules(language).resolvedOptions().pluralCategories;
    const plurals = Object.keys(ENGLISH)
      .filter((key) => PLURAL.test(key))
      .map(stem);
    const wanted = [...new Set(plurals)].flatMap((key) => forms.map((form) => `${key}_${form}`));
    expect(wanted.filter((key) => !messagesOf(language)[key])).toEqual([]);
  });

  test('fills the same places', () => {
    const other = messagesOf(language);
    const different = Object.keys(other).filter((key) => {
      const english = ENGLISH[key] ?? ENGLISH[`${stem(key)}_other`];
      const [ours, theirs] = [slots(other[key]?.message ?? ''), slots(english?.message ?? '')];
      // "One paper" need not say the number again.
      return ours.join() !== theirs.join() && !/_(?:one|zero)$/.test(key);
    });
    expect(different).toEqual([]);
  });
});

test('every text is used somewhere', () => {
  const code = sources();
  // A key may be put together from its beginning: t(`status_${status}`).
  const beginnings = [...code.matchAll(/`([a-zA-Z]\w*_)\$\{/g)].map(([, start = '']) => start);
  const unused = [...stems('en')].filter(
    (key) =>
      !new RegExp(`['"\`]${key}['"\`]|__MSG_${key}__`).test(code) &&
      !beginnings.some((start) => key.startsWith(start)),
  );
  expect(unused).toEqual([]);
});

test('texts are filled with values as they are, and with numbers as people write them', () => {
  expect(plural('papers', 1)).toBe('1 paper');
  expect(plural('papers', 1234)).toBe('1,234 papers');
  expect(t('panelDecided', 1234, '5678')).toBe('1,234 of 5678 decided');
  expect(t('extensionName')).toBe('Winnow');
  expect(formatNumber(1234.5)).toBe('1,234.5');
  expect(language()).toBe('en');
});

test('quoted text that runs from right to left does not turn around what follows it', () => {
  expect(t('done_tag', 'قراءة')).toBe('Tagged “\u2068قراءة\u2069”');
  expect(t('done_tag', 'lire')).toBe('Tagged “lire”');
  expect(t('rowNamed_star', 'قراءة'), 'names stay as they are').toBe('Star: قراءة');
});

test('a page of ours says which language it is in', () => {
  const root = { lang: '' } as HTMLElement;
  setDocumentLanguage(root);
  expect(root.lang).toBe('en');
});

test('a day without time is the same day everywhere', () => {
  expect(formatDate('2026-11-01')).toBe('Nov 1, 2026');
});

test('a worker, which is given no texts by the browser, reads those of the language it is named for', async () => {
  const asked: string[] = [];
  const { i18n } = browser;
  Object.assign(browser, { i18n: undefined });
  vi.stubGlobal('self', { name: 'de' });
  vi.stubGlobal('location', { origin: 'chrome-extension://id' });
  vi.stubGlobal(
    'XMLHttpRequest',
    class {
      readonly responseText = JSON.stringify(messagesOf('de'));
      open(_: string, url: URL) {
        asked.push(url.href);
      }
      send() {}
    },
  );
  vi.resetModules();
  try {
    const worker = await import('@/lib/i18n');
    expect(worker.t('filterEmptyIs', 'is', 'starred')).toBe(
      'Schreiben Sie hinter "is:", welche: starred.',
    );
    expect(worker.plural('papers', 2)).toBe('2 Arbeiten');
    expect(asked).toEqual(['chrome-extension://id/_locales/de/messages.json']);
  } finally {
    Object.assign(browser, { i18n });
    vi.unstubAllGlobals();
  }
});

/** What `browser.i18n` is in a page that the extension has left behind; which one differs with the moment. */
const LEFT_BEHIND = {
  'throws at each call': {
    getMessage() {
      throw new Error('Extension context invalidated.');
    },
  },
  'is gone': undefined,
};

test.each(Object.entries(LEFT_BEHIND))(
  'in a page that the extension has left behind, where the browser’s part %s, texts asked for before stay',
  async (_, i18n) => {
    const whole = { i18n: browser.i18n, runtime: browser.runtime };
    const request = vi.fn();
    vi.stubGlobal('document', {});
    vi.stubGlobal('XMLHttpRequest', request);
    vi.resetModules();
    try {
      const page = await import('@/lib/i18n');
      const before = page.t('rowOutdated');
      Object.assign(browser, { i18n, runtime: {} });
      expect(before).not.toBe('');
      expect(page.t('rowOutdated')).toBe(before);
      expect(page.t('panelFold')).toBe('');
      expect(page.plural('papers', 2)).toBe('');
      expect(request, 'nothing is asked of the page’s own site').not.toHaveBeenCalled();
    } finally {
      Object.assign(browser, whole);
      vi.unstubAllGlobals();
    }
  },
);
