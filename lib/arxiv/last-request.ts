import { storage } from 'wxt/utils/storage';
import { type LastRequest, NO_REQUEST } from './pace';

/** Until the browser is closed; outlives the worker. */
export const lastRequest = storage.defineItem<LastRequest>('session:arxivApi', {
  fallback: NO_REQUEST,
});
