import { db } from './connection';
import { createSurveys } from './surveys';

/** What the library page tells of the library as a whole. */
export const surveys = createSurveys(db);
