/** What the browser does at a key of the extension's, wherever it is: the table for manifest, texts and help. */
import type { MessageKey } from '@/lib/i18n';

interface Command {
  /** What it does, in words. */
  readonly text: MessageKey;
  /** The letter of its key until the user chooses another. */
  readonly letter: string;
  /** Another one where Chrome OS has that key itself. */
  readonly chromeOsLetter?: string;
}

/**
 * At most four, as browsers take no more suggested keys. With Alt and Shift, Chrome has A, B, C, I, N, P, R, T,
 * W, X and Z itself, some of them for groups of tabs; Chrome OS also L, M, S and V; menus of Google's documents
 * have E, F, H, I, O, T and V in Firefox. A key that the browser has itself is silently never bound.
 */
export const BROWSER_COMMANDS = {
  _execute_action: { text: 'commandOpenPopup', letter: 'Y' },
  'open-library': { text: 'commandOpenLibrary', letter: 'L', chromeOsLetter: 'K' },
  'open-side-panel': { text: 'commandOpenSidePanel', letter: 'D' },
  'star-paper': { text: 'commandStarPaper', letter: 'S', chromeOsLetter: 'J' },
} as const satisfies Readonly<Record<string, Command>>;

export type BrowserCommand = keyof typeof BROWSER_COMMANDS;
export const BROWSER_COMMAND_NAMES = Object.keys(BROWSER_COMMANDS) as readonly BrowserCommand[];

/** The commands as the manifest of Chrome or Firefox declares them. */
export function manifestCommands(isFirefox: boolean) {
  return Object.fromEntries(
    BROWSER_COMMAND_NAMES.map((name) => {
      const { text, letter, chromeOsLetter }: Command = BROWSER_COMMANDS[name];
      return [
        name,
        {
          suggested_key: {
            default: `Alt+Shift+${letter}`,
            mac: `MacCtrl+Shift+${letter}`, // with Option, keys type letters there, as a Polish Ł
            ...(chromeOsLetter && !isFirefox && { chromeos: `Alt+Shift+${chromeOsLetter}` }),
          },
          // Browsers have their own words for the command that is theirs.
          ...(name !== '_execute_action' && { description: `__MSG_${text}__` }),
        },
      ];
    }),
  );
}
