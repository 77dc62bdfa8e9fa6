import { handOver } from './setup.mjs';

handOver('start.ts');
