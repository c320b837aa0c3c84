import { describe, expect, it } from 'vitest';
import { adjudicate } from '../../../../../contexts/adjudication/domain/adjudicate.ts';
import type { AdjudicationInput } from '../../../../../contexts/adjudication/domain/adjudication-input.ts';
import { careGroupsOf } from '../../../../../contexts/adjudication/domain/care-groups.ts';
import { lineIdentity, linesOf } from '../../../../../contexts/adjudication/domain/line-identity.ts';
import { boxesPersonOf } from '../../../../../contexts/adjudication/domain/person-traces.ts';
import {
  aroundDay,
  familyGroup,
  personBoxesGroup,
} from '../../../../../contexts/adjudication/domain/taken-care.ts';
import type { CareFormMedicine } from '../../../../../contexts/reading/domain/care-form.ts';
import { currentRuleBook } from '../../../../../contexts/rules/rule-book.ts';
import { medicineCodeOf, medicineOf, priceOf } from '../../../../support/medicine-examples.ts';
import { field, personFile, provider } from '../claim-builder.ts';
import { boxesOf, cardiopex, pharmacy, reasonsOf, withBoxes } from './dispensing-builder.ts';

const ATLAS = '092307426';
const atlas = provider({ inpe: ATLAS, name: 'Pharmacie Atlas', specialty: 'Pharmacie' });
const laboratory = provider({ inpe: '071854390', name: 'Labo', specialty: 'Biologie médicale' });
/** 30.00 DH, of which 21.00 are paid; from 8 September on the base is 20.00. */
const venotone = medicineOf({
  code: medicineCodeOf(2),
  substances: ['venotonine'],
  prices: [
    priceOf({ ppvCentimes: 3_000, baseCentimes: 3_000, to: '2025-09-07' }),
    priceOf({ ppvCentimes: 3_000, baseCentimes: 2_000, from: '2025-09-08' }),
  ],
});

const keyed = (value: string) => ({ ...field(value), attestedBy: ['amina'] });
const first = boxesOf(cardiopex.code, 2, 9_620);
const second = (own: Partial<CareFormMedicine> = {}): CareFormMedicine => ({
  ...boxesOf(venotone.code, 1, 3_000),
  ...own,
});

function twoSales(
  lines: readonly CareFormMedicine[],
  changes: Parameters<typeof withBoxes>[1] = {},
  more: Parameters<typeof withBoxes>[0] = {},
): AdjudicationInput {
  return withBoxes(
    { medicines: lines, ...more },
    {
      medicines: new Map([cardiopex, venotone].map((one) => [one.code, one])),
      rowProviders: new Map([atlas, laboratory].map((one) => [one.inpe, one])),
      ...changes,
    },
  );
}

const paid = (input: AdjudicationInput) => adjudicate(input).lines.map(({ paidCentimes }) => paidCentimes);

