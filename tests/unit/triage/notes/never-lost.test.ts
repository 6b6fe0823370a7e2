/** Whatever happens while a note is edited: no text is lost, and none of others is overwritten unasked. */
import fc from 'fast-check';
import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import { fakeBrowser } from 'wxt/testing/fake-browser';
import type { Acknowledgement } from '@/lib/protocol/acknowledgement';
import type { Command } from '@/lib/protocol/command';
import { createDrafts } from '@/lib/triage/notes/drafts';
import { type NoteSession, startNoteSession } from '@/lib/triage/notes/session';
import { idOf } from '../../../helpers/papers';

const id = idOf(1);

const settled = () => vi.advanceTimersByTimeAsync(0);

/** A library that may fail, someone who edits a note, and someone else who writes it too. */
class Scene {
  private note = '';
  /** All that the library ever held of the note. */
  private readonly saved: string[] = [];
  /** What the user typed and did not replace or give up. */
  private typed: readonly string[] = [];
  /** What someone else wrote, and the user was not shown. */
  private readonly unseen = new Set<string>();
  /** What the session was told last that the note is. */
  private told = '';
  private readonly overwritten: string[] = [];
  /** Commands on their way: each is carried out and answered when it is called. */
  private underWay: ((isDone: boolean) => void)[] = [];
  /** What the library has to tell the page that is open. */
  private news: string[] = [];
  private texts = 0;
  private session: NoteSession;

  constructor() {
    this.session = this.open();
  }

  /** As another page does it, which knows nothing but what is stored. */
  private open(): NoteSession {
    const send = (command: Command) =>
      new Promise<Acknowledgement>((resolve) => {
        const isOpen = () => this.session === session; // else nobody is there to be answered
        if (isOpen()) this.take(command, (answer) => isOpen() && resolve(answer));
      });
    const services = { send, drafts: createDrafts() };
    const session = startNoteSession({ id, paper: null }, this.note, services);
    this.session = session;
    this.told = this.note;
    this.news = [];
    return session;
  }

  private take({ op, change }: Command, reply: (answer: Acknowledgement) => void): void {
    if (this.unseen.has(this.told)) this.overwritten.push(this.told);
    this.underWay.push((isDone) => {
      if (isDone && change.kind === 'note') {
        this.write(change.value);
        reply({ ok: true, op, text: '', states: {}, history: { undo: null, redo: null } });
      } else reply({ ok: false, code: 'storage', message: 'No luck.' });
    });
  }

  private write(text: string): void {
    this.note = text;
    this.saved.push(text);
    this.news.push(text);
  }

  private async answer(isDone: boolean): Promise<void> {
    await settled();
    for (const carryOut of this.underWay.splice(0)) carryOut(isDone);
    await settled();
  }

  private look(): void {
    const { text, status } = this.session.view.getState();
    if (status === 'saved') this.unseen.delete(text);
  }

  private settle(choose: (mine: string, theirs: string) => string): boolean {
    const { text, status, elsewhere } = this.session.view.getState();
    if (status !== 'conflict' || elsewhere === null) return false;
    this.unseen.delete(elsewhere);
    this.session.settle(choose(text, elsewhere));
    return true;
  }

  readonly steps = {
    type: () => {
      this.look();
      this.texts += 1;
      this.typed = [`(typed ${this.texts})`];
      this.session.type(`(typed ${this.texts})`);
    },
    pause: () => vi.advanceTimersByTimeAsync(1_000),
    flush: () => void this.session.flush(),
    answer: () => this.answer(true),
    fail: () => this.answer(false),
    tell: () => {
      for (const text of this.news.splice(0)) {
        this.told = text;
        this.session.hear(text);
      }
    },
    writeElsewhere: () => {
      this.texts += 1;
      this.unseen.add(`(written ${this.texts})`);
      this.write(`(written ${this.texts})`);
    },
    keepMine: () => void this.settle((mine) => mine),
    keepBoth: () => void this.settle((mine, theirs) => `${theirs}${mine}`),
    takeOther: () => {
      if (this.settle((_, theirs) => theirs)) this.typed = [];
    },
    close: async () => {
      void this.session.close();
      await this.answer(true);
      this.open();
    },
    closeInVain: async () => {
      void this.session.close();
      for (let n = 0; n < 3; n += 1) await this.answer(false);
      this.open();
    },
    crash: async () => {
      await settled(); // a keystroke is stored within its own task
      this.open();
    },
    /** Types before the draft that was left can be read, and shown. */
    crashAndType: async () => {
      const left = this.typed;
      await this.steps.crash();
      this.steps.type();
      this.typed = [...left, ...this.typed];
    },
  };

  async check(): Promise<void> {
    await settled();
    this.look();
    const draft = await createDrafts().read(id);
    const found = [draft?.text ?? '', ...this.saved];
    const lost = this.typed.filter((typed) => !found.some((one) => one.includes(typed)));
    expect({ lost, overwritten: this.overwritten }).toEqual({ lost: [], overwritten: [] });
  }
}

const STEPS = Object.keys(new Scene().steps) as readonly (keyof Scene['steps'])[];

beforeEach(() => {
  vi.useFakeTimers();
});

afterEach(() => {
  vi.useRealTimers();
  fakeBrowser.reset();
});

test('what was typed is saved or kept as a draft, and what others wrote was shown before', async () => {
  await fc.assert(
    fc.asyncProperty(fc.array(fc.constantFrom(...STEPS), { maxLength: 40 }), async (steps) => {
      fakeBrowser.reset();
      const scene = new Scene();
      for (const step of steps) {
        await scene.steps[step]();
        await scene.check();
      }
    }),
    { numRuns: 300 },
  );
});
