import { cleanup, render, screen, waitFor } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { afterEach, expect, test } from 'vitest';
import { Statistics } from '@/components/statistics/statistics';
import { openDatabase } from '@/lib/connections/open-database';
import { createCommands } from '@/lib/library/commands/commands';
import type { Change } from '@/lib/protocol/change';
import { idOf, makePaper } from '../helpers/papers';

const DAY = 24 * 3_600_000;
const db = openDatabase();

afterEach(async () => {
  cleanup();
  await Promise.all(db.tables.map((table) => table.clear()));
});

async function decide(n: number, daysAgo: number, change: Change): Promise<void> {
  const commands = createCommands(db, () => Date.now() - daysAgo * DAY);
  const paper = makePaper({ id: idOf(n), categories: ['cs.LG'] });
  const entries = [{ id: paper.id, paper }];
  const answer = await commands.run({ op: crypto.randomUUID(), change, papers: entries });
  expect(answer.ok).toBe(true);
}

const STAR: Change = { kind: 'star', value: true };
const READ: Change = { kind: 'status', value: 'read' };

/** The figure of this title. By role it would take seconds: there are hundreds of marks. */
async function chart(name: string): Promise<HTMLElement> {
  const title = await screen.findByText(name, { selector: 'figcaption' });
  const figure = title.closest('figure');
  expect(figure?.getAttribute('aria-labelledby')).toBe(title.id);
  return figure as HTMLElement;
}

test('all that the charts show is in tables, the charts themselves are for eyes alone', async () => {
  await decide(1, 20, STAR);
  await decide(2, 20, STAR);
  await decide(1, 10, READ);
  const { container } = render(<Statistics />);
  const names = [
    ...['A year of days', 'Added against read, each week'],
    ...['Time on the list', 'Topics over time'],
  ];
  for (const name of names) {
    expect((await chart(name)).querySelector('table')).not.toBeNull();
  }
  for (const svg of container.querySelectorAll('svg')) {
    expect(svg.closest('[aria-hidden="true"]')).not.toBeNull();
  }
  const cells = (await chart('A year of days')).querySelectorAll('td');
  expect([...cells].map((cell) => cell.textContent)).toEqual(['0', '1', '2', '0']); // the latest day first
});

test('a change made elsewhere shows at once', async () => {
  await decide(1, 3, STAR);
  render(<Statistics />);
  const waits = await chart('Time on the list');
  expect(waits.textContent).toContain('Median: added 3 days ago.');
  await decide(1, 1, READ);
  await waitFor(() => expect(waits.textContent).toContain('Median: read after 2 days.'));
  expect(waits.textContent).toContain('Nothing is waiting: all papers are read.');
});

test('the calendar is walked through by day and week, and stops at its ends', async () => {
  await decide(1, 8, STAR);
  const user = userEvent.setup();
  render(<Statistics />);
  const day = await screen.findByLabelText('Day', { selector: '[role="slider"]' });
  day.focus();
  await user.keyboard('{ArrowLeft}{ArrowUp}');
  expect(day.getAttribute('aria-valuetext')).toMatch(/: 1 added, 0 read$/);
  await user.keyboard('{ArrowDown}');
  expect(day.getAttribute('aria-valuetext')).toMatch(/: nothing added or read$/);
  await user.keyboard('{End}{ArrowRight}');
  expect(day.getAttribute('aria-valuenow')).toBe('364');
  await user.keyboard('{Home}{ArrowUp}');
  expect(day.getAttribute('aria-valuenow')).toBe('0');
});
