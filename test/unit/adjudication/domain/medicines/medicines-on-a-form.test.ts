import { describe, expect, it } from 'vitest';
import { adjudicate } from '../../../../../contexts/adjudication/domain/adjudicate.ts';
import type { AdjudicationInput } from '../../../../../contexts/adjudication/domain/adjudication-input.ts';
import type { CareFormMedicine, Dispensing } from '../../../../../contexts/reading/domain/care-form.ts';
import { medicineCodeOf, medicineOf, priceOf } from '../../../../support/medicine-examples.ts';
import { medicineGroup } from '../../../../../contexts/adjudication/domain/medicines/medicine-fingerprint.ts';
import { act, child, claimInput, field, personFile, provider } from '../claim-builder.ts';

const pharmacy = provider({ inpe: '092307418', name: 'Pharmacie Ennakhil', specialty: 'Pharmacie' });
const cardiopex = medicineOf();
const venotone = medicineOf({
  code: medicineCodeOf(2),
  name: 'VENOTONE 500 MG',
  prices: [priceOf({ ppvCentimes: 3_000, baseCentimes: undefined, rateBasisPoints: 0 })],
});

const source = field('').source;

/** Boxes whose bars were read, at the price of the list. */
function boxes(code: string, quantity: number, unitCentimes: number): CareFormMedicine {
  return {
    code: field(code, { evidence: ['BARCODE', 'CHECK_DIGITS'] }),
    name: undefined,
    quantity: field(quantity),
    unitPriceCentimes: field(unitCentimes, { evidence: ['SUM', 'REGISTRY'] }),
    billedCentimes: undefined,
    source,
  };
}

const two = [boxes(cardiopex.code, 2, 9_620)];

function dispensing(more: Partial<Dispensing> = {}): Dispensing {
  return {
    pharmacyInpe: field('092307418'),
    dispensedOn: field('2025-09-04'),
    totalCentimes: undefined,
    medicines: two,
    ...more,
  };
}

type Changes = Parameters<typeof claimInput>[0];

/** A consultation of 250 DH (105 DH are paid) and two boxes of 96.20 DH with a base of 84.50 DH. */
function withMedicines(more: Partial<Dispensing> = {}, changes: Changes = {}): AdjudicationInput {
  return claimInput({
    pharmacy,
    medicines: new Map([cardiopex, venotone].map((medicine) => [medicine.code, medicine])),
    ...changes,
    form: { dispensing: dispensing(more), totalCentimes: field(25_000 + 2 * 9_620), ...changes.form },
  });
}

const codesOf = (input: AdjudicationInput): string[] =>
  adjudicate(input)
    .findings.filter(({ kind }) => kind !== 'signal')
    .map(({ code, field: name, line }) => [code, name, line].filter((part) => part !== undefined).join(' '));

