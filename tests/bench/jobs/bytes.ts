/** What has to be read before the first use, as a browser's shop sends it: packed by gzip. */
import { readFile } from 'node:fs/promises';
import path from 'node:path';
import { gzipSync } from 'node:zlib';
import type { Line } from '../table';
import type { Job } from './job';

/** What is loaded at once; the rest comes when there is nothing else to do, or when it is needed. */
const SCRIPT = /(?:src|href)="\/([^"]+\.js)"/g;

export const bytes: Job = {
  name: 'bytes',
  async run({ extensionDir }) {
    const read = (file: string) => readFile(path.join(extensionDir, file));
    const html = (await read('popup.html')).toString();
    const popup = [...html.matchAll(SCRIPT)].map(([, file]) => file as string);
    const packed = async (files: readonly string[]) => {
      const sizes = await Promise.all(files.map(async (file) => gzipSync(await read(file)).length));
      return sizes.reduce((total, size) => total + size, 0) / 1_000;
    };
    const line = (job: string, ours: number, limit: number): Line => ({
      ...{ job, ours, unit: 'kB', goal: { limit } },
    });
    return [
      line('scripts of the popup', await packed(popup), 150),
      line('script on listings', await packed(['content-scripts/papers.js']), 60),
    ];
  },
};
