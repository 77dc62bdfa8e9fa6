import { handOver } from './setup.mjs';

handOver('dev.ts');
