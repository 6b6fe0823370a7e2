/** Rules to start from, which can be edited and deleted like any other. */
import type { Rule } from '@/lib/protocol/rule';
import { NEW_RULE } from './new-rule';

/** For people who read about machine learning. The muting rule is disabled by default. */
export const SAMPLE_RULES: readonly Rule[] = [
  {
    ...NEW_RULE,
    id: '6f1d5c1e-4b0a-4d57-9d0e-2f6b1c7a0001',
    terms: ['language model*', 'LLM*', 'transformer*', 'attention'],
    colour: 2,
  },
  {
    ...NEW_RULE,
    id: '6f1d5c1e-4b0a-4d57-9d0e-2f6b1c7a0002',
    terms: ['diffusion model*', 'flow matching', 'score based'],
    colour: 3,
  },
  {
    ...NEW_RULE,
    id: '6f1d5c1e-4b0a-4d57-9d0e-2f6b1c7a0003',
    terms: ['reinforcement learning', 'RLHF', 'reward model*', 'preference optimi*'],
    colour: 5,
  },
  {
    ...NEW_RULE,
    id: '6f1d5c1e-4b0a-4d57-9d0e-2f6b1c7a0004',
    terms: ['open source*', 'code is available', 'dataset*', 'benchmark*'],
    colour: 6,
  },
  {
    ...NEW_RULE,
    id: '6f1d5c1e-4b0a-4d57-9d0e-2f6b1c7a0005',
    terms: ['survey', 'position paper'],
    fields: ['title'],
    colour: 8,
    action: 'mute',
    enabled: false,
  },
];
