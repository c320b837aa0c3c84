export { checkCoverage, type CoverageCheck } from './domain/check-coverage.ts';
export { checkDependant } from './domain/dependant-coverage.ts';
export { COVERED, judgeByRows, type Verdict } from './domain/verdict.ts';
