import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { compileFilter } from '@/lib/filter/match';
import { parseFilter } from '@/lib/filter/parse';
import { type FieldText, passageAround, unseenPassage } from '@/lib/highlight/passage';
import { splitAtFormulas } from '@/lib/text/formulas';

const FILLER = 'The quick brown fox jumps over the lazy dog and runs on. ';
const LONG = `${FILLER.repeat(6)}A needle is here. ${FILLER.repeat(6)}`.trim();

function around(text: string, word: string): string {
  const start = text.indexOf(word);
  return passageAround(text, [start, start + word.length]);
}

describe('a passage', () => {
  test('of a short text is all of it', () => {
    expect(around('A needle is here.', 'needle')).toBe('A needle is here.');
  });

  test('of a long text is cut between words, on both sides', () => {
    const passage = around(LONG, 'needle');
    expect(passage).toMatch(/^… [A-Za-z].*A needle is here.*[a-z.] …$/);
    expect(passage.length).toBeLessThan(200);
    for (const word of passage.replaceAll('…', '').trim().split(' ')) expect(LONG).toMatch(word);
  });

  test('at the beginning or the end is cut on the other side alone', () => {
    expect(around(LONG, 'quick')).toMatch(/^The quick .* …$/);
    expect(passageAround(LONG, [LONG.length - 3, LONG.length])).toMatch(/^… .* runs on\.$/);
  });

  test('has its formulas whole', () => {
    const text = `${FILLER.repeat(2)}with $\\alpha + ${'\\beta + '.repeat(9)}1$ a needle. ${FILLER.repeat(4)}`;
    const passage = around(text, 'needle');
    const formulas = splitAtFormulas(passage).filter(({ formula }) => formula !== null);
    expect(formulas).toHaveLength(1);
  });

  test('has the match whole, and stands in the text', () => {
    const anyText = fc
      .array(fc.constantFrom('alpha', 'b', '$x^2$', 'gamma-delta', 'ε', '…', 'Zusammenfassung'), {
        minLength: 1,
        maxLength: 80,
      })
      .map((words) => words.join(' '));
    fc.assert(
      fc.property(anyText, fc.nat(), fc.nat({ max: 30 }), (text, at, length) => {
        const start = at % text.length;
        const end = Math.min(text.length, start + length + 1);
        const passage = passageAround(text, [start, end]);
        const isCut = { before: passage.startsWith('… '), after: passage.endsWith(' …') };
        const inner = passage.slice(isCut.before ? 2 : 0, isCut.after ? -2 : undefined);
        expect(text.includes(inner) || text.includes(passage)).toBe(true);
        expect(passage).toContain(text.slice(start, end).trim());
      }),
    );
  });
});

describe('the passage that says why a paper was found', () => {
  const ABSTRACT: FieldText = ['abstract', 'Diffusion models denoise. Attention helps.'];
  const passageFor = (query: string, hidden: FieldText[], shown: FieldText[] = []) =>
    unseenPassage(compileFilter(parseFilter(query).filter, null).find, hidden, shown);

  test.each<[string, FieldText[], FieldText | null]>([
    ['denoise', [['title', 'On models']], ABSTRACT],
    ['models', [['title', 'On models']], null],
    ['models denoise', [['title', 'On models']], ABSTRACT],
    ['abs:models', [['title', 'On models']], ABSTRACT],
    ['-denoise', [], null],
    ['is:starred', [], null],
    ['zebra', [], null],
    ['attention', [['tags', 'Attention']], null],
    ['atten', [['authors', 'A. Attenborough']], null],
  ])('%j, where %j is shown', (query, shown, passage) => {
    expect(passageFor(query, [ABSTRACT], shown)).toEqual(passage);
  });

  test('is that of the first hidden text with a match', () => {
    const authors: FieldText = ['authors', 'Ada Lovelace, Ben Helps'];
    expect(passageFor('ben', [ABSTRACT, authors])).toEqual(authors);
    expect(passageFor('helps', [ABSTRACT, authors])).toEqual(ABSTRACT);
    expect(passageFor('helps', [['abstract', '']])).toBeNull();
  });
});
