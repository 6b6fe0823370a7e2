import { createSurveys } from './queries/surveys';
import { db } from './store/connection';

/** What the library page tells of the library as a whole. */
export const surveys = createSurveys(db);
