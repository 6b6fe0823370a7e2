import { createSurveys } from '@/lib/library/queries/reports';
import { db } from './database';

/** What the library page tells of the library as a whole. */
export const surveys = createSurveys(db);
