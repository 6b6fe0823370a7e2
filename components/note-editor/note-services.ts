import { sendCommand } from '@/lib/protocol/send-command';
import { noteDrafts } from '@/lib/triage/notes/drafts';
import type { NoteServices } from '@/lib/triage/notes/session';

/** The services of note sessions on the extension's own pages. */
export const noteServices: NoteServices = { send: sendCommand, drafts: noteDrafts };
