import {
  registerUnit,
  type RegisterUnitDependencies,
} from '../../contexts/registration/use-cases/register-unit.ts';
import type { RegisterUnit } from '../../contexts/registration/records/work-messages.ts';
import type { LogFields } from '../runtime/log.ts';
import { count } from '../runtime/metrics.ts';

export function createHandler(dependencies: RegisterUnitDependencies) {
  return async (message: RegisterUnit): Promise<LogFields> => {
    const { outcome, lineCount, counts } = await registerUnit(message, dependencies);
    count('ListLinesRegistered', lineCount);
    if (outcome === 'registered') count('PersonsRegistered', counts['REGISTERED'] ?? 0);
    return { ...message, outcome, count: lineCount };
  };
}
