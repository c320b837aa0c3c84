import { describe, expect, it } from 'vitest';
import { nameMedicines } from '../../../../contexts/medicines/use-cases/name-medicines.ts';
import { medicineOf } from '../../../support/medicine-examples.ts';
import { MemoryMedicines } from '../../../support/memory-medicines.ts';

const apart = medicineOf({ code: '6118000040293', name: 'DOLIPRANE', strength: '500 MG' });
const within = medicineOf({ code: '6118000040309', name: 'DOLIPRANE 500MG', strength: '500 mg' });
const combined = medicineOf({
  code: '6119900209612',
  name: 'FLUVOSARTAN 160 MG',
  strength: '160 MG / 12,5 MG',
});
const list = new MemoryMedicines([apart, within, combined]);

describe('boxes are named', () => {
  it('with their strength, said once', async () => {
    const names = await nameMedicines([apart.code, within.code, combined.code], list);

    expect([...names.values()]).toEqual(['DOLIPRANE 500 MG', 'DOLIPRANE 500MG', 'FLUVOSARTAN 160 MG']);
  });

  it('where the list has them, and lines without a code ask for nothing', async () => {
    expect([...(await nameMedicines([undefined, '6118000040316', apart.code], list)).keys()]).toEqual([
      apart.code,
    ]);
    const never = { medicinesByCode: () => Promise.reject(new Error('asked for nothing')) };
    expect(await nameMedicines([undefined], never)).toEqual(new Map());
  });
});
