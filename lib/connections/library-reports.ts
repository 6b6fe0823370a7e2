import { createReports } from '@/lib/library/queries/reports';
import { db } from './page-database';

/** Reports on the whole library, for the library page. */
export const reports = createReports(db);
