import { storedValue } from '@/lib/util/stored-value';
import { type LastRequest, NO_REQUEST } from './pace';

/** Until the browser is closed; outlives the worker. */
export const lastRequest = storedValue<LastRequest>('session', 'arxivApi', NO_REQUEST);
