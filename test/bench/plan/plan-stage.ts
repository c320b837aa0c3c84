import type { Stage } from '../../../lib/stages/stage.ts';

/** The settings that the migration goes by. */
export type PlanStage = Pick<Stage, 'lists' | 'registrationSms' | 'consumers'>;
