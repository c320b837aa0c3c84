export type { RightsStore } from './ports.ts';
