import 'fake-indexeddb/auto';
import { cleanup } from '@testing-library/react';
import { afterEach } from 'vitest';
import { browser } from 'wxt/browser';
import { messageOf } from './locale';

// wxt's fake browser has no texts; a browser in English has these.
browser.i18n.getMessage = (key: string, values?: string | string[]) =>
  messageOf('en', key, values ?? []);

afterEach(cleanup);
