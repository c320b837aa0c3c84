import fc from 'fast-check';
import { expect, it } from 'vitest';
import { adjudicate } from '../../../../../contexts/adjudication/domain/adjudicate.ts';
import type { Provider } from '../../../../../contexts/registry/records/registry-records.ts';
import { schemes } from '../../../../../contexts/shared/identifiers/schemes.ts';
import { medicineCodeOf, medicineOf, priceOf } from '../../../../support/medicine-examples.ts';
import { act, claimInput, field, fileUnder, personFile, provider, readTwice } from '../claim-builder.ts';
import {
  BILLS,
  byPencil,
  LETTERS,
  type PaperAct,
  type PaperFile,
  type PaperGrant,
  type PaperProvider,
} from './pencil.ts';

/** So many files by default; `WHOLE_FILES=50000` asks for more. */
const FILES = Number(process.env['WHOLE_FILES'] ?? 5_000);

const SPECIALTIES: Readonly<Record<PaperProvider['kind'], string>> = {
  generalPractitioner: 'Médecine générale',
  dermatologist: 'Dermatologie',
  cardiologist: 'Cardiologie',
  psychiatrist: 'Psychiatrie',
  radiologist: 'Radiologie',
  laboratory: 'Biologie médicale',
  physiotherapist: 'Kinésithérapie',
  dentist: 'Chirurgie dentaire',
  clinic: 'Clinique',
};

const mostly = <T>(usual: fc.Arbitrary<T>, seldom: fc.Arbitrary<T>, times = 9): fc.Arbitrary<T> =>
  fc.oneof({ weight: times, arbitrary: usual }, { weight: 1, arbitrary: seldom });

const kinds = Object.keys(BILLS) as PaperProvider['kind'][];
const anyProvider: fc.Arbitrary<PaperProvider> = fc.record({
  kind: fc.constantFrom(...kinds),
  sector: fc.constantFrom('PRIVATE', 'PRIVATE', 'PUBLIC'),
  isRegistered: mostly(fc.constant(true), fc.constant(false), 40),
});

const anyActs = (providers: readonly PaperProvider[]): fc.Arbitrary<readonly PaperAct[]> => {
  const one = fc.nat(providers.length - 1).chain((by) => {
    const bills: readonly string[] = BILLS[providers[by]?.kind ?? 'clinic'];
    return mostly(fc.constantFrom(...bills), fc.constantFrom(...LETTERS), 15).chain((letter) => {
      const isGraded = ['B', 'P', 'Z', 'K', 'KC', 'KE', 'AMM', 'D'].includes(letter);
      const one = fc.constant(2);
      return fc.record<PaperAct>({
        by: fc.constant(by),
        isNumberBorneOut: mostly(fc.constant(true), fc.constant(false), 25),
        day: fc.integer({ min: 1, max: 9 }).map((day) => `2025-09-0${day}`),
        letter: fc.constant(letter),
        halves: isGraded ? fc.integer({ min: 1, max: 400 }) : mostly(one, fc.integer({ min: 1, max: 6 }), 30),
        count: mostly(fc.constant(1), fc.integer({ min: 1, max: 3 }), isGraded ? 4 : 40),
        billedCentimes: fc.oneof(
          fc.integer({ min: 1, max: 60_000 }),
          fc.constantFrom(8_000, 15_000, 20_000, 25_000),
        ),
      });
    });
  });
  return fc.array(one, { minLength: 1, maxLength: 8 });
};

const DISEASES = ['I10', 'E11'];

/** Each disease has one file at most. */
const anyGrants: fc.Arbitrary<readonly PaperGrant[]> = fc.subarray(DISEASES).chain((diseases) =>
  fc.tuple(
    ...diseases.map((disease) =>
      fc.record<PaperGrant>({
        disease: fc.constant(disease),
        percent: fc.constantFrom(70, 95, 95, 100),
        from: fc.constantFrom('2025-01-01', '2025-01-01', '2025-09-09'),
        boxes: fc.option(fc.subarray([0, 1, 2, 3, 4], { minLength: 1 }), { nil: undefined, freq: 1 }),
      }),
    ),
  ),
);

