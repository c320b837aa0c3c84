import type { CareFormAct, CareFormMedicine } from '#reading';
import { isAttested } from './attestations.ts';
import { normaliseDiseaseCode } from './tariffs/disease-code.ts';

/** The disease that people found beside an act or boxes: a code that only a machine read multiplies nothing. */
export function keyedDisease(
  row: Pick<CareFormAct | CareFormMedicine, 'diseaseCode'> | undefined,
): string | undefined {
  const code = row?.diseaseCode;
  return code === undefined || !isAttested(code) ? undefined : normaliseDiseaseCode(code.value);
}
