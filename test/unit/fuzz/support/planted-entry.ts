import { serveJobs } from '../../../fuzz/run/fuzz-process.ts';
import { plantedTargets } from './planted-targets.ts';

serveJobs(plantedTargets, process.argv[2] ?? '');
