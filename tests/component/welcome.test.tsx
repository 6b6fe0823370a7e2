import { act, render, screen, waitFor, within } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { beforeEach, expect, test, vi } from 'vitest';
import { browser } from 'wxt/browser';
import { fakeBrowser } from 'wxt/testing/fake-browser';
import { useKeys } from '@/components/keys/use-keys';
import { useRoute } from '@/components/shell/route';
import { Welcome } from '@/components/welcome/welcome';
import { DEFAULT_KEYS } from '@/lib/settings/keys';
import { chosenListings } from '@/lib/settings/settings';
import { fakeBackground } from '../helpers/messaging';

/** The page at its address, as the library page shows it. */
function Page() {
  return <Welcome params={useRoute().params} />;
}

function open(step?: string) {
  location.hash = step ? `#/welcome?step=${step}` : '#/welcome';
  render(<Page />);
  return userEvent.setup();
}

const step = (name: string) => screen.getByRole('button', { name: new RegExp(`^${name}`) });
const isOpen = (name: string) => step(name).getAttribute('aria-expanded') === 'true';
const STEPS = ['Pin the icon', 'Choose what you read', 'Bring the papers', 'Try the keys'];

beforeEach(() => {
  fakeBrowser.reset();
  HTMLElement.prototype.showPopover = () => {};
  Object.assign(browser, { action: undefined });
  useKeys.setState(DEFAULT_KEYS);
});

test('three pictures say what Winnow does, also to those who cannot see them', () => {
  open();
  const pictures = screen.getAllByRole('img', { name: /./ });
  expect(pictures.map((one) => one.getAttribute('aria-label')?.length ?? 0)).toEqual([
    expect.any(Number),
    expect.any(Number),
    expect.any(Number),
  ]);
  expect(screen.getByText('Decide on the page')).toBeTruthy();
});

test('each step can be skipped; the address follows, and so does the focus', async () => {
  Object.assign(browser, { action: { getUserSettings: async () => ({ isOnToolbar: false }) } });
  const user = open();
  await screen.findByText('It is not in the toolbar yet.');
  expect(STEPS.map(isOpen)).toEqual([true, false, false, false]);
  await user.click(screen.getByRole('button', { name: 'Skip' }));
  expect(location.hash).toBe('#/welcome?step=listings');
  expect(document.activeElement).toBe(step('Choose what you read'));
  await user.click(await screen.findByRole('button', { name: 'Next' }));
  await user.click(screen.getByRole('button', { name: 'Skip' }));
  await user.click(screen.getByRole('button', { name: 'Skip' }));
  expect(STEPS.map(isOpen)).toEqual([false, false, false, false]);
  expect(document.activeElement).toBe(screen.getByRole('heading', { name: 'Ready' }));
  // What was done has a mark, what was skipped has none.
  expect(STEPS.map((name) => step(name).textContent?.includes('(done)'))).toEqual([
    ...[false, true, false, false],
  ]);
  await user.click(step('Bring the papers'));
  expect(isOpen('Bring the papers')).toBe(true);
});

test('an address opens the step that it names', () => {
  open('keys');
  expect(STEPS.map(isOpen)).toEqual([false, false, false, true]);
});

test('says live whether the icon is pinned', async () => {
  let isOnToolbar = false;
  const listeners = new Set<() => void>();
  Object.assign(browser, {
    action: {
      getUserSettings: async () => ({ isOnToolbar }),
      onUserSettingsChanged: {
        addListener: (listener: () => void) => listeners.add(listener),
        removeListener: (listener: () => void) => listeners.delete(listener),
      },
    },
  });
  open();
  await screen.findByText('It is not in the toolbar yet.');
  expect(screen.getByText(/puzzle piece/)).toBeTruthy();
  isOnToolbar = true;
  for (const listener of listeners) listener();
  await screen.findByText('It is in the toolbar.');
  expect(screen.queryByText(/puzzle piece/)).toBeNull();
  expect(screen.getByRole('button', { name: 'Next' })).toBeTruthy();
});

test('where the browser tells of no change, it is looked at again when the window is back', async () => {
  let isOnToolbar = false;
  Object.assign(browser, { action: { getUserSettings: async () => ({ isOnToolbar }) } });
  open();
  await screen.findByText('It is not in the toolbar yet.');
  isOnToolbar = true;
  act(() => void dispatchEvent(new Event('focus')));
  await screen.findByText('It is in the toolbar.');
});

