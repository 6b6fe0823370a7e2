import { render, screen } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { beforeEach, expect, test, vi } from 'vitest';
import { TagDialog } from '@/components/tag-dialog/tag-dialog';

beforeEach(() => {
  HTMLElement.prototype.showPopover = () => {}; // jsdom has no top layer
});

function open(tags: readonly string[], suggestions: readonly string[]) {
  const onChange = vi.fn();
  const onClose = vi.fn();
  render(
    <TagDialog
      title="A paper"
      tags={tags}
      suggestions={suggestions}
      failure={null}
      anchor={document.body}
      onChange={onChange}
      onClose={onClose}
    />,
  );
  const box = screen.getByRole('combobox', { name: 'Add tag', hidden: true });
  return { box, onChange, onClose, user: userEvent.setup() };
}

const options = () =>
  screen.getAllByRole('option', { hidden: true }).map((option) => option.textContent);

test('Enter adds what was typed, not the first suggestion', async () => {
  const { user, box, onChange } = open([], ['attention heads']);
  await user.type(box, '  attention {Enter}');
  expect(onChange.mock.calls).toEqual([['attention', true]]);
  expect(box).toHaveProperty('value', '');
});

test('suggestions are narrowed without regard to case and accents, and taken with the arrows', async () => {
  const { user, box, onChange } = open(
    ['taken'],
    ['Schrödinger', 'taken', 'other', 'de schrodinger'],
  );
  await user.type(box, 'SCHRO');
  expect(options()).toEqual(['Schrödinger', 'de schrodinger', 'Create “SCHRO”']);
  await user.keyboard('{ArrowDown}{ArrowDown}{Enter}');
  expect(onChange.mock.calls).toEqual([['de schrodinger', true]]);
});

test('a suggestion is taken with a click', async () => {
  const { user, onChange } = open([], ['one', 'two']);
  await user.click(screen.getByRole('option', { name: 'two', hidden: true }));
  expect(onChange.mock.calls).toEqual([['two', true]]);
});

test('Backspace in the empty box removes the last tag, and each has a button', async () => {
  const { user, box, onChange } = open(['a', 'b'], []);
  await user.type(box, 'x{Backspace}');
  expect(onChange).not.toHaveBeenCalled();
  await user.keyboard('{Backspace}');
  await user.click(screen.getByRole('button', { name: 'Remove tag a', hidden: true }));
  expect(onChange.mock.calls).toEqual([
    ['b', false],
    ['a', false],
  ]);
});

test('a tag that the paper has is not added twice', async () => {
  const { user, box, onChange } = open(['there'], ['there']);
  await user.type(box, 'there{Enter}');
  expect(onChange).not.toHaveBeenCalled();
});

test('a known tag is meant in whatever case it is typed, unless the new one is chosen', async () => {
  const { user, box, onChange } = open(['Here'], ['NLP']);
  await user.type(box, 'nlp{Enter}here{Enter}');
  expect(onChange.mock.calls).toEqual([['NLP', true]]);
  await user.type(box, 'nlp');
  await user.click(screen.getByRole('option', { name: 'Create “nlp”', hidden: true }));
  expect(onChange).toHaveBeenLastCalledWith('nlp', true);
});

test('a tag that is too long is not added, and it says why', async () => {
  const { user, box, onChange } = open([], []);
  await user.click(box);
  await user.paste('x'.repeat(101));
  await user.keyboard('{Enter}');
  expect(onChange).not.toHaveBeenCalled();
  expect(screen.getByRole('alert', { hidden: true }).textContent).toContain('100 characters');
});

test('Escape closes', async () => {
  const { user, box, onClose } = open([], []);
  await user.type(box, '{Escape}');
  expect(onClose).toHaveBeenCalledOnce();
});

test('it says which paper it is about, and offers no tag twice', () => {
  render(
    <TagDialog
      title="A paper"
      tags={['mine']}
      suggestions={['mine', 'often', 'lately']}
      recent={['lately']}
      failure={null}
      anchor={document.body}
      onChange={vi.fn()}
      onClose={vi.fn()}
    />,
  );
  expect(screen.getByText('A paper')).toBeTruthy();
  expect(screen.getAllByText('lately')).toHaveLength(1);
  expect(options()).toEqual(['often']);
});

test('whoever writes a note sees no list of tags, until the box for tags is entered', async () => {
  const user = userEvent.setup();
  render(
    <TagDialog
      title="A paper"
      tags={[]}
      suggestions={['one']}
      failure={null}
      anchor={document.body}
      onChange={vi.fn()}
      onClose={vi.fn()}
      focusesTextBox
    >
      <textarea aria-label="Note" />
    </TagDialog>,
  );
  const list = document.querySelector('[role=listbox]');
  expect(document.activeElement).toBe(screen.getByRole('textbox', { hidden: true, name: 'Note' }));
  expect(list).toHaveProperty('hidden', true);
  await user.click(screen.getByRole('combobox', { name: 'Add tag', hidden: true }));
  expect(list).toHaveProperty('hidden', false);
});
