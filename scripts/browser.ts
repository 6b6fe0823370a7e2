/** Finds the browsers that the tests and `npm start` drive, among those already installed. */
import { spawnSync } from 'node:child_process';
import { accessSync, constants, statSync } from 'node:fs';
import { homedir } from 'node:os';
import path from 'node:path';

/** What the search depends on, so that tests can simulate other systems. */
export interface Machine {
  readonly platform: NodeJS.Platform;
  readonly env: Readonly<Record<string, string | undefined>>;
  readonly home: string;
  readonly isProgram: (file: string) => boolean;
}

const thisMachine: Machine = {
  platform: process.platform,
  env: process.env,
  home: homedir(),
  isProgram(file) {
    try {
      accessSync(file, constants.X_OK);
      return statSync(file).isFile();
    } catch {
      return false;
    }
  },
};

/** On the PATH, best first. On Ubuntu `chromium-browser` may only say "install the snap". */
const COMMANDS = [
  'google-chrome-stable',
  'google-chrome',
  'chrome',
  'chromium',
  'microsoft-edge-stable',
  'microsoft-edge',
  'msedge',
  'chromium-browser',
];

const LINUX_PROGRAMS = [
  '/opt/google/chrome/chrome',
  '/usr/bin/chromium',
  '/usr/lib/chromium/chromium',
  '/snap/bin/chromium',
  '/opt/microsoft/msedge/msedge',
];
const MAC_APPS = ['Google Chrome', 'Chromium', 'Microsoft Edge'];
const WINDOWS_PROGRAMS = [
  ['Google', 'Chrome', 'Application', 'chrome.exe'],
  ['Chromium', 'Application', 'chrome.exe'],
  ['Microsoft', 'Edge', 'Application', 'msedge.exe'],
];

function onPath(machine: Machine, commands: readonly string[]): string[] {
  const { delimiter, join } = machine.platform === 'win32' ? path.win32 : path.posix;
  const folders = (machine.env.PATH ?? machine.env.Path ?? '').split(delimiter).filter(Boolean);
  const ending = machine.platform === 'win32' ? '.exe' : '';
  return commands.flatMap((name) => folders.map((folder) => join(folder, name + ending)));
}

function usualPrograms({ platform, env, home }: Machine): string[] {
  if (platform === 'darwin') {
    return MAC_APPS.flatMap((app) =>
      ['/Applications', path.posix.join(home, 'Applications')].map((folder) =>
        path.posix.join(folder, `${app}.app`, 'Contents', 'MacOS', app),
      ),
    );
  }
  if (platform === 'win32') {
    const folders = [env.PROGRAMFILES, env['PROGRAMFILES(X86)'], env.LOCALAPPDATA];
    return WINDOWS_PROGRAMS.flatMap((parts) =>
      folders.flatMap((folder) => (folder ? path.win32.join(folder, ...parts) : [])),
    );
  }
  return LINUX_PROGRAMS;
}

/**
 * The program named by an environment variable, as a path or a command.
 * @throws if it cannot be run.
 */
function findNamed(variable: string, machine: Machine): string | null {
  const wanted = machine.env[variable];
  if (!wanted) return null;
  const { delimiter, join } = machine.platform === 'win32' ? path.win32 : path.posix;
  const folders = (machine.env.PATH ?? '').split(delimiter).filter(Boolean);
  const found = [wanted, ...folders.map((folder) => join(folder, wanted))].find(machine.isProgram);
  if (!found) throw new Error(`${variable} is "${wanted}", which is no program.`);
  return found;
}

/**
 * The browser to use: `WINNOW_BROWSER` (a path or command), else an installed Chrome, Chromium or
 * Edge; `null` if there is none.
 * @throws if `WINNOW_BROWSER` cannot be run.
 */
export function findBrowser(machine: Machine = thisMachine): string | null {
  const wanted = findNamed('WINNOW_BROWSER', machine);
  if (wanted) return wanted;
  const usual = usualPrograms(machine);
  const inPath = onPath(machine, COMMANDS);
  const candidates = machine.platform === 'linux' ? [...inPath, ...usual] : [...usual, ...inPath];
  return candidates.find(machine.isProgram) ?? null;
}

/**
 * The Firefox to test in: `WINNOW_FIREFOX` (a path or command), else Firefox ESR, which unlike
 * other releases can be configured to accept unsigned extensions; `null` if there is none.
 * @throws if `WINNOW_FIREFOX` cannot be run.
 */
export function findFirefox(machine: Machine = thisMachine): string | null {
  const wanted = findNamed('WINNOW_FIREFOX', machine);
  return wanted ?? onPath(machine, ['firefox-esr']).find(machine.isProgram) ?? null;
}

const NO_BROWSER = `No Chrome, Chromium or Edge was found.
Install one of them, or set WINNOW_BROWSER to the program's path.
(On Debian: apt-get install chromium)`;

function canInstall(): boolean {
  return (
    process.platform === 'linux' &&
    process.getuid?.() === 0 &&
    thisMachine.isProgram('/usr/bin/apt-get')
  );
}

function aptGet(...args: string[]): boolean {
  console.error(`Winnow: apt-get ${args.join(' ')}`);
  const { status } = spawnSync('apt-get', args, {
    stdio: ['ignore', 2, 2], // stdout belongs to the script
    env: { ...process.env, DEBIAN_FRONTEND: 'noninteractive' },
  });
  return status === 0;
}

/** Installs a browser's package if possible: as root, with apt-get. */
function install(name: string): void {
  if (!canInstall()) return;
  console.error(`Winnow: ${name} is not here; installing it…`);
  // A partly failed update may still leave a usable package list.
  aptGet('update');
  aptGet('install', '-y', '--no-install-recommends', name);
}

/**
 * Like `findBrowser`, but if there is none installs Chromium, given root and apt-get.
 * @throws with instructions if there is still none.
 */
export function ensureBrowser(): string {
  const found = findBrowser();
  if (found) return found;
  install('chromium');
  const installed = findBrowser();
  if (!installed) throw new Error(NO_BROWSER);
  return installed;
}

/** Like `findFirefox`, but if there is none installs Firefox ESR, given root and apt-get. */
export function ensureFirefox(): string | null {
  const found = findFirefox();
  if (found) return found;
  install('firefox-esr');
  return findFirefox();
}
