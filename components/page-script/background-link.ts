import type { ContentScriptContext } from 'wxt/utils/content-script-context';
import { ask } from '@/lib/protocol/ask';

export interface BackgroundLink {
  /** After a failed request: checks whether the extension still exists, and invalidates the context if not. */
  readonly checkContext: () => void;
  /** Has the background inject the panel and dialogs into this page, once. */
  readonly injectPageUi: () => void;
  /** Likewise for the regular expression engine. */
  readonly injectRegexEngine: () => void;
}

/** Injects scripts that a page does not need at first, through the background. */
export function createBackgroundLink(context: ContentScriptContext): BackgroundLink {
  const requested = new Set<string>();
  const checkContext = () => void context.isInvalid;

  function inject(script: 'openPageUi' | 'openRegexEngine'): void {
    if (requested.has(script)) return;
    requested.add(script);
    ask(script).catch(() => {
      requested.delete(script);
      checkContext();
    });
  }

  return {
    checkContext,
    injectPageUi: () => inject('openPageUi'),
    injectRegexEngine: () => inject('openRegexEngine'),
  };
}
