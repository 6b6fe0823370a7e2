// @vitest-environment node
import { readFileSync } from 'node:fs';
import { expect, test } from 'vitest';
import { codeIn, readChangelog } from '@/components/releases/read-changelog';

const TEXT = `# Changelog

What changed for people who use Winnow.

## Unreleased

### Added

- One thing, which takes
  two lines.
- Another: \`e\` does it.

- A third, after a gap.

### Fixed

- What was wrong.

## [1.0.0] - 2026-12-01

### Added

- All of it.
`;

test('a changelog is read version by version, and points over several lines are whole', () => {
  expect(readChangelog(TEXT)).toEqual([
    {
      name: null,
      parts: [
        {
          title: 'Added',
          points: [
            'One thing, which takes two lines.',
            'Another: `e` does it.',
            'A third, after a gap.',
          ],
        },
        { title: 'Fixed', points: ['What was wrong.'] },
      ],
    },
    { name: '1.0.0 - 2026-12-01', parts: [{ title: 'Added', points: ['All of it.'] }] },
  ]);
});

test('code in a text stands apart', () => {
  expect(codeIn('Press `e` now.')).toEqual([
    { text: 'Press ', isCode: false },
    { text: 'e', isCode: true },
    { text: ' now.', isCode: false },
  ]);
});

test('every line of ours is shown, and none uses more of Markdown than that', () => {
  const ours = readFileSync('CHANGELOG.md', 'utf8');
  const versions = readChangelog(ours);
  const points = versions.flatMap(({ parts }) => parts.flatMap((part) => part.points));
  expect(points).toHaveLength([...ours.matchAll(/^- /gm)].length);
  expect(points.filter((point) => /\*\*|\]\(|^#/.test(point))).toEqual([]);
  const read = points.join(' ').split(' ').length;
  const [, body = ''] = /(## Unreleased[\s\S]*)/.exec(ours) ?? [];
  const written = body.replace(/^(##+ .*|- )/gm, '').match(/\S+/g)?.length;
  expect(read).toBe(written);
});
