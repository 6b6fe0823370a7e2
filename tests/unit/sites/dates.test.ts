// @vitest-environment node
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { parseArxivDay, parseHuggingFaceDay, parseTimestampDay } from '@/lib/sites/dates';

const anyDate = fc.date({
  min: new Date('1991-08-14'),
  max: new Date('2099-12-31'),
  noInvalidDate: true,
});

const isoOf = (date: Date) => date.toISOString().slice(0, 10);

function inWords(date: Date, month: 'short' | 'long') {
  const format = new Intl.DateTimeFormat('en-US', {
    day: 'numeric',
    month,
    year: 'numeric',
    timeZone: 'UTC',
  });
  const part = (type: string) => format.formatToParts(date).find((p) => p.type === type)?.value;
  return { day: part('day'), month: part('month'), year: part('year') };
}

describe('arxivDay', () => {
  it.each([
    ['Fri, 20 Nov 2026 (showing 18 of 18 entries )', '2026-11-20'],
    ['Showing new listings for Friday, 6 March 2026', '2026-03-06'],
    ['Catchup results for Machine Learning on Thu, 05 Nov 2026', '2026-11-05'],
    ['Submitted 30 August, 2026; originally announced August 2026.', '2026-08-30'],
    ['[Submitted on 4 Jan 1999 (v1), last revised 5 Jan 1999 (this version, v2)]', '1999-01-04'],
    ['Submitted in October 2026', null],
    ['31 Feb 2026', null],
    ['12 Xyz 2026', null],
    ['', null],
  ])('reads %j', (text, day) => {
    expect(parseArxivDay(text)).toBe(day);
  });

  it('reads every day, with long and short months', () => {
    fc.assert(
      fc.property(anyDate, fc.constantFrom('short' as const, 'long' as const), (date, length) => {
        const { day, month, year } = inWords(date, length);
        expect(parseArxivDay(`on ${day} ${month} ${year}.`)).toBe(isoOf(date));
      }),
    );
  });
});

describe('huggingFaceDay', () => {
  it.each([
    ['Nov 17, 2025', 'arxiv:2511.11551', '2025-11-17'],
    ['Nov 17', 'arxiv:2611.11551', '2026-11-17'],
    ['Jul 9', 'arxiv:2607.27177', '2026-07-09'],
    ['Dec 31', 'arxiv:2601.00017', '2025-12-31'],
    ['Jan 1', 'arxiv:2512.25000', '2026-01-01'],
    ['Nov 17', 'arxiv:hep-th/9901001', null],
    ['Nov 17', 'title:something', null],
    ['Nov 31', 'arxiv:2611.11551', null],
    ['Novel 17 things', 'arxiv:2611.11551', null],
    ['', 'arxiv:2611.11551', null],
  ] as const)('reads %j of %s', (text, id, day) => {
    expect(parseHuggingFaceDay(text, id)).toBe(day);
  });

  it('reads every day', () => {
    fc.assert(
      fc.property(anyDate, (date) => {
        const { day, month, year } = inWords(date, 'short');
        expect(parseHuggingFaceDay(`${month} ${day}, ${year}`, 'arxiv:2611.11551')).toBe(
          isoOf(date),
        );
      }),
    );
  });
});

describe('stampDay', () => {
  it.each([
    ['2026-11-19T00:00:00.000Z', '2026-11-19'],
    ['2026-11-19', '2026-11-19'],
    ['2026-13-19', null],
    ['2026-11-19.', null],
    ['yesterday', null],
  ])('reads %j', (stamp, day) => {
    expect(parseTimestampDay(stamp)).toBe(day);
  });
});
