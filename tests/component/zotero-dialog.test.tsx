import { render, screen } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { beforeEach, expect, test, vi } from 'vitest';
import { fakeBrowser } from 'wxt/testing/fake-browser';
import { SendToZotero } from '@/components/zotero/send-to-zotero';
import { ZoteroOption } from '@/components/zotero/zotero-option';
import { library } from '@/lib/connections/library';
import type { PaperId } from '@/lib/paper';
import type { ZoteroAnswer, ZoteroBatch, ZoteroTarget } from '@/lib/protocol/zotero';
import { zoteroPattern } from '@/lib/protocol/zotero-origin';
import { fakeBackground } from '../helpers/messaging';
import { idOf } from '../helpers/papers';
import { fakePermissions } from '../helpers/permissions';

const READING: ZoteroTarget = { library: 'My Library', collection: 'Reading', isEditable: true };

/** What Zotero was sent, in batches. */
const batches: ZoteroBatch[] = [];
/** What was sent before. */
let sent: PaperId[];
let target: ZoteroTarget;
/** What comes back of each batch; after these, all are saved. */
let answers: (ZoteroAnswer<object> | Promise<ZoteroAnswer<object>>)[];
let granted: Set<string>;
const user = userEvent.setup();

beforeEach(() => {
  fakeBrowser.reset();
  granted = fakePermissions();
  granted.add(zoteroPattern(false));
  batches.length = 0;
  sent = [];
  answers = [];
  target = READING;
  HTMLDialogElement.prototype.showModal = function () {
    this.open = true;
  };
  vi.spyOn(library, 'sentToZotero').mockImplementation(async () => sent);
  fakeBackground().mockImplementation(async ({ winnow, payload }) => {
    if (winnow === 'zoteroTarget') return { answer: { ok: true, target } };
    const batch = payload as ZoteroBatch;
    batches.push(batch);
    const answer = await (answers.shift() ?? { ok: true });
    if (answer.ok) sent.push(...batch.papers.map(({ id }) => id));
    return { answer };
  });
});

async function open(count: number): Promise<void> {
  const papers = Array.from({ length: count }, (_, n) => ({ id: idOf(n), paper: null }));
  render(<SendToZotero className="button" papers={async () => papers} />);
  await user.click(screen.getByRole('button', { name: 'Send to Zotero' }));
}

const press = async (name: string) => user.click(await screen.findByRole('button', { name }));
const isEnabled = (name: string) =>
  !screen.getByRole<HTMLButtonElement>('button', { name }).disabled;
const sizes = () => batches.map(({ papers }) => papers.length);

test('the user is asked for permission first; a refusal can be thought over', async () => {
  granted.clear();
  const will = { grants: false };
  granted = fakePermissions(will);
  await open(2);
  await press('Allow');
  expect((await screen.findByRole('alert')).textContent).toMatch(/^Without your permission/);
  will.grants = true;
  await press('Allow');
  await press('Send 2 papers');
  await screen.findByText('Sent 2 papers to “Reading”.');
});

test('what was sent before stays out, unless it is asked for', async () => {
  sent = [idOf(0), idOf(1), idOf(2)];
  await open(12);
  await screen.findByRole('button', { name: 'Send 9 papers' });
  expect(isEnabled('Send 9 papers')).toBe(true);
  await user.click(
    screen.getByRole('checkbox', { name: '3 of 12 were sent before: send them again too' }),
  );
  await press('Send 12 papers');
  await screen.findByText('Sent 12 papers to “Reading”.');
  expect(sizes()).toEqual([12]);
});

test('one that was sent before needs a second thought', async () => {
  sent = [idOf(0)];
  await open(1);
  await screen.findByRole('button', { name: 'Nothing new to send' });
  expect(isEnabled('Nothing new to send')).toBe(false);
  await user.click(
    screen.getByRole('checkbox', { name: 'This paper was sent before: send it again' }),
  );
  await press('Send 1 paper');
  await screen.findByText('Sent 1 paper to “Reading”.');
});

test('after a failure in the middle the others are sent, and none twice', async () => {
  sent = [idOf(0)];
  const failed = { ok: false, problem: 'failed', message: 'It failed.' } as const;
  answers = [{ ok: true }, failed];
  await open(60);
  await user.click(await screen.findByRole('checkbox'));
  await press('Send 60 papers');
  expect((await screen.findByRole('alert')).textContent).toBe('It failed.');
  screen.getByText(/^Before that 25 of 60 papers were sent/);
  await press('Try again');
  await press('Send 35 papers');
  await screen.findByText('Sent 35 papers to “Reading”.');
  expect(sizes()).toEqual([25, 25, 25, 10]);
  expect(batches[2]?.session).not.toBe(batches[1]?.session);
  expect(batches[2]?.papers).toEqual(batches[1]?.papers);
});

test('a batch that may have arrived keeps its name, so that Zotero takes it once', async () => {
  answers = [{ ok: false, problem: 'time-out', message: 'No answer.' }];
  await open(30);
  await press('Send 30 papers');
  await screen.findByRole('alert');
  await press('Try again');
  await press('Send 30 papers');
  await screen.findByText('Sent 30 papers to “Reading”.');
  expect(sizes()).toEqual([25, 25, 5]);
  expect(batches[1]).toEqual(batches[0]);
});

test('it can be stopped; the batch that is on its way is waited for', async () => {
  let arrive = (_: { ok: true }) => {};
  answers = [
    new Promise((resolve) => {
      arrive = resolve;
    }),
  ];
  await open(30);
  await press('Send 30 papers');
  await screen.findByRole('progressbar', { name: '0 of 30 papers' });
  await press('Stop');
  arrive({ ok: true });
  await screen.findByText('Stopped: 25 of 30 papers were sent.');
  expect(sizes()).toEqual([25]);
});

test('into what can only be read nothing is sent', async () => {
  target = { ...READING, isEditable: false };
  await open(2);
  expect((await screen.findByRole('alert')).textContent).toMatch(/Choose another collection/);
  expect(isEnabled('Send 2 papers')).toBe(false);
  target = { ...READING, collection: null };
  await press('Look again');
  await screen.findByText('Into “My Library”');
  await press('Send 2 papers');
  await screen.findByText('Sent 2 papers to “My Library”.');
});

test('the settings show the permission, and take it back', async () => {
  render(<ZoteroOption />);
  await screen.findByText(/^Winnow may send papers to Zotero/);
  await press('Withdraw');
  await screen.findByText(/^Winnow may not reach Zotero/);
  expect(granted.size).toBe(0);
  await press('Allow');
  await screen.findByText(/^Winnow may send papers to Zotero/);
});