const anyFile: fc.Arbitrary<PaperFile> = fc
  .array(anyProvider, { minLength: 1, maxLength: 6 })
  .chain((providers) =>
    fc.record<PaperFile>({
      scheme: fc.constantFrom(...schemes),
      providers: fc.constant(providers),
      acts: anyActs(providers),
      boxes: fc.array(
        fc.record({
          boxes: fc.integer({ min: 1, max: 4 }),
          priceCentimes: fc.integer({ min: 100, max: 40_000 }),
          baseCentimes: mostly<number | undefined>(
            fc.integer({ min: 50, max: 40_000 }),
            fc.constant(undefined),
            20,
          ),
          percent: fc.constantFrom(70, 70, 70, 70, 0),
          isListed: mostly(fc.constant(true), fc.constant(false), 30),
          laterBaseCentimes: fc.option(fc.integer({ min: 50, max: 40_000 }), { nil: undefined, freq: 1 }),
          disease: fc.constantFrom(undefined, ...DISEASES, 'J45'),
          ownDay: fc.option(fc.constantFrom('2025-09-03', '2025-09-05', '2025-09-06', '2025-09-10'), {
            nil: undefined,
            freq: 1,
          }),
          ownSeller: mostly<PaperFile['boxes'][number]['ownSeller']>(
            fc.constantFrom(undefined, undefined, 'pharmacy'),
            fc.constantFrom('clinic', 'unregistered'),
            20,
          ),
        }),
        { maxLength: 5 },
      ),
      soldOn: fc.constantFrom('2025-09-04', '2025-09-09', '2025-09-10'),
      isSoldByPharmacy: mostly(fc.constant(true), fc.constant(false), 20),
      behind: fc.oneof(
        fc.constantFrom<PaperFile['behind']>('nothing', 'bill', 'unclear'),
        fc.record({
          prescribedOn: fc.constantFrom(undefined, '2025-09-01', '2025-09-04', '2025-09-09', '2025-09-11'),
        }),
      ),
      hasPhysiotherapyApproval: fc.boolean(),
      grants: mostly<readonly PaperGrant[]>(fc.constant([]), anyGrants, 1),
      offCentimes: mostly(fc.constant(0), fc.constantFrom(1, -1, 5_000), 20),
    }),
  );

const inpeOf = (index: number): string => `09102457${index}`;
const PHARMACY = '092307418';
const OWN_SELLERS = { pharmacy: '092307426', clinic: '091999991', unregistered: '092000000' } as const;
const PAGE_BEHIND = { nothing: undefined, bill: 'supporting', unclear: 'other' } as const;
const substanceOf = (index: number): string => `${'abcde'.charAt(index)}ine`;

const registered = ({ kind, sector }: PaperProvider, index: number): Provider =>
  provider({ inpe: inpeOf(index), name: 'ALAOUI Samira', specialty: SPECIALTIES[kind], sector });

