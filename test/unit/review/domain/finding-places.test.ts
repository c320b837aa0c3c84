import { describe, expect, it } from 'vitest';
import { placesOfFinding } from '../../../../contexts/review/domain/finding-places.ts';
import { act, field, form } from '../../adjudication/domain/claim-builder.ts';

const changed = <T>(value: T) => ({ ...field(value), isCorrected: true, attestedBy: ['amina'] });

describe('what is looked at because of a finding', () => {
  it('is the count that is unusual, beside the amounts', () => {
    const finding = { kind: 'doubt', code: 'AMOUNT_UNUSUAL', field: 'quantity', line: 0 } as const;
    expect(placesOfFinding(finding, form())).toEqual([
      { field: 'quantity', line: 0 },
      { field: 'totalCentimes' },
      { field: 'billedCentimes', line: 0 },
    ]);
  });

  it('is the number of boxes that is unusual', () => {
    const finding = { kind: 'doubt', code: 'AMOUNT_UNUSUAL', field: 'boxes', line: 1 } as const;
    expect(placesOfFinding(finding, form())[0]).toEqual({ field: 'boxes', line: 1 });
  });

  it('is what a person changed of whom and where, where an act is nearly one that was paid', () => {
    const near = { kind: 'doubt', code: 'NEAR_DUPLICATE', line: 0 } as const;
    const own = ['dateOfCare', 'keyLetter', 'billedCentimes'].map((name) => ({ field: name, line: 0 }));
    expect(placesOfFinding(near, form())).toEqual(own);
    expect(placesOfFinding(near, form({ inpe: changed('091024578') }))).toEqual([...own, { field: 'inpe' }]);
    const row = { ...act(), inpe: changed('092307418') };
    const ofRow = form({ inpe: changed('091024578'), patientName: changed('X'), acts: [row] });
    expect(placesOfFinding(near, ofRow)).toEqual([
      ...own,
      { field: 'patientName' },
      { field: 'inpe', line: 0 },
    ]);
  });
});
