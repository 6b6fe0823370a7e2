import { render, screen } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { useState } from 'react';
import { beforeEach, expect, test, vi } from 'vitest';
import { Modal } from '@/components/design/modal';
import { Popover } from '@/components/design/popover';

beforeEach(() => {
  HTMLElement.prototype.showPopover = function () {
    this.style.display = 'block'; // jsdom has no top layer
  };
  HTMLDialogElement.prototype.showModal = function () {
    this.open = true;
    this.querySelector('button')?.focus();
  };
});

const onKeyBelow = vi.fn();

/** A button that opens a popover or a dialog, both of which have a button that goes elsewhere. */
function Page({ kind }: { readonly kind: 'popover' | 'dialog' }) {
  const [opener, setOpener] = useState<HTMLElement | null>(null);
  const close = () => setOpener(null);
  const leave = () => {
    close();
    screen.getByRole('textbox').focus();
  };
  const content = (
    <button type="button" onClick={leave}>
      Leave
    </button>
  );
  return (
    // biome-ignore lint/a11y/noStaticElementInteractions: hears what comes through
    <div onKeyDown={({ key }) => onKeyBelow(key)}>
      <button type="button" onClick={({ currentTarget }) => setOpener(currentTarget)}>
        Open
      </button>
      <input aria-label="Elsewhere" />
      {opener && kind === 'popover' && (
        <Popover role="dialog" anchor={opener} onClose={close}>
          {content}
        </Popover>
      )}
      {opener && kind === 'dialog' && <Modal onClose={close}>{content}</Modal>}
    </div>
  );
}

const button = (name: string) => screen.getByRole('button', { name, hidden: true });

for (const kind of ['popover', 'dialog'] as const) {
  test(`${kind}: takes the focus and all keys, and Escape gives the focus back`, async () => {
    const user = userEvent.setup();
    render(<Page kind={kind} />);
    await user.click(button('Open'));
    expect(document.activeElement).toBe(button('Leave'));
    await user.keyboard('s{Escape}');
    expect(onKeyBelow).not.toHaveBeenCalled();
    expect(screen.queryByText('Leave')).toBeNull();
    expect(document.activeElement).toBe(button('Open'));
  });

  test(`${kind}: the focus stays where it was taken to`, async () => {
    const user = userEvent.setup();
    render(<Page kind={kind} />);
    await user.click(button('Open'));
    await user.click(button('Leave'));
    expect(document.activeElement).toBe(screen.getByRole('textbox'));
  });
}

test('a popover stays open when another one in it closes', async () => {
  const closed = vi.fn();
  const anchor = document.body.appendChild(document.createElement('button'));
  render(
    <Popover role="dialog" anchor={anchor} aria-label="Outer" onClose={() => closed('outer')}>
      <Popover role="dialog" anchor={anchor} aria-label="Inner" onClose={() => closed('inner')}>
        Inside
      </Popover>
    </Popover>,
  );
  const close = (name: string) => {
    const popover = screen.getByRole('dialog', { name, hidden: true });
    popover.dispatchEvent(Object.assign(new Event('toggle'), { newState: 'closed' }));
  };
  close('Inner');
  expect(closed.mock.calls).toEqual([['inner']]);
  close('Outer');
  expect(closed.mock.calls).toEqual([['inner'], ['outer']]);
  anchor.remove();
});
