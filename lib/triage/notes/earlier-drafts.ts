import * as v from 'valibot';
import { PaperIdSchema } from '@/lib/protocol/paper';
import { localDrafts } from '@/lib/util/local-drafts';
import { DraftSchema, type Drafts } from './drafts';

/** Earlier versions kept the drafts of the extension's own pages where listings could not see them. */
const earlier = localDrafts('draft', DraftSchema);

/**
 * Moves the drafts of earlier versions to where all drafts are; one stays while its note has another
 * draft. Not for content scripts, in which `localStorage` is the page's.
 */
export async function adoptEarlierDrafts(drafts: Drafts): Promise<void> {
  for (const id of earlier.names()) {
    const draft = earlier.read(id);
    if (!draft || !v.is(PaperIdSchema, id) || (await drafts.read(id))) continue;
    if (await drafts.keep(id, draft)) earlier.drop(id);
  }
}
