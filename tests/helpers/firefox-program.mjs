#!/usr/bin/env node
/**
 * Stands in for Firefox (`WINNOW_FIREFOX`, with the same arguments) towards Playwright. It passes on
 * what the two say to each other, with two additions:
 * - Playwright 1.65 asks each browser to emulate a colour scheme and gives up where that is unknown,
 *   as to Firefox 153 ESR. That one refusal becomes an empty answer.
 * - What goes wrong in scripts of extensions, Firefox tells only on its error output. Those lines
 *   are kept in the file that `WINNOW_FIREFOX_ERRORS` names.
 */
import { spawn } from 'node:child_process';
import { appendFileSync } from 'node:fs';
import { createInterface } from 'node:readline';
import { WebSocket, WebSocketServer } from 'ws';

const MAY_BE_UNKNOWN = 'emulation.setMediaFeaturesOverride';
const LISTENING = /^WebDriver BiDi listening on (ws:\S+)$/;
const SCRIPT_ERROR = /^JavaScript error: moz-extension:/;

const { WINNOW_FIREFOX = '', WINNOW_FIREFOX_ERRORS = '' } = process.env;

/** Answers in the place of the browser's own `address`, and says where to the standard error. */
function relay(address) {
  const server = new WebSocketServer({ host: '127.0.0.1', port: 0 }, () => {
    console.error(`WebDriver BiDi listening on ws://127.0.0.1:${server.address().port}`);
  });
  server.on('connection', (playwright, { url }) => {
    const firefox = new WebSocket(address + url, { perMessageDeflate: false });
    const isOpen = new Promise((resolve) => firefox.once('open', resolve));
    const mayBeUnknown = new Set();
    playwright.on('message', async (data) => {
      const text = String(data);
      if (text.includes(MAY_BE_UNKNOWN)) mayBeUnknown.add(JSON.parse(text).id);
      await isOpen;
      firefox.send(text);
    });
    firefox.on('message', (data) => {
      const text = String(data);
      if (mayBeUnknown.size > 0 && text.includes('"unknown command"')) {
        const { id } = JSON.parse(text);
        if (mayBeUnknown.delete(id)) {
          playwright.send(JSON.stringify({ type: 'success', id, result: {} }));
          return;
        }
      }
      playwright.send(text);
    });
    firefox.on('error', (error) => console.error(`Firefox cannot be reached: ${error.message}`));
    firefox.on('close', () => playwright.close());
    playwright.on('close', () => firefox.close());
  });
}

const browser = spawn(WINNOW_FIREFOX, process.argv.slice(2), {
  stdio: ['ignore', 'inherit', 'pipe'],
});
browser.on('error', (error) => {
  console.error(`${WINNOW_FIREFOX} cannot be started: ${error.message}`);
  process.exit(1);
});
browser.on('exit', (code) => process.exit(code ?? 1));
createInterface({ input: browser.stderr }).on('line', (line) => {
  const address = LISTENING.exec(line)?.[1];
  if (address) return relay(address);
  if (SCRIPT_ERROR.test(line)) appendFileSync(WINNOW_FIREFOX_ERRORS, `${line}\n`);
  console.error(line);
});
