import type { MilafClient } from '../../contexts/operations/aws/milaf-client.ts';
import { loadMedicines } from '../../contexts/medicines/use-cases/load-medicines.ts';
import { sampleMedicineFile } from '../samples/medicines/sample-medicines.ts';

/** Puts the invented medicines into the registry. @returns how many there are */
export async function loadSampleMedicines({ medicines }: Pick<MilafClient, 'medicines'>): Promise<number> {
  const bytes = new TextEncoder().encode(sampleMedicineFile());
  const { newCount, unchangedCount, refused } = await loadMedicines(bytes, medicines, {
    isDryRun: false,
    from: undefined,
    source: undefined,
  });
  if (refused.length > 0) throw new Error(`The registry refused ${refused.length} of its own medicines`);
  return newCount + unchangedCount;
}
