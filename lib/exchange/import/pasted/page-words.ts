/** What Hugging Face's listings say besides papers; in the older and the newer wording. */
import type { RawLine } from './raw-lines';

const PAGE_WORDS = new RegExp(
  `^(?:${[
    ...['Get trending papers in your email inbox\\b.*', 'Subscribe'],
    // What the listing is of, and what narrows it.
    ...['(?:Daily|Weekly|Monthly|Trending) Papers(?: by.*)?', 'by ?AK and the research community'],
    '.{0,60}and the research community(?:\\s?[A-Z][a-z]{2} \\d{1,2})?',
    ...['new', 'Daily', 'Weekly', 'Monthly', 'Trending', 'Week \\d{1,2}(?:, \\d{4})?', 'Today'],
    ...['Search papers.*', 'AI-powered search.*', 'Filter.*', 'Sort: .*'],
    ...['\\d+ papers?', 'Papers? found.*'],
    ...['Previous', 'Next', 'Load more', 'Show more', 'View all', 'Back to .*'],
    ...['Share', 'Submit(?: a paper)?'],
    // The head and the foot of every page.
    ...["Hugging Face(?:'s logo)?", 'Models', 'Datasets', 'Spaces', 'Buckets', 'Posts', 'Docs'],
    ...['Enterprise', 'Pricing', 'Log In', 'Sign Up', 'Community', 'Solutions', 'Website', 'Tasks'],
    ...['HuggingChat', 'Collections', 'Languages', 'Organizations', 'Blog', 'Papers', 'Articles'],
    ...['Learn', 'Discord', 'Forum', 'GitHub', 'Inference Providers', 'System theme', 'Company'],
    ...['TOS', 'Privacy', 'About', 'Careers', 'Jobs', '© .*'],
  ].join('|')})$`,
  'i',
);

/** Whether a line has words of the page's own, that stand on every such page. */
export function isPageWords(text: string): boolean {
  return PAGE_WORDS.test(text);
}

/** The newsletter's line; its button "Subscribe" may be glued to what follows it. */
const NEWSLETTER = /^Get trending papers in your email inbox\b/i;
const GLUED = /^Subscribe\s*(?=\S)/;
/** Without the newsletter's line: "Subscribe" is a word of its own only before what begins one. */
const SURELY_GLUED = /^Subscribe(?=[^a-z\s])/;

/** Parts the button of the newsletter from what it is glued to. */
export function withoutSubscribe(lines: readonly RawLine[]): RawLine[] {
  const newsletter = lines.findLastIndex(({ text }) => NEWSLETTER.test(text));
  const glued = lines[newsletter + 1];
  const pattern = newsletter < 0 ? SURELY_GLUED : GLUED;
  if (!glued || glued.text === 'Subscribe' || !pattern.test(glued.text)) return [...lines];
  return lines.map((line) =>
    line === glued ? { ...line, text: line.text.replace(pattern, '') } : line,
  );
}
