import { defineUnlistedScript } from 'wxt/utils/define-unlisted-script';
import { re2Engine } from '@/lib/filter/re2-engine';
import { takeBridge } from '@/lib/page/bridge';

/** Brought to a page by the background when a rule or a filter has a regular expression. */
export default defineUnlistedScript(() => takeBridge().takeEngine(re2Engine));
