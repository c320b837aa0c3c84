/** The process that inputs are run in; `npm run fuzz` starts several. */
import { serveJobs } from './run/fuzz-process.ts';
import { targets } from './targets.ts';

serveJobs(targets, process.argv[2] ?? '');
