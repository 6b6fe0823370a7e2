// @vitest-environment node
import { describe, expect, test } from 'vitest';
import { findBrowser, findFirefox, type Machine } from '../../../scripts/browser';

function machine(platform: NodeJS.Platform, programs: string[], env: Machine['env'] = {}): Machine {
  return { platform, env, home: '/home/ada', isProgram: (file) => programs.includes(file) };
}

describe('findBrowser', () => {
  test('takes WINNOW_BROWSER before all else, as a path or as a command', () => {
    const programs = ['/opt/mine/browser', '/usr/bin/google-chrome'];
    const find = (wanted: string) =>
      findBrowser(
        machine('linux', programs, { PATH: '/usr/bin:/opt/mine', WINNOW_BROWSER: wanted }),
      );
    expect(find('/opt/mine/browser')).toBe('/opt/mine/browser');
    expect(find('browser')).toBe('/opt/mine/browser');
  });

  test('says so when WINNOW_BROWSER is wrong, and does not take another', () => {
    const env = { PATH: '/usr/bin', WINNOW_BROWSER: '/no/such' };
    expect(() => findBrowser(machine('linux', ['/usr/bin/chromium'], env))).toThrow('/no/such');
  });

  test.each<[string, Machine, string]>([
    [
      'Chrome before Chromium before Edge on the PATH',
      machine('linux', ['/b/microsoft-edge', '/b/chromium', '/a/google-chrome'], { PATH: '/b:/a' }),
      '/a/google-chrome',
    ],
    [
      "Edge before Ubuntu's chromium-browser, which may be no browser",
      machine('linux', ['/b/chromium-browser', '/b/microsoft-edge'], { PATH: '/b' }),
      '/b/microsoft-edge',
    ],
    [
      'a usual place when the PATH has none',
      machine('linux', ['/snap/bin/chromium'], { PATH: '/usr/bin' }),
      '/snap/bin/chromium',
    ],
    [
      'an app on macOS',
      machine('darwin', ['/Applications/Chromium.app/Contents/MacOS/Chromium']),
      '/Applications/Chromium.app/Contents/MacOS/Chromium',
    ],
    [
      "an app of the user's own on macOS",
      machine('darwin', ['/home/ada/Applications/Google Chrome.app/Contents/MacOS/Google Chrome']),
      '/home/ada/Applications/Google Chrome.app/Contents/MacOS/Google Chrome',
    ],
    [
      'Edge on Windows',
      machine('win32', ['C:\\x86\\Microsoft\\Edge\\Application\\msedge.exe'], {
        PROGRAMFILES: 'C:\\64',
        'PROGRAMFILES(X86)': 'C:\\x86',
      }),
      'C:\\x86\\Microsoft\\Edge\\Application\\msedge.exe',
    ],
    [
      'a command on the PATH on Windows',
      machine('win32', ['D:\\tools\\chrome.exe'], { Path: 'C:\\Windows;D:\\tools' }),
      'D:\\tools\\chrome.exe',
    ],
  ])('finds %s', (_, where, expected) => {
    expect(findBrowser(where)).toBe(expected);
  });

  test.each(['linux', 'darwin', 'win32'] as const)('finds none on a bare %s', (platform) => {
    expect(findBrowser(machine(platform, []))).toBeNull();
  });
});

describe('findFirefox', () => {
  test('takes WINNOW_FIREFOX before the ESR that is installed', () => {
    const programs = ['/usr/bin/firefox-esr', '/opt/nightly/firefox'];
    const env = { PATH: '/usr/bin' };
    const wanted = { ...env, WINNOW_FIREFOX: '/opt/nightly/firefox' };
    expect(findFirefox(machine('linux', programs, env))).toBe('/usr/bin/firefox-esr');
    expect(findFirefox(machine('linux', programs, wanted))).toBe('/opt/nightly/firefox');
  });

  test('says so when WINNOW_FIREFOX is wrong', () => {
    const env = { PATH: '/usr/bin', WINNOW_FIREFOX: '/no/such' };
    expect(() => findFirefox(machine('linux', ['/usr/bin/firefox-esr'], env))).toThrow('/no/such');
  });

  test('does not take other releases, which refuse what Mozilla did not sign', () => {
    expect(findFirefox(machine('linux', ['/usr/bin/firefox'], { PATH: '/usr/bin' }))).toBeNull();
  });
});
