/** What the popup shows of a page. */
import * as v from 'valibot';
import type { Paper } from '@/lib/paper';
import { count } from './fields';
import { PaperIdSchema, PaperSchema } from './paper';

/** What is no paper is left out, and loses no other. */
const PapersSchema = v.pipe(
  v.array(v.unknown()),
  v.transform((papers): readonly Paper[] =>
    papers.flatMap((paper) => {
      const { success, output } = v.safeParse(PaperSchema, paper);
      return success ? [output] : [];
    }),
  ),
);

const PageViewSchema = v.object({
  /** What a person calls the page; `null` where it is no page with papers. */
  site: v.nullable(v.string()),
  /** In page order, each paper once. */
  papers: PapersSchema,
  /** Entries that could not be read. */
  unreadable: count,
  filter: v.string(),
  /** What of the filter was not understood. */
  problems: v.pipe(v.array(v.string()), v.readonly()),
  /** The papers that match the filter; `null` without one. */
  matching: v.nullable(v.pipe(v.array(PaperIdSchema), v.readonly())),
  /** Why the last change of a paper was not saved, by paper. */
  failures: v.record(PaperIdSchema, v.string()),
});
export type PageView = Readonly<v.InferOutput<typeof PageViewSchema>>;

/** The parts that changed. */
export const PageViewChangeSchema = v.partial(PageViewSchema);
export type PageViewChange = Readonly<v.InferOutput<typeof PageViewChangeSchema>>;
