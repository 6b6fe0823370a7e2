import { bytes } from './bytes';
import { clicks } from './clicks';
import { controls } from './controls';
import { highlights } from './highlights';
import { imports } from './imports';
import type { Job } from './job';
import { lists } from './lists';

export const JOBS: readonly Job[] = [controls, highlights, clicks, lists, imports, bytes];