describe('boxes of two days on one form', () => {
  it('are priced on their own day, and shown with it', () => {
    const input = twoSales([first, second({ dispensedOn: keyed('2025-09-09') })]);
    const { outcome, lines } = adjudicate(input);
    expect(outcome).toBe('approved');
    expect(lines.map(({ dateOfCare }) => dateOfCare)).toEqual(['2025-09-03', '2025-09-04', '2025-09-09']);
    expect(paid(input)).toEqual([10_500, 11_830, 1_400]);
    expect(paid(twoSales([first, second()]))).toEqual([10_500, 11_830, 2_100]);
  });

  it('need no day of the form where each line has its own', () => {
    const lines = [first, second()].map((line) => ({ ...line, dispensedOn: keyed('2025-09-05') }));
    expect(paid(twoSales(lines, {}, { dispensedOn: undefined }))).toEqual([10_500, 11_830, 2_100]);
    const [one, other] = lines;
    const left = [one!, { ...other!, dispensedOn: undefined }];
    expect(reasonsOf(twoSales(left, {}, { dispensedOn: undefined }))).toEqual([
      'doubt FIELD_UNREADABLE dispensedOn',
    ]);
  });

  it('keep all boxes waiting where the day of one line is not sure', () => {
    const unsure = field('2025-09-09', { confidencePercent: 60 });
    const input = twoSales([first, second({ dispensedOn: unsure })]);
    expect(reasonsOf(input)).toEqual(['doubt FIELD_UNREADABLE dispensedOn 2']);
    expect(adjudicate(input)).toMatchObject({ outcome: 'partly-referred', paidCentimes: 10_500 });
  });

  it('are each judged by their own day: before the visit nobody had prescribed them', () => {
    const input = twoSales([first, second({ dispensedOn: keyed('2025-09-02') })]);
    expect(reasonsOf(input)).toEqual(['missing PRESCRIPTION_MISSING']);
    expect(adjudicate(input)).toMatchObject({ outcome: 'partly-referred', paidCentimes: 10_500 });
  });

  it('are too soon after each other on one form as on two, and no duplicate', () => {
    const again = { ...boxesOf(cardiopex.code, 1, 9_620), dispensedOn: keyed('2025-09-09') };
    const input = twoSales([first, again]);
    expect(reasonsOf(input)).toEqual(['doubt RENEWAL_TOO_SOON 1', 'doubt RENEWAL_TOO_SOON 2']);
    expect(adjudicate(input)).toMatchObject({ outcome: 'partly-referred', paidCentimes: 10_500 });
    expect(paid(twoSales([first, { ...again, dispensedOn: undefined }]))).toEqual([10_500, 11_830, 5_915]);
  });

  it('are counted together where there are too many of one code', () => {
    const many = (count: number, day: string) => ({
      ...boxesOf(cardiopex.code, count, 9_620),
      dispensedOn: keyed(day),
    });
    const reasons = reasonsOf(twoSales([many(6, '2025-09-04'), many(6, '2025-09-10')]));
    expect(reasons.filter((reason) => reason.includes('AMOUNT_UNUSUAL boxes'))).toHaveLength(2);
  });

  it('are found again in other claims by their own day', () => {
    const input = twoSales([first, second({ dispensedOn: keyed('2025-09-09') })]);
    const { fingerprints, lines } = adjudicate(input);
    const other = adjudicate({
      ...twoSales([{ ...second(), dispensedOn: keyed('2025-09-09') }]),
      knownFingerprints: new Map(
        fingerprints.flatMap((fingerprint) => (fingerprint === undefined ? [] : [[fingerprint, 'OTHER']])),
      ),
    });
    expect(lines).toHaveLength(3);
    expect(other.fingerprints.at(-1)).toBe(fingerprints.at(-1));
  });

  it('are looked for in the months of both days, and no line changes its identity by having no day of its own', () => {
    const rules = currentRuleBook();
    const { form, person } = twoSales([first, second({ dispensedOn: keyed('2025-06-20') })]);
    const number = person!.person.registrationNumber;
    const mark = boxesPersonOf(personFile(), { kind: 'insured' })!;
    const groups = careGroupsOf(form, person, aroundDay('2025-09-20'), rules);
    const all = [...groups.held, ...groups.older];
    for (const day of ['2025-06-20', '2025-09-04']) {
      expect(all).toContain(familyGroup(number, day, '2025-09-20'));
      expect(all).toContain(personBoxesGroup(mark, day, '2025-09-20'));
    }
    const plain = twoSales([first, second()]).form;
    const [, box] = linesOf(plain);
    expect(lineIdentity({ act: box! }, plain)).toBe(lineIdentity({ act: linesOf(form)[1]! }, form));
  });
});

describe('boxes of two pharmacies on one form', () => {
  it('are paid where both sell medicines', () => {
    const input = twoSales([first, second({ pharmacyInpe: keyed(ATLAS) })]);
    expect(adjudicate(input)).toMatchObject({ outcome: 'approved', paidCentimes: 24_430 });
  });

  it('wait by themselves where one of the two is nobody who is known, or sells none', () => {
    for (const [inpe, code] of [
      ['092000000', 'INPE_UNKNOWN'],
      [laboratory.inpe, 'ACT_NOT_OF_SPECIALTY'],
    ] as const) {
      const input = twoSales([first, second({ pharmacyInpe: keyed(inpe) })]);
      expect(reasonsOf(input)).toEqual([`doubt ${code} pharmacyInpe 2`]);
      expect(adjudicate(input)).toMatchObject({ outcome: 'partly-referred', paidCentimes: 22_330 });
    }
  });

  it('wait for a person where the pages name two and nobody has said which sold what', () => {
    const input = twoSales(
      [first, second()],
      {},
      {
        pharmacyInpe: field(pharmacy.inpe, { doubts: ['CONFLICTING_VALUES'], evidence: ['NEIGHBOURS'] }),
      },
    );
    expect(reasonsOf(input)).toEqual(['doubt FIELD_UNREADABLE pharmacyInpe']);
    expect(adjudicate(input)).toMatchObject({ outcome: 'partly-referred', paidCentimes: 10_500 });
    const said = [first, second()].map((line, index) => ({
      ...line,
      pharmacyInpe: keyed(index === 0 ? pharmacy.inpe : ATLAS),
    }));
    const rowProviders = new Map([atlas, pharmacy].map((one) => [one.inpe, one]));
    expect(adjudicate(twoSales(said, { rowProviders }))).toMatchObject({ outcome: 'approved' });
  });
});

describe('boxes that a prescription does not name', () => {
  it('are paid, and whoever looks at the claim is told', () => {
    const input = twoSales([
      { ...first, isPrescribed: true },
      { ...second(), isPrescribed: false },
    ]);
    const { outcome, findings } = adjudicate(input);
    expect(outcome).toBe('approved');
    expect(findings).toContainEqual({ kind: 'signal', code: 'MEDICINE_NOT_PRESCRIBED', line: 2 });
    expect(findings.filter(({ code }) => code === 'MEDICINE_NOT_PRESCRIBED')).toHaveLength(1);
  });
});
