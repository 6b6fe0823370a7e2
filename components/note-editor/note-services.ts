import { sendCommand } from '@/lib/protocol/send-command';
import { noteDrafts } from '@/lib/triage/notes/drafts';
import type { NoteServices } from '@/lib/triage/notes/session';

/** What note sessions work with on the extension's own pages. */
export const noteServices: NoteServices = { send: sendCommand, drafts: noteDrafts };
