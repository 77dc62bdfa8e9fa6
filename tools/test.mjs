import { handOver } from './setup.mjs';

handOver('test.ts');
