/**
 * `node scripts/run.mjs NAME ARGS…` runs `scripts/NAME.ts` on any supported Node, even right after
 * a clone, as it first brings the npm dependencies up to date. Its own messages go to stderr, since
 * the script's output may be someone's input.
 */
import { spawnSync } from 'node:child_process';
import { existsSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { fileURLToPath, pathToFileURL } from 'node:url';

const OLDEST_NODE = [20, 20];

const root = path.dirname(path.dirname(fileURLToPath(import.meta.url)));

/**
 * @param {string} message
 * @param {number} exitCode
 * @returns {never}
 */
function giveUp(message, exitCode) {
  console.error(message);
  process.exit(exitCode);
}

/** Whether this Node can run the project. */
function nodeIsSupported() {
  const [major = 0, minor = 0] = process.versions.node.split('.').map(Number);
  const [oldestMajor = 0, oldestMinor = 0] = OLDEST_NODE;
  return major > oldestMajor || (major === oldestMajor && minor >= oldestMinor);
}

/**
 * @typedef {{ version?: string, integrity?: string, optional?: boolean }} LockedPackage
 * @param {string} file a lock file of npm's
 * @returns {Record<string, LockedPackage> | null} what it locks, by place; null if unreadable
 */
function readLock(file) {
  try {
    return JSON.parse(readFileSync(path.join(root, file), 'utf8')).packages;
  } catch {
    return null;
  }
}

/**
 * Whether the installed packages are those in package-lock.json. Compares the contents of the two
 * lock files rather than their times, which a clone or copy changes.
 */
function dependenciesAreCurrent() {
  const wanted = readLock('package-lock.json');
  const installed = readLock('node_modules/.package-lock.json'); // npm writes it last
  if (!wanted || !installed) return false;
  return Object.entries(wanted).every(([place, { version, integrity, optional }]) => {
    if (place === '') return true; // the project itself
    const found = installed[place];
    if (!found) return optional === true; // for another system
    return found.version === version && found.integrity === integrity;
  });
}

function installDependencies() {
  // Installs exactly what package-lock.json says and leaves it unchanged. Not `npm ci`, which
  // rejects a lock file without the binaries for other systems, as npm writes it if it cannot see
  // them.
  const command = 'npm install --no-save --include=dev --no-audit --no-fund';
  console.error(`Winnow: installing the npm dependencies (${command})…`);
  // A shell command, because npm is a .cmd file on Windows. Both outputs go to stderr.
  const { status } = spawnSync(command, {
    cwd: root,
    shell: true,
    stdio: ['ignore', 2, 2],
  });
  if (status !== 0) giveUp('Winnow: npm install failed; its messages are above.', 1);
}

const [name = '', ...args] = process.argv.slice(2);
const script = path.join(root, 'scripts', `${name}.ts`);
if (!/^[a-z-]+$/.test(name) || !existsSync(script)) {
  giveUp('Usage: node scripts/run.mjs NAME [ARGS…]   runs scripts/NAME.ts', 2);
}
if (!nodeIsSupported()) {
  const oldest = OLDEST_NODE.join('.');
  giveUp(`Winnow needs Node ${oldest} or newer; this is Node ${process.versions.node}.`, 1);
}
if (!dependenciesAreCurrent()) installDependencies();

// In this process, so that signals, standard streams and the exit code need no forwarding.
const { register } = await import('tsx/esm/api');
register({ tsconfig: path.join(root, 'tsconfig.json') });
process.argv = [process.execPath, script, ...args];
await import(pathToFileURL(script).href);
