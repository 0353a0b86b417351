import { afterAll, inject } from 'vitest';
import { closeEngine } from '../engine/engine';
import { TEST_KEYS } from './keys';

const { pattern } = inject('cluster');
Object.assign(process.env, TEST_KEYS, { DATABASE_URL: pattern.replace('ROLE', 'guatu_app'), DATABASE_OWNER_URL: pattern.replace('ROLE', 'guatu_owner') });
afterAll(closeEngine);
