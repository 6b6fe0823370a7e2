/** The browser profile that `npm start` keeps between runs. */
import { createHash } from 'node:crypto';
import { existsSync, mkdirSync, realpathSync, writeFileSync } from 'node:fs';
import path from 'node:path';

/** The id that Chromium gives an unpacked extension: a hash of its path, in the letters a to p. */
function extensionIdOf(folder: string): string {
  const bytes = Buffer.from(
    realpathSync(folder),
    process.platform === 'win32' ? 'utf16le' : 'utf8',
  );
  const hash = createHash('sha256').update(bytes).digest('hex').slice(0, 32);
  return hash.replace(/./g, (digit) => 'abcdefghijklmnop'[Number.parseInt(digit, 16)] ?? '');
}

/** Pins the extension's button to the toolbar in a new profile; an existing one is left alone. */
export function pinExtension(profileDir: string, extensionDir: string): void {
  const preferences = path.join(profileDir, 'Default', 'Preferences');
  if (existsSync(preferences)) return;
  mkdirSync(path.dirname(preferences), { recursive: true });
  const pinned = { extensions: { pinned_extensions: [extensionIdOf(extensionDir)] } };
  writeFileSync(preferences, JSON.stringify(pinned));
}
