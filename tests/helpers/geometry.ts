/** Geometry of arXiv's own style sheets, as measured in June 2026, for sample pages without them. */
import type { Page } from '@playwright/test';

const ARXIV = `
  main { max-width: none; margin: 10px; padding: 0 9px; font-size: 12.96px; }
  dl#articles { margin: 12.96px 0; }
  dl#articles > dt { margin: 0; font-size: 12.96px; line-height: 15px; }
  dl#articles > dd { max-width: none; margin: 0 0 0 40px; padding-bottom: 12.96px; font-size: 12.96px; }
  .meta { line-height: 16.85px; }
  .list-title { margin: 4.5px 0 0; font-size: 18px; line-height: 21.6px; }
  .list-authors { font-size: 14.26px; }
  .list-comments, .list-subjects, .list-journal-ref { font-size: 11.66px; }
  dd p.mathjax { margin: 12.96px 0; }

  main:has(ol.breathe-horizontal) { max-width: 1152px; margin: 0 64px; padding: 42px 21px; font-size: 14px; line-height: 21px; }
  ol.breathe-horizontal { margin: 14px 140px; padding: 0; }
  li.arxiv-result { max-width: none; margin: 0 0 17.5px; }
  li.arxiv-result p { margin: 0 0 3.5px; }
  li.arxiv-result p.list-title { margin-bottom: 3.68px; font-size: 14.7px; line-height: 18.38px; }
  .is-marginless { margin: 0 !important; }
  p.list-title, li .tags { display: inline-block !important; }
  @media (max-width: 768px) {
    main:has(ol.breathe-horizontal) { margin: 0; }
    ol.breathe-horizontal { margin: 14px 0; padding-left: 28px; }
  }

  h1.title { margin: 5.83px 0 12px 20px !important; font-size: 23.33px; line-height: 27.99px; }
  @media (max-width: 767px) { h1.title { margin-left: 12px !important; } }`;

/** Gives a sample of an arXiv page the geometry of the real one. */
export async function likeArxiv(page: Page): Promise<void> {
  await page.addStyleTag({ content: ARXIV });
}
