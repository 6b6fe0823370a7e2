/** `npm run icons`: renders scripts/icon.svg in all sizes that browsers use. */
import { mkdirSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { chromium } from '@playwright/test';
import { ensureBrowser } from './browser';
import { ROOT } from './launch';

const SIZES = [16, 32, 48, 96, 128];

const svg = readFileSync(path.join(ROOT, 'scripts', 'icon.svg'), 'utf8');
const folder = path.join(ROOT, 'public', 'icon');
mkdirSync(folder, { recursive: true });

const browser = await chromium.launch({ executablePath: ensureBrowser() });
const page = await browser.newPage();
for (const size of SIZES) {
  await page.setViewportSize({ width: size, height: size });
  await page.setContent(`<style>body { margin: 0 } svg { display: block }</style>${svg}`);
  const file = path.join(folder, `${size}.png`);
  await page.screenshot({ path: file, omitBackground: true });
  console.log(path.relative(ROOT, file));
}
await browser.close();
