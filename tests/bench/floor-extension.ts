/** A second extension, whose content script does the least that a job can cost. */
import { mkdir, writeFile } from 'node:fs/promises';
import path from 'node:path';
import type { BrowserContext } from '@playwright/test';
import { runFloor } from './in-page/floors';

const MANIFEST = {
  manifest_version: 3,
  name: 'Floors of the bench',
  version: '1',
  content_scripts: [{ matches: ['https://example.com/*'], js: ['floor.js'] }],
};

/** Writes it into the folder and loads it, so that floors start just as Winnow's script does. */
export async function loadFloors(context: BrowserContext, folder: string): Promise<void> {
  await mkdir(folder);
  await writeFile(path.join(folder, 'manifest.json'), JSON.stringify(MANIFEST));
  // esbuild calls `__name` in functions that it has compiled.
  await writeFile(
    path.join(folder, 'floor.js'),
    `{ const __name = (named) => named; (${runFloor})(); }`,
  );
  const session = await context.browser()?.newBrowserCDPSession();
  if (!session) throw new Error('The browser has gone.');
  await session.send('Extensions.loadUnpacked', { path: folder });
  await session.detach();
}
