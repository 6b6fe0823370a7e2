import { defineUnlistedScript } from 'wxt/utils/define-unlisted-script';
import { re2Engine } from '@/lib/filter/re2-engine';
import { takeBridge } from '@/lib/page/bridge';

/** Injected by the background when a rule or filter uses a regular expression. */
export default defineUnlistedScript(() => takeBridge().takeEngine(re2Engine));
