import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import { followNear } from '@/lib/page/near-view';
import { FakeIntersections } from '../../helpers/intersections';

const near = new Set<Element>();
const onMoved = vi.fn();
const settle = () => new Promise((resolve) => setTimeout(resolve));

beforeEach(() => {
  FakeIntersections.reset();
  FakeIntersections.isNear = (element) => near.has(element);
  vi.stubGlobal('IntersectionObserver', FakeIntersections);
  near.clear();
  onMoved.mockReset();
});

afterEach(() => vi.unstubAllGlobals());

const makeRow = () => ({ key: {}, element: document.createElement('p') });

test('a page on which nothing is followed has no observer', () => {
  const observer = vi.fn();
  vi.stubGlobal('IntersectionObserver', observer);
  const view = followNear(onMoved);
  view.unfollow({});
  expect(view.isNear({})).toBe(false);
  expect(observer).not.toHaveBeenCalled();
});

test('tells when a row comes near and when it goes', async () => {
  const { key, element } = makeRow();
  const view = followNear(onMoved);
  view.follow(key, element, false);
  await settle();
  expect(onMoved).not.toHaveBeenCalled();
  near.add(element);
  FakeIntersections.lookAgain();
  expect(onMoved.mock.calls).toEqual([[key, true]]);
  expect(view.isNear(key)).toBe(true);
  near.clear();
  FakeIntersections.lookAgain();
  expect(onMoved.mock.calls.at(-1)).toEqual([key, false]);
  expect(view.isNear(key)).toBe(false);
});

test('does not tell what it was told, and says when that was not so', async () => {
  const [one, other] = [makeRow(), makeRow()];
  near.add(one.element);
  const view = followNear(onMoved);
  view.follow(one.key, one.element, true);
  view.follow(other.key, other.element, true);
  expect(view.isNear(other.key), 'until it was looked at').toBe(true);
  await settle();
  expect(onMoved.mock.calls).toEqual([[other.key, false]]);
});

test('a row that is unfollowed, or is another element now, is heard of no more', async () => {
  const [one, other] = [makeRow(), makeRow()];
  const view = followNear(onMoved);
  view.follow(one.key, one.element, false);
  view.follow(other.key, other.element, false);
  await settle();
  view.unfollow(one.key);
  const fresh = document.createElement('p');
  view.follow(other.key, fresh, false);
  near.add(one.element).add(other.element);
  FakeIntersections.lookAgain();
  expect(onMoved).not.toHaveBeenCalled();
  near.add(fresh);
  FakeIntersections.lookAgain();
  expect(onMoved.mock.calls).toEqual([[other.key, true]]);
});
