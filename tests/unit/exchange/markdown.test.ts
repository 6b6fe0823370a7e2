// @vitest-environment node

import fc from 'fast-check';
import { unzipSync } from 'fflate';
import { expect, test } from 'vitest';
import { parse } from 'yaml';
import { createFileNames } from '@/lib/exchange/formats/file-names';
import { writeMarkdownList } from '@/lib/exchange/formats/markdown-list';
import { obsidianFiles } from '@/lib/exchange/formats/obsidian';
import { createZip } from '@/lib/exchange/zip';
import { MAX_ZIP_FILES } from '@/lib/exchange/zip-limit';
import { anyRecord, makeRecord, written } from '../../helpers/exchange';

const full = makeRecord(
  {
    title: 'On *stars*: $\\ell_2$ and <b>',
    authors: ['Ada Lovelace', 'Bob_Hope'],
    abstract: 'Costs $5. [x](y)',
    date: '2026-11-05',
  },
  { starred: true, status: 'read', tags: ['to read', '2024'], note: '- **mine**\n- two' },
);

test('a list is what people expect', () => {
  const text = written(writeMarkdownList, [full, makeRecord({ id: 'title:x', title: '1. One' })]);
  expect(text).toMatchInlineSnapshot(`
    "- [On \\*stars\\*: $\\ell_2$ and \\<b\\>](<https://arxiv.org/abs/2611.00001>)  
      Ada Lovelace, Bob\\_Hope · Nov 5, 2026 · ★ · Read · #2024 #to-read

      > - **mine**
      > - two

    - 1\\. One
    "
  `);
});

test('a file is what Obsidian expects', () => {
  const [file] = [...obsidianFiles([full])];
  expect(file?.name).toBe('On stars - ell_2 and b.md');
  expect(file?.text).toMatchInlineSnapshot(`
    "---
    title: "On *stars*: $\\\\ell_2$ and <b>"
    authors:
      - "Ada Lovelace"
      - "Bob_Hope"
    date: 2026-11-05
    arxiv: "2611.00001"
    url: "https://arxiv.org/abs/2611.00001"
    starred: true
    status: "read"
    tags:
      - "_2024"
      - "to-read"
    ---

    # On \\*stars\\*: $\\ell_2$ and \\<b\\>

    > [!abstract]
    > Costs \\$5. \\[x\\](y)

    ## Note

    - **mine**
    - two
    "
  `);
});

test('another program reads the properties, whatever they are', () => {
  fc.assert(
    fc.property(anyRecord, fc.string({ unit: 'binary' }), (record, organization) => {
      const odd = { ...record, meta: { ...record.meta, organization } };
      const [{ text } = { text: '' }] = [...obsidianFiles([odd])];
      const [, head = ''] = /^---\n(.*?\n)---\n/s.exec(text) ?? [];
      const properties = parse(head);
      expect(properties.title).toBe(record.meta.title);
      expect(properties.authors ?? []).toEqual(record.meta.authors);
      expect(properties.organization).toBe(organization);
      expect(properties.starred).toBe(record.triage.starred);
      for (const tag of properties.tags ?? [])
        expect(tag).toMatch(/^[^\s#,.[\]"']*[^\d\s][^\s#,.[\]"']*$/u);
    }),
  );
});

test('every paper has a file of its own, with a name that every system takes', () => {
  const titles = [
    'A',
    'a',
    'Ａ',
    'CON',
    'con.x',
    '..',
    '',
    'a/b\\c',
    'x'.repeat(500),
    '🙂'.repeat(99),
    'A: b?',
    '\u0080',
  ];
  fc.assert(
    fc.property(
      fc.array(fc.oneof(fc.constantFrom(...titles), fc.string({ unit: 'binary' }))),
      (all) => {
        const nameOf = createFileNames();
        const names = all.map((title, n) => nameOf(title, `2611.${n}`));
        expect(new Set(names.map((name) => name.toLowerCase())).size).toBe(all.length);
        for (const name of names) {
          expect(new TextEncoder().encode(name).length).toBeLessThan(200);
          expect(name).not.toMatch(/[\p{Cc}<>:"/\\|?*#^[\]]|^[.\s]|[.\s]$/u);
          expect(name).not.toMatch(/^(?:con|aux|nul|prn)(?:\.|$)/i);
        }
      },
    ),
  );
});

test('another program takes the files out of the archive, however many it may hold', async () => {
  async function* files(count: number) {
    for (let n = 0; n < count; n += 1) yield { name: `Ä ${n}.md`, text: n % 2 ? `図 ${n}` : '' };
  }
  const blob = await createZip(files(3), new AbortController().signal);
  const inside = unzipSync(new Uint8Array(await blob.arrayBuffer()));
  const text = (name: string) => new TextDecoder().decode(inside[name]);
  expect(Object.keys(inside)).toEqual(['Ä 0.md', 'Ä 1.md', 'Ä 2.md']);
  expect(text('Ä 1.md')).toBe('図 1');
  const most = unzipSync(
    new Uint8Array(
      await (await createZip(files(MAX_ZIP_FILES), new AbortController().signal)).arrayBuffer(),
    ),
  );
  expect(Object.keys(most)).toHaveLength(MAX_ZIP_FILES);
  expect(most[`Ä ${MAX_ZIP_FILES - 1}.md`]).toHaveLength(9);
});

test('an archive is given up when nobody wants it any more', async () => {
  const stop = new AbortController();
  let made = 0;
  async function* files() {
    for (; made < 1_000; made += 1) {
      if (made === 10) stop.abort();
      yield { name: `${made}.md`, text: 'x' };
    }
  }
  await expect(createZip(files(), stop.signal)).rejects.toThrow();
  expect(made).toBeLessThan(100);
});
