import type { Commands } from '@/lib/library/commands/commands';
import type { Acknowledgement } from '@/lib/protocol/acknowledgement';
import { type News, newsOf } from '@/lib/protocol/news';

/** The same commands, which announce what each of them changed. */
export function announceCommands(commands: Commands, announce: (news: News) => void): Commands {
  function announced<A extends unknown[]>(write: (...args: A) => Promise<Acknowledgement>) {
    return async (...args: A): Promise<Acknowledgement> => {
      const answer = await write(...args);
      if (answer.ok) announce(newsOf(answer));
      return answer;
    };
  }

  return {
    ...commands,
    run: announced(commands.run),
    manage: announced(commands.manage),
    editRules: announced(commands.editRules),
    addRule: announced(commands.addRule),
    undo: announced(commands.undo),
    undoLatest: announced(commands.undoLatest),
    redoLatest: announced(commands.redoLatest),
  };
}
