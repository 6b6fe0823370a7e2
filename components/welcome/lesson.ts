import type { Action } from '@/lib/triage/actions';

/** The actions whose keys are taught, in this order. */
export const LESSON = ['star', 'tag', 'dismiss', 'next'] as const satisfies readonly Action[];
export type LessonAction = (typeof LESSON)[number];

export function isOfLesson(action: Action): action is LessonAction {
  return LESSON.some((one) => one === action);
}
