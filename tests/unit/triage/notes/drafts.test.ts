/** Drafts are found wherever they were kept, by this version or one before. */
import { afterEach, expect, test } from 'vitest';
import { browser } from 'wxt/browser';
import { fakeBrowser } from 'wxt/testing/fake-browser';
import { createDrafts } from '@/lib/triage/notes/drafts';
import { adoptEarlierDrafts } from '@/lib/triage/notes/earlier-drafts';
import { idOf, makePaper } from '../../../helpers/papers';

const id = idOf(1);
const draft = { text: 'mine', base: 'old', op: crypto.randomUUID(), paper: makePaper() };

afterEach(() => {
  fakeBrowser.reset();
  localStorage.clear();
});

test('a draft kept in one place is found in another, and forgotten everywhere', async () => {
  await createDrafts().keep(id, draft);
  const elsewhere = createDrafts();
  expect(await elsewhere.ids()).toEqual([id]);
  expect(await elsewhere.read(id)).toEqual(draft);
  await elsewhere.drop(id, draft);
  expect(await createDrafts().read(id)).toBeNull();
  expect(await createDrafts().ids()).toEqual([]);
});

test('a draft that was written on elsewhere since is not forgotten', async () => {
  const [here, there] = [createDrafts(), createDrafts()];
  await here.keep(id, draft);
  await there.keep(id, { ...draft, text: 'mine, and more' });
  await here.drop(id, draft);
  expect(await here.read(id)).toMatchObject({ text: 'mine, and more' });
});

test('a draft that an earlier version kept on a listing is found', async () => {
  await browser.storage.local.set({ [`noteDraft:${id}`]: { text: 'mine', base: 'old' } });
  const drafts = createDrafts();
  expect(await drafts.ids()).toEqual([id]);
  expect(await drafts.read(id)).toMatchObject({ text: 'mine', base: 'old', paper: null });
});

test('drafts that an earlier version kept on its own pages are found', async () => {
  localStorage.setItem(`winnow:draft:${id}`, JSON.stringify(draft));
  localStorage.setItem(`winnow:draft:${idOf(2)}`, '{"text":');
  const drafts = createDrafts();
  await adoptEarlierDrafts(drafts);
  expect(await drafts.ids()).toEqual([id]);
  expect(await drafts.read(id)).toEqual(draft);
  expect(localStorage.getItem(`winnow:draft:${id}`)).toBeNull();
});

test('a draft of an earlier version waits while the note has another', async () => {
  localStorage.setItem(`winnow:draft:${id}`, JSON.stringify(draft));
  const drafts = createDrafts();
  const newer = { ...draft, text: 'newer' };
  await drafts.keep(id, newer);
  await adoptEarlierDrafts(drafts);
  expect(await drafts.read(id)).toEqual(newer);
  await drafts.drop(id, newer);
  await adoptEarlierDrafts(drafts);
  expect(await drafts.read(id)).toEqual(draft);
});

test('a damaged draft does no harm; one with a damaged paper keeps its text', async () => {
  await browser.storage.local.set({ [`noteDraft:${id}`]: 'nonsense' });
  await browser.storage.local.set({ [`noteDraft:${idOf(2)}`]: { ...draft, paper: { title: 7 } } });
  const drafts = createDrafts();
  expect(await drafts.read(id)).toBeNull();
  expect(await drafts.read(idOf(2))).toEqual({ ...draft, paper: null });
});
