import type { ContentScriptContext } from 'wxt/utils/content-script-context';
import { ask } from '@/lib/protocol/ask';

export interface BackgroundLink {
  /** The background cannot be reached. Asks whether the extension is still there: if not, the context ends. */
  readonly noAnswer: () => void;
  /** Has the background inject the panel and the dialogs into this page, once. */
  readonly bringPageUi: () => void;
  /** The same for the engine that runs regular expressions. */
  readonly bringRegexEngine: () => void;
}

/** A page's link to the background: injects what was not needed at first. */
export function createBackgroundLink(context: ContentScriptContext): BackgroundLink {
  const requested = new Set<string>();
  const noAnswer = () => void context.isInvalid;

  function bring(script: 'openPageUi' | 'openRegexEngine'): void {
    if (requested.has(script)) return;
    requested.add(script);
    ask(script).catch(() => {
      requested.delete(script);
      noAnswer();
    });
  }

  return {
    noAnswer,
    bringPageUi: () => bring('openPageUi'),
    bringRegexEngine: () => bring('openRegexEngine'),
  };
}