/** The file as it would be read without a fault. */
function inputOf(file: PaperFile) {
  const { scheme, providers, acts, boxes, soldOn, hasPhysiotherapyApproval, grants, offCentimes } = file;
  const known = providers.flatMap((one, index) => (one.isRegistered ? [registered(one, index)] : []));
  const sellers = [
    provider({ inpe: OWN_SELLERS.pharmacy, name: 'Pharmacie Atlas', specialty: 'Pharmacie' }),
    provider({ inpe: OWN_SELLERS.clinic, name: 'Clinique Atlas', specialty: 'Clinique' }),
  ];
  const byInpe = new Map([...known, ...sellers].map((one) => [one.inpe, one]));
  const { behind } = file;
  const page = typeof behind === 'object' ? 'prescription' : PAGE_BEHIND[behind];
  const prescribedOn = typeof behind === 'object' ? behind.prescribedOn : undefined;
  const approval = { type: 'prior-approval', registrationNumber: '184203957', to: '2025-12-31' } as const;
  const priorApprovals = [
    ...(hasPhysiotherapyApproval
      ? [{ ...approval, approvalId: 'A1', keyLetter: 'AMM', from: '2025-08-01' }]
      : []),
    ...grants.map(({ disease, percent, from, boxes: named }, index) => ({
      ...{
        ...approval,
        approvalId: `ALD${index}`,
        from,
        rateBasisPoints: percent * 100,
        diseases: [disease],
      },
      // Every other box by its code, the others by what is in them.
      ...(named === undefined
        ? { keyLetter: 'OPT' }
        : {
            medicines: named.filter((box) => box % 2 === 0).map((box) => medicineCodeOf(box + 1)),
            substances: named.filter((box) => box % 2 === 1).map(substanceOf),
          }),
    })),
  ];
  const list = boxes.map(({ priceCentimes, baseCentimes, laterBaseCentimes, percent }, index) => {
    const price = { ppvCentimes: priceCentimes, baseCentimes, rateBasisPoints: percent * 100 };
    return medicineOf({
      code: medicineCodeOf(index + 1),
      substances: [substanceOf(index)],
      prices:
        laterBaseCentimes === undefined
          ? [priceOf(price)]
          : [
              priceOf({ ...price, to: '2025-09-05' }),
              priceOf({ ...price, baseCentimes: laterBaseCentimes, from: '2025-09-06' }),
            ],
    });
  });
  const sum =
    acts.reduce((total, { billedCentimes }) => total + billedCentimes, 0) +
    boxes.reduce((total, one) => total + one.boxes * one.priceCentimes, 0);
  return claimInput({
    pageRoles: page === undefined ? ['care-form'] : ['care-form', page],
    person: scheme === 'AMO_SALARIE' ? personFile({ priorApprovals }) : fileUnder(scheme, { priorApprovals }),
    provider: byInpe.get(inpeOf(0)),
    rowProviders: byInpe,
    pharmacy: provider({
      inpe: PHARMACY,
      name: 'Pharmacie Ennakhil',
      specialty: file.isSoldByPharmacy ? 'Pharmacie' : 'Clinique',
    }),
    medicines: new Map(list.filter((_, index) => boxes[index]?.isListed).map((one) => [one.code, one])),
    form: {
      inpe: field(inpeOf(0)),
      acts: acts.map((one) => ({
        ...act(),
        dateOfCare: field(one.day),
        keyLetter: readTwice(one.letter),
        coefficientHundredths: readTwice(one.halves * 50),
        quantity: readTwice(one.count),
        billedCentimes: readTwice(one.billedCentimes),
        ...(one.by === 0
          ? {}
          : {
              inpe: one.isNumberBorneOut
                ? field(inpeOf(one.by), { evidence: ['REPEATED'] })
                : field(inpeOf(one.by)),
            }),
      })),
      totalCentimes: field(sum + offCentimes),
      ...(boxes.length === 0
        ? {}
        : {
            dispensing: {
              pharmacyInpe: field(PHARMACY),
              dispensedOn: field(soldOn),
              ...(prescribedOn === undefined ? {} : { prescribedOn: field(prescribedOn) }),
              totalCentimes: undefined,
              medicines: boxes.map((one, index) => ({
                code: field(medicineCodeOf(index + 1), { evidence: ['BARCODE' as const] }),
                name: undefined,
                quantity: field(one.boxes),
                unitPriceCentimes: field(one.priceCentimes),
                billedCentimes: undefined,
                ...(one.disease === undefined
                  ? {}
                  : { diseaseCode: { ...field(one.disease), attestedBy: ['amina'] } }),
                ...(one.ownDay === undefined ? {} : { dispensedOn: field(one.ownDay) }),
                ...(one.ownSeller === undefined ? {} : { pharmacyInpe: field(OWN_SELLERS[one.ownSeller]) }),
                source: field('').source,
              })),
            },
          }),
    },
  });
}

it(
  `comes to the centime and the reason that a pencil comes to: ${FILES} whole files`,
  { timeout: 600_000 },
  () => {
    const ends = new Map<string, number>();
    fc.assert(
      fc.property(anyFile, (file) => {
        const { outcome, lines, paidCentimes, findings } = adjudicate(inputOf(file));
        const expected = byPencil(file);
        const reasons = findings
          .filter(({ kind }) => kind !== 'signal')
          .map(({ code, line }) => (line === undefined ? code : `${code}@${line}`));
        ends.set(outcome, (ends.get(outcome) ?? 0) + 1);
        expect({
          outcome,
          paidCentimes: lines.map((line) => line.paidCentimes ?? 0),
          reasons: [...new Set(reasons)].toSorted(),
        }).toEqual(expected);
        expect(paidCentimes).toBe(expected.paidCentimes.reduce((total, one) => total + one, 0));
      }),
      { numRuns: FILES },
    );
    // Not all of one kind, or little would be compared.
    for (const outcome of [
      'approved',
      'partly-approved',
      'partly-referred',
      'referred',
      'rejected',
      'incomplete',
    ])
      expect([outcome, (ends.get(outcome) ?? 0) > 0]).toEqual([outcome, true]);
    expect((ends.get('approved') ?? 0) + (ends.get('partly-approved') ?? 0)).toBeGreaterThan(FILES / 10);
  },
);
