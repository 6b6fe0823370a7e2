/** What can be copied of a paper, and what of it can be opened besides its own page. */
import { t } from '@/lib/i18n';
import { arxivIdOf, type PaperId, urlOf, webUrl } from '@/lib/paper';
import type { Action } from './actions';
import type { Toasts } from './toast';

const OPENINGS = ['openPdf', 'openHtml', 'openCode'] as const satisfies readonly Action[];
export type Opening = (typeof OPENINGS)[number];

const COPIES = ['copyLink', 'copyMarkdown', 'copyBibtex'] as const satisfies readonly Action[];
export type Copy = (typeof COPIES)[number];

export type LinkAction = Opening | Copy;

export function isOpening(action: Action): action is Opening {
  return (OPENINGS as readonly Action[]).includes(action);
}

interface Openable {
  readonly id: PaperId;
  /** As a page told it; absent in old records. */
  readonly codeUrl?: string | null | undefined;
}

/** What there is to open; `null` where nothing is known of the kind. */
export function urlToOpen(opening: Opening, { id, codeUrl }: Openable): string | null {
  const arxivId = arxivIdOf(id);
  const urls: Readonly<Record<Opening, string | null>> = {
    openPdf: arxivId && `https://arxiv.org/pdf/${arxivId}`,
    openHtml: arxivId && `https://arxiv.org/html/${arxivId}`,
    openCode: webUrl(codeUrl ?? ''),
  };
  return urls[opening];
}

/** The actions that apply to any paper with this id: one known by its title alone has nothing to link to. */
export function linkActionsOf(id: PaperId): LinkAction[] {
  const openings = OPENINGS.filter((opening) => urlToOpen(opening, { id }) !== null);
  return [...openings, ...COPIES.filter((copy) => copy === 'copyBibtex' || urlOf(id) !== null)];
}

/** What each of them does, given what any of them does. */
export function linkActs(act: (action: LinkAction) => void): Record<LinkAction, () => void> {
  const acts = [...OPENINGS, ...COPIES].map((action) => [action, () => act(action)]);
  return Object.fromEntries(acts) as Record<LinkAction, () => void>;
}

/**
 * A link to a paper as Markdown, for any title; `null` where it has no address. Source:
 * https://spec.commonmark.org/0.31.2/#links
 */
export function markdownLink({ id, title }: { id: PaperId; title: string }): string | null {
  const url = urlOf(id);
  if (url === null) return null;
  const text = title.replace(/[\\[\]`*_<>]/g, '\\$&').replace(/\s+/g, ' ');
  return `[${text}](<${url.replace(/[<>]/g, encodeURIComponent)}>)`;
}

interface LinkedPaper extends Openable {
  readonly title: string;
}

interface LinkServices<P> {
  /** A paper's address; `null` where it has none. */
  readonly addressOf: (paper: P) => string | null;
  readonly bibtexOf: (paper: P) => Promise<string>;
  /** Copies a text that is still being made. Rejects where the browser does not allow it. */
  readonly copy: (text: Promise<string>) => Promise<void>;
  readonly toasts: Pick<Toasts, 'say' | 'warn'>;
}

/** Returns what copies or opens something of a paper, and says what came of it. */
export function createLinkActions<P extends LinkedPaper>(
  services: LinkServices<P>,
): (action: LinkAction, paper: P) => void {
  const { toasts } = services;

  function open(opening: Opening, paper: P): void {
    const url = urlToOpen(opening, paper);
    if (url === null) toasts.say(t(`noLink_${opening}`), paper.title);
    else window.open(url, '_blank', 'noreferrer');
  }

  function copy(what: Copy, paper: P): void {
    const text = textOf(what, paper);
    if (text === null) {
      toasts.say(t('noLink_copy'), paper.title);
      return;
    }
    services.copy(text).then(
      () => toasts.say(t(`copied_${what}`), paper.title),
      () => toasts.warn(t('notCopied'), paper.title),
    );
  }

  function textOf(what: Copy, paper: P): Promise<string> | null {
    if (what === 'copyBibtex') return services.bibtexOf(paper);
    const text = what === 'copyLink' ? services.addressOf(paper) : markdownLink(paper);
    return text === null ? null : Promise.resolve(text);
  }

  return (action, paper) => (isOpening(action) ? open(action, paper) : copy(action, paper));
}
