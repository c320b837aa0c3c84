import { adjudicate } from '../../contexts/adjudication/domain/adjudicate.ts';
import type { AdjudicationInput } from '../../contexts/adjudication/domain/adjudication-input.ts';
import { medicineCodeOf, medicineOf } from '../support/medicine-examples.ts';
import { claimInput, field, provider } from '../unit/adjudication/domain/claim-builder.ts';

const BOX_CENTIMES = 9_620;
const PHARMACY = '092307418';
/** Four dispensings, a month apart: as far back as boxes are compared. */
const DAYS = ['2025-06-04', '2025-07-04', '2025-08-04', '2025-09-04'] as const;

function claimOf(day: string, codes: readonly string[]): AdjudicationInput {
  const medicines = codes.map((code) => ({
    code: field(code, { evidence: ['BARCODE' as const] }),
    name: undefined,
    quantity: field(1),
    unitPriceCentimes: field(BOX_CENTIMES),
    billedCentimes: undefined,
    source: field('').source,
  }));
  return claimInput({
    claim: { claimId: `claim-${day}` },
    pharmacy: provider({ inpe: PHARMACY, name: 'Pharmacie Ennakhil', specialty: 'Pharmacie' }),
    medicines: new Map(codes.map((code) => [code, medicineOf({ code })])),
    form: {
      acts: [],
      totalCentimes: field(codes.length * BOX_CENTIMES),
      dispensing: {
        pharmacyInpe: field(PHARMACY),
        dispensedOn: field(day),
        prescribedOn: field(day),
        totalCentimes: undefined,
        medicines,
      },
    },
    pageRoles: ['care-form', 'prescription'],
  });
}

/** The claim of a patient who gets so many medicines each month, with what the claims of the months before left behind. */
export function claimOfRepeatedBoxes(count: number): AdjudicationInput {
  const codes = Array.from({ length: count }, (_, index) => medicineCodeOf(index + 1));
  const [last = '', ...before] = DAYS.toReversed();
  const taken = before.flatMap((day) => {
    const { fingerprintsOfPerson = [] } = adjudicate(claimOf(day, codes));
    return fingerprintsOfPerson.map(({ group, fingerprint }) => ({ group, fingerprint, claimId: day }));
  });
  return {
    ...claimOf(last, codes),
    knownFingerprints: new Map(taken.map(({ fingerprint, claimId }) => [fingerprint, claimId])),
    knownGroups: new Map(taken.map(({ group, claimId }) => [group, claimId])),
  };
}
