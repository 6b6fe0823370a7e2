// @vitest-environment node

import fc from 'fast-check';
import { unzipSync } from 'fflate';
import { expect, test } from 'vitest';
import { exportPapers, type ReadPapers } from '@/lib/exchange/export-papers';
import { FORMAT_NAMES, formatOf } from '@/lib/exchange/formats';
import { makeRecord } from '../../helpers/exchange';
import { idOf } from '../../helpers/papers';

/** Numbered from 1; all come to the same key. */
const records = Array.from({ length: 1_300 }, (_, n) =>
  makeRecord({ id: idOf(n), title: 'Deep', authors: ['A Li'], date: '2026' }, {}, 0, n + 1),
);
const byNum = new Map(records.map((record) => [record.num, record]));

/** As the library reads: later, and in no order. */
const read: ReadPapers = async (nums) => {
  await Promise.resolve();
  const sorted = [...nums].sort((a, b) => b - a);
  return new Map(sorted.flatMap((num) => (byNum.has(num) ? [[num, byNum.get(num) as never]] : [])));
};

/** Without the moment at which it was written. */
const timeless = (text: string) => text.replace(/"exported":"[^"]*"/, '');

const options = () => ({ signal: new AbortController().signal, report: () => {} });

test.each(FORMAT_NAMES)('%s has all papers, whatever is read at a time', async (format) => {
  const counts = fc.constantFrom(0, 1, 99, 100, 101, 200, 1_300);
  await fc.assert(
    fc.asyncProperty(counts, async (count) => {
      const nums = records.slice(0, count).map(({ num }) => num);
      const file = await exportPapers(format, nums, read, options());
      const output = await formatOf(format).load();
      if ('files' in output) {
        const names = Object.keys(unzipSync(new Uint8Array(await file.arrayBuffer())));
        expect(names).toEqual([...output.files(records.slice(0, count))].map(({ name }) => name));
      } else {
        const bytes = Buffer.from(await file.arrayBuffer());
        const written = [...output.write(records.slice(0, count))].join('');
        expect(timeless(bytes.toString())).toBe(timeless(written));
      }
    }),
    { numRuns: 7 },
  );
});

test('keys do not depend on the order of the list; a table is in its order', async () => {
  const nums = [3, 1, 2];
  const bibtex = await (await exportPapers('bibtex', nums, read, options())).text();
  expect(bibtex.match(/eprint = \{(.*)\}/g)).toEqual(
    ['0', '1', '2'].map((n) => `eprint = {2611.0000${n}}`),
  );
  const csv = await (await exportPapers('csv', nums, read, options())).text();
  expect(csv.match(/,2611\.\d+,/g)).toEqual([',2611.00002,', ',2611.00000,', ',2611.00001,']);
});

test('papers that are gone are left out', async () => {
  const file = await exportPapers('csl', [1, 99_999, 2], read, options());
  expect(JSON.parse(await file.text())).toHaveLength(2);
});

test('says how far it is, and stops when it is given up', async () => {
  const nums = records.map(({ num }) => num);
  const told: number[] = [];
  const stop = new AbortController();
  let reads = 0;
  const exporting = exportPapers(
    'ris',
    nums,
    (some) => {
      reads += 1;
      if (reads === 3) stop.abort();
      return read(some);
    },
    { signal: stop.signal, report: (done) => told.push(done) },
  );
  await expect(exporting).rejects.toThrow();
  expect(reads).toBe(3);
  expect(told).toEqual([0, 100, 200]);
});

test('a library that cannot be read is told', async () => {
  const failing = () => Promise.reject(new Error('closed'));
  await expect(exportPapers('csv', [1], failing, options())).rejects.toThrow('closed');
});

test('of records by earlier versions, what they lack is unknown', async () => {
  const [known, lacking] = [1, 2].map((n) => makeRecord({ id: idOf(1) }, {}, 0, n));
  if (!known || !lacking) throw new Error('There are two.');
  const { codeUrl, codeStars, projectUrl, aiSummary, doi, ...older } = lacking.meta;
  const old = { ...lacking, num: 1, meta: older } as never;
  for (const format of FORMAT_NAMES) {
    const [file, same] = await Promise.all(
      [old, known].map(async (record) => {
        const only: ReadPapers = async () => new Map([[1, record]]);
        return new Uint8Array(
          await (await exportPapers(format, [1], only, options())).arrayBuffer(),
        );
      }),
    );
    const textOf = (bytes: Uint8Array = new Uint8Array()) =>
      'zip' === formatOf(format).extension
        ? Object.values(unzipSync(bytes)).map((one) => new TextDecoder().decode(one))
        : JSON.stringify(timeless(new TextDecoder().decode(bytes)));
    expect([format, textOf(file)]).toEqual([format, textOf(same)]);
  }
});
