/**
 * The words of Hugging Face's listings that are not about papers, in both their older and newer
 * wording.
 */
import type { RawLine } from './split-lines';

const BOILERPLATE = new RegExp(
  `^(?:${[
    ...['Get trending papers in your email inbox\\b.*', 'Subscribe'],
    // The listing's heading and filters.
    ...['(?:Daily|Weekly|Monthly|Trending) Papers(?: by.*)?', 'by ?AK and the research community'],
    '.{0,60}and the research community(?:\\s?[A-Z][a-z]{2} \\d{1,2})?',
    ...['new', 'Daily', 'Weekly', 'Monthly', 'Trending', 'Week \\d{1,2}(?:, \\d{4})?', 'Today'],
    ...['Search papers.*', 'AI-powered search.*', 'Filter.*', 'Sort: .*'],
    ...['\\d+ papers?', 'Papers? found.*'],
    ...['Previous', 'Next', 'Load more', 'Show more', 'View all', 'Back to .*'],
    ...['Share', 'Submit(?: a paper)?'],
    // The header and footer of every page.
    ...["Hugging Face(?:'s logo)?", 'Models', 'Datasets', 'Spaces', 'Buckets', 'Posts', 'Docs'],
    ...['Enterprise', 'Pricing', 'Log In', 'Sign Up', 'Community', 'Solutions', 'Website', 'Tasks'],
    ...['HuggingChat', 'Collections', 'Languages', 'Organizations', 'Blog', 'Papers', 'Articles'],
    ...['Learn', 'Discord', 'Forum', 'GitHub', 'Inference Providers', 'System theme', 'Company'],
    ...['TOS', 'Privacy', 'About', 'Careers', 'Jobs', '© .*'],
  ].join('|')})$`,
  'i',
);

/** Whether a line is boilerplate, found on every such page. */
export function isBoilerplate(text: string): boolean {
  return BOILERPLATE.test(text);
}

/** The newsletter's line; its button "Subscribe" may be glued to the text after it. */
const NEWSLETTER = /^Get trending papers in your email inbox\b/i;
const GLUED_BUTTON = /^Subscribe\s*(?=\S)/;
/**
 * Without the newsletter's line, "Subscribe" is only a button if no lower-case letter or space
 * follows.
 */
const SURELY_GLUED_BUTTON = /^Subscribe(?=[^a-z\s])/;

/** Removes the newsletter's button from the text it is glued to. */
export function withoutSubscribeButton(lines: readonly RawLine[]): RawLine[] {
  const newsletter = lines.findLastIndex(({ text }) => NEWSLETTER.test(text));
  const glued = lines[newsletter + 1];
  const pattern = newsletter < 0 ? SURELY_GLUED_BUTTON : GLUED_BUTTON;
  if (!glued || glued.text === 'Subscribe' || !pattern.test(glued.text)) return [...lines];
  return lines.map((line) =>
    line === glued ? { ...line, text: line.text.replace(pattern, '') } : line,
  );
}
