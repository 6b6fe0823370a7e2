/** The popup that the browser itself opens over a page. Playwright does not know of it. */
import type { BrowserContext } from '@playwright/test';
import type { Inside } from './session';

export interface ActionPopup {
  /** What it says by now. */
  readonly text: () => Promise<string>;
  /** Clicks the button with this text. */
  readonly press: (button: string) => Promise<void>;
  readonly close: () => Promise<void>;
}

/** Opens it over the tab in front, as a click on Winnow's icon does, but for the rights that one gives. */
export async function openActionPopup(
  context: BrowserContext,
  worker: Inside,
): Promise<ActionPopup> {
  await worker.evaluate(() => chrome.action.openPopup());
  const run = (expression: string) => evaluateInPopup(context, expression);
  return {
    text: async () => String(await run('document.body.innerText')),
    async press(button) {
      const named = `[...document.querySelectorAll('button')].find((one) => one.textContent === ${JSON.stringify(button)})`;
      await run(`${named}.click()`);
    },
    close: async () => void (await run('setTimeout(close)')),
  };
}

async function evaluateInPopup(context: BrowserContext, expression: string): Promise<unknown> {
  const control = await context.browser()?.newBrowserCDPSession();
  if (!control) throw new Error('The browser has gone.');
  const { targetInfos } = await control.send('Target.getTargets');
  const targetId = targetInfos.find(({ url }) => url.endsWith('/popup.html'))?.targetId;
  if (!targetId) throw new Error('The popup is not open.');
  const { sessionId } = await control.send('Target.attachToTarget', { targetId });
  const answer = new Promise<string>((resolve) => {
    control.on('Target.receivedMessageFromTarget', ({ message }) => resolve(message));
  });
  const params = { expression, returnByValue: true };
  const message = JSON.stringify({ id: 1, method: 'Runtime.evaluate', params });
  await control.send('Target.sendMessageToTarget', { sessionId, message });
  const { result } = JSON.parse(await answer);
  await control.detach();
  return result.result.value;
}
