/** Which browsers the tests and `npm start` drive: those that are on this machine already. */
import { spawnSync } from 'node:child_process';
import { accessSync, constants, statSync } from 'node:fs';
import { homedir } from 'node:os';
import path from 'node:path';

/** What finding a browser depends on, so that a test can stand in for other systems. */
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

function atUsualPlaces({ platform, env, home }: Machine): string[] {
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
 * The program that an environment variable names, by its path or as a command.
 * @throws when it names nothing that can be run.
 */
function named(variable: string, machine: Machine): string | null {
  const wanted = machine.env[variable];
  if (!wanted) return null;
  const { delimiter, join } = machine.platform === 'win32' ? path.win32 : path.posix;
  const folders = (machine.env.PATH ?? '').split(delimiter).filter(Boolean);
  const found = [wanted, ...folders.map((folder) => join(folder, wanted))].find(machine.isProgram);
  if (!found) throw new Error(`${variable} is "${wanted}", which is no program.`);
  return found;
}

/**
 * The browser to use: `WINNOW_BROWSER` (a path, or a command's name), else the Chrome, Chromium or
 * Edge that is installed; `null` when there is none.
 * @throws when `WINNOW_BROWSER` names nothing that can be run.
 */
export function findBrowser(machine: Machine = thisMachine): string | null {
  const wanted = named('WINNOW_BROWSER', machine);
  if (wanted) return wanted;
  const usual = atUsualPlaces(machine);
  const inPath = onPath(machine, COMMANDS);
  const candidates = machine.platform === 'linux' ? [...inPath, ...usual] : [...usual, ...inPath];
  return candidates.find(machine.isProgram) ?? null;
}

/**
 * The Firefox to test in: `WINNOW_FIREFOX` (a path, or a command's name), else Firefox ESR, which
 * unlike other releases can be told to take an extension that Mozilla did not sign; `null` when
 * there is none.
 * @throws when `WINNOW_FIREFOX` names nothing that can be run.
 */
export function findFirefox(machine: Machine = thisMachine): string | null {
  const wanted = named('WINNOW_FIREFOX', machine);
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

/** Installs the package of a browser where that is allowed: as root, with apt-get. */
function install(name: string): void {
  if (!canInstall()) return;
  console.error(`Winnow: ${name} is not here; installing it…`);
  // An update that fails in part may still leave a usable list of packages.
  aptGet('update');
  aptGet('install', '-y', '--no-install-recommends', name);
}

/**
 * As `findBrowser`; where there is none and it may (root, with apt-get), installs Chromium first.
 * @throws with what to do, when there is still none.
 */
export function ensureBrowser(): string {
  const found = findBrowser();
  if (found) return found;
  install('chromium');
  const installed = findBrowser();
  if (!installed) throw new Error(NO_BROWSER);
  return installed;
}

/** As `findFirefox`; where there is none and it may (root, with apt-get), installs Firefox ESR first. */
export function ensureFirefox(): string | null {
  const found = findFirefox();
  if (found) return found;
  install('firefox-esr');
  return findFirefox();
}