describe('medicines on a care form', () => {
  it('are paid with the acts: boxes × the lower of price and base × rate', () => {
    const decision = adjudicate(withMedicines());
    expect(decision).toMatchObject({ outcome: 'approved', paidCentimes: 10_500 + 11_830 });
    expect(decision.lines).toMatchObject([
      { keyLetter: 'CS', paidCentimes: 10_500 },
      {
        kind: 'medicine',
        medicineCode: cardiopex.code,
        dateOfCare: '2025-09-04',
        quantity: 2,
        billedCentimes: 19_240,
        unitTariffCentimes: 8_450,
        basisCentimes: 16_900,
        rateBasisPoints: 7_000,
        paidCentimes: 11_830,
        outcome: 'paid',
      },
    ]);
    expect(decision.fingerprints).toHaveLength(2);
  });

  it('that are not reimbursable are a rejected line, and the rest is paid', () => {
    const input = withMedicines(
      { medicines: [...two, boxes(venotone.code, 1, 3_000)] },
      { form: { totalCentimes: field(25_000 + 19_240 + 3_000) } },
    );
    expect(adjudicate(input)).toMatchObject({ outcome: 'partly-approved', paidCentimes: 22_330 });
    expect(codesOf(input)).toEqual(['MEDICINE_NOT_REIMBURSABLE 2']);
  });

  it('are paid where the acts have their total and the pharmacy has its own', () => {
    const input = withMedicines({ totalCentimes: field(19_240) }, { form: { totalCentimes: field(25_000) } });
    expect(adjudicate(input)).toMatchObject({ outcome: 'approved', paidCentimes: 22_330 });
  });

  it('are never passed over in silence where only the acts add up', () => {
    const input = withMedicines({}, { form: { totalCentimes: field(25_000) } });
    expect(adjudicate(input)).toMatchObject({ outcome: 'referred', paidCentimes: 0 });
    expect(codesOf(input)).toContain('AMOUNT_MISMATCH totalCentimes');
  });

  it.each([
    ['a code that no list has', { medicines: [boxes(medicineCodeOf(77), 2, 9_620)] }, 'MEDICINE_UNKNOWN 1'],
    [
      'a label of which the bars say something else',
      {
        medicines: [
          {
            ...boxes(cardiopex.code, 2, 9_620),
            code: field(cardiopex.code, { evidence: ['BARCODE'], doubts: ['BARCODE_DIFFERS'] }),
          },
        ],
      },
      'FIELD_UNREADABLE medicineCode 1',
    ],
    [
      'a line of the list without a label',
      { medicines: [{ ...boxes(cardiopex.code, 2, 9_620), code: undefined }] },
      'FIELD_UNREADABLE medicineCode 1',
    ],
    [
      'another count of labels than the list has',
      {
        medicines: [
          { ...boxes(cardiopex.code, 2, 9_620), quantity: field(2, { doubts: ['CONFLICTING_VALUES'] }) },
        ],
      },
      'FIELD_UNREADABLE boxes 1',
    ],
    ['no pharmacy', { pharmacyInpe: undefined }, 'FIELD_UNREADABLE pharmacyInpe'],
    ['a pharmacy that no register has', { pharmacyInpe: field('099999999') }, 'INPE_UNKNOWN pharmacyInpe'],
  ] as const)('go to a person with %s, while the act is paid', (_, changes, code) => {
    const input = withMedicines(changes);
    const decision = adjudicate(input);
    expect(decision).toMatchObject({ outcome: 'partly-referred', paidCentimes: 10_500 });
    expect(decision.lines.map(({ outcome }) => outcome)).toEqual(['paid', 'referred']);
    expect(codesOf(input)).toContain(code);
  });

  it.each([
    ['a day without a price', { dispensedOn: field('2024-12-30') }, 'MEDICINE_PRICE_UNKNOWN 1'],
  ] as const)(
    'go to a person with the whole claim with %s: filing counts from the first day',
    (_, changes, code) => {
      const input = withMedicines(changes);
      expect(adjudicate(input)).toMatchObject({ outcome: 'referred', paidCentimes: 0 });
      expect(codesOf(input)).toContain(code);
    },
  );

  it('are believed by the 13 digits below torn bars only where the list has that box at that price', () => {
    const torn = { ...two[0]!, code: field(cardiopex.code, { evidence: ['CHECK_DIGITS'] }) };
    expect(adjudicate(withMedicines({ medicines: [torn] })).outcome).toBe('approved');
    const dearer = { ...torn, unitPriceCentimes: field(9_720) };
    const input = withMedicines(
      { medicines: [dearer] },
      { form: { totalCentimes: field(25_000 + 2 * 9_720) } },
    );
    expect(codesOf(input)).toContain('FIELD_UNREADABLE medicineCode 1');
  });

  it('need somebody who prescribed them: a visit before they were sold, or a prescription', () => {
    const late = { form: { acts: [act({ dateOfCare: '2025-09-06' })] } };
    expect(codesOf(withMedicines({}, late))).toEqual(['PRESCRIPTION_MISSING']);
    expect(adjudicate(withMedicines({}, late)).outcome).toBe('partly-referred');
    const prescribed = { prescribedOn: field('2025-09-02') };
    expect(codesOf(withMedicines(prescribed, { ...late, pageRoles: ['care-form', 'prescription'] }))).toEqual(
      [],
    );
  });

  it('sold on a day after the cover ended are not paid by a machine', () => {
    const person = personFile({
      coverages: [
        {
          type: 'coverage',
          registrationNumber: '184203957',
          scheme: 'AMO_SALARIE',
          from: '2015-01-01',
          to: '2025-09-03',
        },
      ],
    });
    const decision = adjudicate(withMedicines({}, { person }));
    expect(decision.lines.map(({ outcome }) => outcome)).not.toContain('paid');
    expect(decision.outcome).not.toBe('approved');
  });
});

describe('many boxes of one code', () => {
  const lines = (...counts: readonly number[]) => {
    const medicines = counts.map((count) => boxes(cardiopex.code, count, 9_620));
    const total = counts.reduce((sum, count) => sum + count * 9_620, 25_000);
    return withMedicines({ medicines }, { form: { totalCentimes: field(total) } });
  };

  it('are looked at above the number that the rules say, on however many lines they stand', () => {
    expect(adjudicate(lines(10))).toMatchObject({ outcome: 'approved' });
    expect(codesOf(lines(11))).toEqual(['AMOUNT_UNUSUAL boxes 1']);
    expect(adjudicate(lines(4, 6))).toMatchObject({ outcome: 'approved' });
    expect(codesOf(lines(4, 7))).toEqual(['AMOUNT_UNUSUAL boxes 1', 'AMOUNT_UNUSUAL boxes 2']);
    expect(adjudicate(lines(50))).toMatchObject({ outcome: 'partly-referred', paidCentimes: 10_500 });
  });

  it('are paid where people counted them, the second one what the first put there', () => {
    const seen = <T>(value: T, ...attestedBy: string[]) => ({ ...field(value), attestedBy });
    const counted = (isCounted: boolean) => {
      const [line] = lines(11).form.dispensing?.medicines ?? [];
      const medicine = {
        ...line!,
        unitPriceCentimes: seen(9_620, 'amina'),
        ...(isCounted ? { quantity: seen(11, 'amina') } : {}),
      };
      const acts = [{ ...act(), billedCentimes: seen(25_000, 'amina') }];
      const totalCentimes = seen(25_000 + 11 * 9_620, 'amina');
      return adjudicate(withMedicines({ medicines: [medicine] }, { form: { acts, totalCentimes } })).outcome;
    };
    expect([counted(false), counted(true)]).toEqual(['partly-referred', 'approved']);
  });
});

