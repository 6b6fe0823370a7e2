/** The texts of a paper while the user edits them. */
import * as v from 'valibot';
import { OWN_TEXT_NAMES, ownTextsOf, readMetadata } from '@/lib/library/store/own-texts';
import type { PaperRecord } from '@/lib/library/store/record';
import type { Metadata } from '@/lib/paper';
import type { Change } from '@/lib/protocol/change';
import { OWN_TEXTS, type OwnText } from '@/lib/protocol/own-texts';
import { isEqualJson } from '@/lib/util/is-equal-json';

type EditTexts = Extract<Change, { kind: 'editTexts' }>;

/** As typed; authors one on each line. */
export type Drafts = Readonly<Record<OwnText, string>>;

export function draftsOf({ title, authors, abstract }: Metadata): Drafts {
  return { title, authors: authors.join('\n'), abstract: abstract ?? '' };
}

/** What was read of a paper, without the user's own texts. */
export function draftsRead(record: PaperRecord): Drafts {
  return draftsOf(readMetadata(record));
}

interface CheckedDrafts {
  /** `null`: nothing is to be changed. */
  readonly change: EditTexts | null;
  /** What is wrong with texts, in words. */
  readonly problems: Readonly<Partial<Record<OwnText, string>>>;
}

/** What drafts come to; those that are as they were at `first` are left alone. */
export function checkDrafts(record: PaperRecord, first: Drafts, drafts: Drafts): CheckedDrafts {
  const problems: Partial<Record<OwnText, string>> = {};
  const texts: Partial<Record<OwnText, unknown>> = {};
  const own = ownTextsOf(record);
  const read = draftsRead(record);
  for (const name of OWN_TEXT_NAMES) {
    if (drafts[name] === first[name]) continue;
    const checked = v.safeParse(OWN_TEXTS[name], inputOf(name, drafts), { abortEarly: true });
    if (!checked.success) problems[name] = checked.issues[0].message;
    else if (!isEqualJson(checked.output, inputOf(name, read))) texts[name] = checked.output;
    else if (own.includes(name)) texts[name] = null;
  }
  const isChanged = Object.keys(texts).length > 0;
  return { change: isChanged ? ({ kind: 'editTexts', ...texts } as EditTexts) : null, problems };
}

function inputOf(name: OwnText, drafts: Drafts): string | readonly string[] {
  return name === 'authors' ? drafts[name].split('\n') : drafts[name];
}
