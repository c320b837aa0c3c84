import type { Target } from './target.ts';
import { apiTargets } from './targets/api.ts';
import { bankTargets } from './targets/bank.ts';
import { drawingTargets } from './targets/drawing.ts';
import { fileTargets } from './targets/files.ts';
import { listTargets } from './targets/lists.ts';
import { messageTargets } from './targets/messages.ts';
import { readingTargets } from './targets/readings.ts';
import { textTargets } from './targets/texts.ts';

/** Every parser of something that comes from outside. The dear ones first, so that no process is left alone with them. */
export const targets: readonly Target[] = [
  ...drawingTargets,
  ...readingTargets,
  ...fileTargets,
  ...listTargets,
  ...bankTargets,
  ...apiTargets,
  ...messageTargets,
  ...textTargets,
];