test('listings are found, chosen and removed; links to today’s papers follow', async () => {
  const user = open('listings');
  const links = () => screen.getAllByRole('link').map((one) => one.textContent);
  await screen.findByRole('link', { name: 'Today on arXiv cs.LG' });
  await user.type(screen.getByRole('searchbox'), 'algebraic geom');
  await user.click(screen.getByRole('checkbox', { name: 'math.AG Algebraic Geometry' }));
  await screen.findByRole('link', { name: 'Today on arXiv math.AG' });
  await user.click(screen.getByRole('button', { name: 'Remove: cs.LG' }));
  await user.click(screen.getByRole('switch', { name: 'Daily papers on Hugging Face' }));
  await waitFor(() => expect(links()).toEqual(['Today on arXiv math.AG']));
  expect(await chosenListings.getValue()).toEqual({ arxiv: ['math.AG'], huggingface: false });
  expect(screen.getByRole('link', { name: /math\.AG/ }).getAttribute('href')).toBe(
    'https://arxiv.org/list/math.AG/new',
  );
  await user.clear(screen.getByRole('searchbox'));
  await user.type(screen.getByRole('searchbox'), 'no such thing');
  expect(screen.getByText(/^No category has these words\./)).toBeTruthy();
});

test('if none is chosen, the way to the choice is offered instead', async () => {
  await chosenListings.setValue({ arxiv: [], huggingface: false });
  open();
  await screen.findByRole('button', { name: 'Choose your listings' });
});

test('each program that papers come from has a line and leads to the import', () => {
  open('import');
  for (const name of ['PaperMemory', 'Zotero', 'BibTeX']) {
    expect(screen.getByRole('link', { name }).getAttribute('href')).toBe('#/import');
  }
});

test('the four keys are tried on made-up papers, and nothing is sent or stored', async () => {
  const background = fakeBackground();
  const set = vi.spyOn(browser.storage.local, 'set');
  const user = open('import');
  await user.click(screen.getByRole('button', { name: 'Skip' }));
  const sample = within(screen.getByRole('feed', { name: 'Made-up papers' }));
  const [first, second] = sample.getAllByRole('article');
  if (!first || !second) throw new Error('There are no sample papers.');
  expect(step('Try the keys')).toBe(document.activeElement);
  await user.tab();
  if (document.activeElement !== first) first.focus();

  const prompt = (text: string) => screen.getByText(text);
  prompt('Try it: press S (Star).');
  await user.keyboard('s');
  const star = within(first).getByRole('button', { name: /^Star: / });
  expect(star.getAttribute('aria-pressed')).toBe('true');
  prompt('Try it: press T (Tags).');
  await user.keyboard('t');
  const box = within(first).getByRole('combobox', { name: 'Add tag', hidden: true });
  await user.type(box, 'to discuss{Enter}');
  expect(within(first).getByText('to discuss', { selector: '.card-tags *' })).toBeTruthy();
  await user.type(box, '{Escape}');
  first.focus();
  prompt('Try it: press X (Dismiss, or bring back).');
  await user.keyboard('x');
  const dismiss = within(first).getByRole('button', { name: /^Dismiss: / });
  expect(dismiss.getAttribute('aria-pressed')).toBe('true');
  prompt('Try it: press J (Next paper).');
  await user.keyboard('j');
  expect(document.activeElement).toBe(second);
  screen.getByText(/^That is all it takes\./);
  expect(screen.getByRole('button', { name: 'Next' })).toBeTruthy();

  await user.keyboard('u');
  expect(dismiss.getAttribute('aria-pressed')).toBe('false');
  await user.keyboard('U');
  expect(background).not.toHaveBeenCalled();
  expect(set).not.toHaveBeenCalled();
});

test('the keys are those that the user chose', async () => {
  useKeys.setState({ ...DEFAULT_KEYS, keys: { ...DEFAULT_KEYS.keys, star: ['f'], tag: [] } });
  const user = open('keys');
  screen.getByText('Try it: press F (Star).');
  screen.getAllByRole('article')[0]?.focus();
  await user.keyboard('f');
  screen.getByText('Try it: press X (Dismiss, or bring back).'); // tags have no key
});
