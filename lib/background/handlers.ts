/** What the background does with each request. The only place where pages meet the library. */
import * as v from 'valibot';
import type { States } from '@/lib/command';
import { type Acknowledgement, LIMITS, PaperIdSchema } from '@/lib/command';
import type { Commands } from '@/lib/library/commands';
import type { Queries } from '@/lib/library/queries';
import type { Handlers, Sender } from '@/lib/messages';

export interface BackgroundServices {
  readonly commands: Commands;
  readonly queries: Queries;
  /** Tells every open page which states changed. */
  readonly announce: (states: States) => void;
  /** Brings the dialogs and the panel to a page. */
  readonly injectPageUi: (tabId: number, frameId: number) => Promise<void>;
}

export function createHandlers(services: BackgroundServices): Handlers {
  const { commands, queries, announce, injectPageUi } = services;

  function announced(answer: Acknowledgement): Acknowledgement {
    if (answer.ok) announce(answer.states);
    return answer;
  }

  return {
    states: (ids) => queries.states(v.parse(IdsSchema, ids)),
    run: async (command, sender) =>
      mayRun(sender, command) ? announced(await commands.run(command)) : NOT_ALLOWED,
    undo: async (payload) => {
      const { op, undoes } = v.parse(UndoSchema, payload);
      return announced(await commands.undo(op, undoes));
    },
    tags: async () => (await queries.tags()).map(({ tag }) => tag),
    openPageUi: async (_, sender) => {
      if (sender.kind === 'page') await injectPageUi(sender.tabId, sender.frameId);
    },
  };
}

const IdsSchema = v.pipe(v.array(PaperIdSchema), v.maxLength(LIMITS.papersPerCommand));
const UndoSchema = v.object({ op: v.unknown(), undoes: v.unknown() });

/**
 * A page may make the changes that its controls offer, to one paper at a time. Should a page get
 * hold of its content script's voice, this is all it can do.
 */
const FromPageSchema = v.object({
  change: v.object({ kind: v.picklist(['star', 'tag', 'dismiss', 'status', 'note']) }),
  papers: v.pipe(v.array(v.unknown()), v.length(1)),
});

const NOT_ALLOWED: Acknowledgement = {
  ok: false,
  code: 'not-allowed',
  message: 'A page cannot do this.',
};

function mayRun(sender: Sender, command: unknown): boolean {
  return sender.kind === 'extension' || v.is(FromPageSchema, command);
}
