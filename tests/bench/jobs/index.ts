import { clicks } from './clicks';
import { controls } from './controls';
import { highlights } from './highlights';
import type { Job } from './job';

export const JOBS: readonly Job[] = [controls, highlights, clicks];
