// @vitest-environment node
import { readFileSync } from 'node:fs';
import { expect, test } from 'vitest';
import { COLOURS, type Colour, colourName, colourNamed } from '@/lib/protocol/colours';

const css = ['highlights', 'marks']
  .map((name) => readFileSync(`components/triage-row/${name}.css`, 'utf8'))
  .join('\n');
const ofPages = readFileSync('components/rules-editor/rule-colours.css', 'utf8');

function luminance(hex: string): number {
  const [r = 0, g = 0, b = 0] = [1, 3, 5].map((at) => {
    const value = Number.parseInt(hex.slice(at, at + 2), 16) / 255;
    return value <= 0.04045 ? value / 12.92 : ((value + 0.055) / 1.055) ** 2.4;
  });
  return 0.2126 * r + 0.7152 * g + 0.0722 * b;
}

const valuesOf = (name: string) =>
  [...css.matchAll(new RegExp(`${name}: (#\\w{6});`, 'g'))].map((m) => m[1] ?? '');

test.each(COLOURS.map((name, i) => [name, i + 1] as const))(
  '%s is readable in light and dark',
  (_, number) => {
    const grounds = valuesOf(`--winnow-rule-${number}`);
    const inks = valuesOf(`--winnow-rule-${number}-ink`);
    expect([grounds.length, inks.length]).toEqual([2, 2]);
    grounds.forEach((ground, i) => {
      const [dark = 0, light = 0] = [luminance(ground), luminance(inks[i] ?? '')].sort(
        (a, b) => a - b,
      );
      expect((light + 0.05) / (dark + 0.05)).toBeGreaterThanOrEqual(4.5);
    });
  },
);

test.each(COLOURS.map((name, i) => [name, i + 1] as const))(
  '%s looks on extension pages as it does on listings',
  (_, number) => {
    const block =
      ofPages.match(new RegExp(`\\[data-colour="${number}"\\] \\{([^}]+)\\}`))?.[1] ?? '';
    const both = (name: string) => `light-dark(${valuesOf(name).join(', ')})`;
    expect(block).toContain(`--rule-ground: ${both(`--winnow-rule-${number}`)};`);
    expect(block).toContain(`--rule-ink: ${both(`--winnow-rule-${number}-ink`)};`);
    const line = css.match(
      new RegExp(`::highlight\\(winnow-line-${number}\\) \\{[^}]*underline ([^;]+);`),
    )?.[1];
    expect(block).toContain(`--rule-line: ${line};`);
  },
);

test('each has an underline of its own', () => {
  const lines = [...css.matchAll(/text-decoration: ([^;]+);/g)].map((match) => match[1]);
  expect(new Set(lines).size).toBe(COLOURS.length);
});

test('a colour is found by its name', () => {
  COLOURS.forEach((name, i) => {
    expect(colourNamed(name.toUpperCase())).toBe(i + 1);
    expect(colourName((i + 1) as Colour)).toBe(name);
  });
  expect(colourNamed('pink')).toBeNull();
});