describe('the same boxes again', () => {
  /** The second claim beside the first, which was paid under the groups of now, or when each code had groups of its own. */
  const known = (
    first: AdjudicationInput,
    second: AdjudicationInput,
    keeping: 'now' | 'before' = 'now',
  ): AdjudicationInput => {
    const { fingerprints, fingerprintsOfPerson = [] } = adjudicate(first);
    const taken = (keys: readonly (string | undefined)[]) =>
      new Map(keys.flatMap((key) => (key === undefined ? [] : [[key, 'claim-0'] as const])));
    const ofBoxes = fingerprintsOfPerson.filter(({ line }) => line > 0);
    const codes = first.form.dispensing?.medicines.map(({ code }) => code?.value ?? '') ?? [];
    const ofCodes = codes.map((code) => medicineGroup({ registrationNumber: '184203957', code }));
    return keeping === 'before'
      ? { ...second, knownFingerprints: taken(fingerprints.slice(1)), knownGroups: taken(ofCodes) }
      : {
          ...second,
          knownFingerprints: taken(ofBoxes.map(({ fingerprint }) => fingerprint)),
          knownGroups: taken(ofBoxes.map(({ group }) => group)),
        };
  };

  it('behind another bill are a doubt, whatever pharmacy it names', () => {
    const other = provider({ inpe: '092307419', name: 'Pharmacie du Port', specialty: 'Pharmacie' });
    const again = withMedicines({ pharmacyInpe: field(other.inpe) }, { pharmacy: other });
    for (const keeping of ['now', 'before'] as const)
      expect(codesOf(known(withMedicines(), again, keeping))).toEqual(['DUPLICATE 1']);
  });

  it('on two lines of one form are judged as one dispensing', () => {
    const later = (day: string, first: number[]) => {
      const medicines = first.map((count) => boxes(cardiopex.code, count, 9_620));
      const before = withMedicines({ medicines });
      const again = withMedicines(
        { dispensedOn: field(day) },
        {
          form: { signatureDate: field(day) },
          claim: { submissionDate: day, receivedOn: day, decidedOn: day },
        },
      );
      return codesOf(known(before, again));
    };
    // Two boxes of 28 last 42 days at three quarters.
    expect(later('2025-10-15', [1, 1])).toEqual(['RENEWAL_TOO_SOON 1']);
    expect(later('2025-10-16', [1, 1])).toEqual([]);
    expect(later('2025-10-15', [1])).toEqual([]);
  });

  it.each([
    ['2025-09-07', ['NEAR_DUPLICATE 1']],
    ['2025-09-08', []],
  ])('for somebody else of the family some days later, on %s, are %o', (day, codes) => {
    const person = personFile({ dependants: [child()] });
    const forChild = withMedicines(
      { dispensedOn: field(day) },
      {
        person,
        form: {
          beneficiaryLink: field('child'),
          patientName: field('BENNANI Adam'),
          patientBirthDate: field('2017-06-02'),
        },
      },
    );
    expect(codesOf(known(withMedicines({}, { person }), forChild))).toEqual(codes);
  });

  it('for somebody else of the family are a doubt', () => {
    const person = personFile({ dependants: [child()] });
    const forChild = withMedicines(
      {},
      {
        person,
        form: {
          beneficiaryLink: field('child'),
          patientName: field('BENNANI Adam'),
          patientBirthDate: field('2017-06-02'),
        },
      },
    );
    for (const keeping of ['now', 'before'] as const)
      expect(codesOf(known(withMedicines({}, { person }), forChild, keeping))).toEqual(['NEAR_DUPLICATE 1']);
  });

  it.each([
    ['two weeks later are a doubt', '2025-09-18', 'now', ['RENEWAL_TOO_SOON 1']],
    ['a month later are one where they were two boxes', '2025-10-06', 'now', ['RENEWAL_TOO_SOON 1']],
    ['when three quarters of both are used up are paid', '2025-10-16', 'now', []],
    ['two weeks later are a doubt, of claims of before', '2025-09-18', 'before', ['RENEWAL_TOO_SOON 1']],
    ['a month later are none: claims of before kept no count', '2025-10-06', 'before', []],
  ] as const)('%s', (_, day, keeping, codes) => {
    const later = withMedicines(
      { dispensedOn: field(day) },
      {
        form: { signatureDate: field(day) },
        claim: { submissionDate: day, receivedOn: day, decidedOn: day },
      },
    );
    expect(codesOf(known(withMedicines(), later, keeping))).toEqual(codes);
  });
});
