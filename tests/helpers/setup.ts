import 'fake-indexeddb/auto';
import { cleanup, configure } from '@testing-library/react';
import { afterEach } from 'vitest';
import { browser } from 'wxt/browser';
import { messageOf } from './locale';

// wxt's fake browser has no texts; a browser in English has these.
browser.i18n.getMessage = (key: string, values?: string | string[]) =>
  messageOf('en', key, values ?? []);

// It has no keys either, and neither need a browser have any.
browser.commands.getAll = (async () => []) as never;

// How long a busy machine takes says nothing.
configure({ asyncUtilTimeout: 10_000 });

afterEach(cleanup);
