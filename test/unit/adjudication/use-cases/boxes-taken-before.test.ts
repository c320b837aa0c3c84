import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import {
  actFingerprint,
  fingerprintGroup,
  monthGroup,
  traceAnywhere,
} from '../../../../contexts/adjudication/domain/act-fingerprint.ts';
import {
  medicineFingerprint,
  medicineGroup,
} from '../../../../contexts/adjudication/domain/medicines/medicine-fingerprint.ts';
import { personGroup, tracesOf } from '../../../../contexts/adjudication/domain/person-traces.ts';
import { adjudicateClaim } from '../../../../contexts/adjudication/use-cases/adjudicate-claim.ts';
import type { CareClaim } from '../../../../contexts/claims/ports/claim-store.ts';
import type { CareForm } from '../../../../contexts/reading/domain/care-form.ts';
import type { StoredForm } from '../../../../contexts/reading/ports/reading-store.ts';
import type { PersonFile } from '../../../../contexts/registry/domain/person-file.ts';
import { medicineCodeOf, medicineOf } from '../../../support/medicine-examples.ts';
import { ReviewWorld } from '../../../support/review-world.ts';
import { act, child, field, form, personFile, provider } from '../domain/claim-builder.ts';

const CLAIMS = ['AAAABBBBCCCCDDDD-1', 'AAAABBBBCCCCDDDD-2', 'AAAABBBBCCCCDDDD-3'];
const FATHER = '184203957';
const MOTHER = '284203950';
const DOCTORS = ['091024578', '091024586', '091024594'];
const pharmacy = provider({ inpe: '092307418', name: 'Pharmacie Ennakhil', specialty: 'Pharmacie' });
const medicine = medicineOf();

const father = personFile({ dependants: [child()] });
const mother: PersonFile = {
  person: {
    ...father.person,
    registrationNumber: MOTHER,
    cin: 'EE654321',
    name: { family: 'IDRISSI', given: 'Salma' },
    birthDate: '1982-01-09',
  },
  dependants: [child({ registrationNumber: MOTHER, dependantId: '4' })],
  coverages: father.coverages.map((one) => ({ ...one, registrationNumber: MOTHER })),
  contributions: father.contributions.map((one) => ({ ...one, registrationNumber: MOTHER })),
  accounts: father.accounts.map((one) => ({ ...one, registrationNumber: MOTHER })),
  priorApprovals: [],
};

const ofInsured: Partial<CareForm> = {};
const ofAdam: Partial<CareForm> = {
  beneficiaryLink: field('child'),
  patientName: field('BENNANI Adam'),
  patientBirthDate: field('2017-06-02'),
};
const ofAdamByMother: Partial<CareForm> = {
  ...ofAdam,
  registrationNumber: field(MOTHER),
  cin: field('EE654321'),
  insuredName: field('IDRISSI Salma'),
  insuredBirthDate: field('1982-01-09'),
};

interface Sold {
  readonly codes?: readonly string[];
  readonly boxes?: number;
  readonly on?: string;
}

/** Boxes, and a consultation of whom no other form names, so that the boxes alone may be the same. */
function withBoxes(
  whose: Partial<CareForm>,
  doctor: number,
  { codes, boxes = 1, on = '2025-09-10' }: Sold = {},
): CareForm {
  const medicines = (codes ?? [medicine.code]).map((code) => ({
    code: field(code, { evidence: ['BARCODE' as const] }),
    name: undefined,
    quantity: field(boxes),
    unitPriceCentimes: field(9_620),
    billedCentimes: undefined,
    source: field('').source,
  }));
  return form({
    ...whose,
    inpe: field(DOCTORS[doctor] ?? ''),
    acts: [act({ dateOfCare: '2025-09-03', billedCentimes: 20_000 + doctor * 1_000 })],
    totalCentimes: field(20_000 + doctor * 1_000 + medicines.length * boxes * 9_620),
    signatureDate: field(on),
    dispensing: {
      pharmacyInpe: field(pharmacy.inpe),
      dispensedOn: field(on),
      totalCentimes: undefined,
      medicines,
    },
  });
}

function worldOf(pause?: () => Promise<void>): ReviewWorld {
  return new ReviewWorld({
    people: [father, mother],
    providers: [...DOCTORS.map((inpe) => provider({ inpe })), pharmacy],
    medicines: [
      medicine,
      ...[2, 3, 4, 5, 6, 7, 8, 9, 10].map((index) => medicineOf({ code: medicineCodeOf(index) })),
    ],
    pause,
  });
}

async function decide(
  world: ReviewWorld,
  claimId: string,
  read: CareForm,
  clock: () => Date = () => new Date('2025-09-20T09:00:00Z'),
  filedOn = '2025-09-18',
): Promise<void> {
  const stored: StoredForm = { form: read, pageRoles: ['care-form'], ocrEngine: 'tesseract' };
  await world.dependencies.readings.saveForm(claimId, stored);
  world.memory.addDraft({
    claimId,
    state: 'DRAFTED',
    version: 1,
    fileId: claimId.slice(0, -2),
    channelId: 'agency-rabat-01',
    submissionDate: filedOn,
    receivedOn: filedOn,
    submissionSignals: [],
    formNumber: 1,
    formsInFile: 1,
  });
  await adjudicateClaim({ claimId, channelId: 'agency-rabat-01' }, { ...world.dependencies, clock });
}

/** What speaks against the lines of a claim. */
async function against(world: ReviewWorld, claimId = ''): Promise<readonly string[]> {
  const { findings = [] } = (await world.decision(claimId)) ?? {};
  return findings.flatMap(({ kind, code, line }) => (kind === 'signal' ? [] : [`${code} ${line}`]));
}

async function paidBoxes(world: ReviewWorld, claimId: string): Promise<number> {
  const { lines = [] } = (await world.decision(claimId)) ?? {};
  return lines.filter(({ kind, outcome }) => kind === 'medicine' && outcome === 'paid').length;
}

describe('one box that comes again', () => {
  // Moroccan time is an hour ahead: the days end at 23:00 UTC.
  const days = {
    'in the middle of a month': ['2025-09-20T09:00:00Z', '2025-09-20T09:00:01Z'],
    'around the midnight that ends a month': ['2025-10-31T22:59:59Z', '2025-10-31T23:00:01Z'],
    'around the midnight that ends a quarter': ['2025-09-30T22:59:59Z', '2025-09-30T23:00:01Z'],
  } as const;

  it.each(Object.entries(days))(
    'is paid by itself once to a family and to a person, however claims are decided beside each other %s',
    async (_, [early, late]) => {
      const claims = fc.array(
        fc.record({
          whose: fc.constantFrom(ofInsured, ofAdam, ofAdamByMother),
          on: fc.constantFrom('2025-09-10', '2025-09-11', '2025-09-12'),
          instant: fc.constantFrom(early, late),
        }),
        { minLength: 2, maxLength: 3 },
      );
      await fc.assert(
        fc.asyncProperty(fc.scheduler(), claims, async (s, wanted) => {
          const world = worldOf(() => s.schedule(Promise.resolve()));
          await s.waitFor(
            Promise.all(
              wanted.map(({ whose, on, instant }, index) =>
                decide(world, CLAIMS[index] ?? '', withBoxes(whose, index, { on }), () => new Date(instant)),
              ),
            ),
          );
          const paid = await s.waitFor(
            Promise.all(wanted.map((_, index) => paidBoxes(world, CLAIMS[index] ?? ''))),
          );
          // The insured by his number alone, and Adam by the other alone, are neither one family nor one person.
          const isOne = (a: Partial<CareForm>, b: Partial<CareForm>): boolean =>
            ![a, b].includes(ofInsured) || ![a, b].includes(ofAdamByMother);
          const isPaidTwice = wanted.some((one, index) =>
            wanted.some(
              (two, other) =>
                index < other && isOne(one.whose, two.whose) && paid[index] === 1 && paid[other] === 1,
            ),
          );
          expect(isPaidTwice).toBe(false);
          expect(Math.max(...paid)).toBe(1);
        }),
        { numRuns: 60 },
      );
    },
  );

  it('is paid once where each message comes twice, and the function dies as its decision is recorded', async () => {
    const wanted = fc.array(fc.constantFrom(ofInsured, ofAdam), { minLength: 2, maxLength: 3 });
    await fc.assert(
      fc.asyncProperty(fc.scheduler(), wanted, fc.boolean(), async (s, whose, dies) => {
        const world = worldOf(() => s.schedule(Promise.resolve()));
        const { claims } = world.dependencies;
        let deaths = dies ? 1 : 0;
        const dying: typeof claims = {
          ...claims,
          decide: async (...given) => {
            const result = await claims.decide(...given);
            if (result === 'applied' && deaths > 0) {
              deaths -= 1;
              throw new Error('The function died');
            }
            return result;
          },
        };
        Object.assign(world.dependencies, { claims: dying });
        const again = (claimId: string) => () =>
          adjudicateClaim(
            { claimId, channelId: 'agency-rabat-01' },
            { ...world.dependencies, clock: () => new Date('2025-09-20T09:00:00Z') },
          );
        await s.waitFor(
          Promise.all(
            whose.map(async (one, index) => {
              const claimId = CLAIMS[index] ?? '';
              const first = decide(world, claimId, withBoxes(one, index)).catch(again(claimId));
              await Promise.all([first, first.then(again(claimId))]);
            }),
          ),
        );
        const paid = await s.waitFor(
          Promise.all(whose.map((_, index) => paidBoxes(world, CLAIMS[index] ?? ''))),
        );
        expect(paid.reduce((sum, count) => sum + count, 0)).toBe(1);
      }),
      { numRuns: 80 },
    );
  });

  it('is seen where it was decided in the quarter before', async () => {
    const world = worldOf();
    await decide(world, CLAIMS[0] ?? '', withBoxes(ofAdam, 0, { boxes: 2 }));
    const october = () => new Date('2025-10-20T09:00:00Z');
    await decide(
      world,
      CLAIMS[1] ?? '',
      withBoxes(ofAdamByMother, 1, { on: '2025-10-18' }),
      october,
      '2025-10-19',
    );
    expect(await against(world, CLAIMS[1])).toEqual(['RENEWAL_TOO_SOON 1']);
  });
});

describe('what a decision writes into', () => {
  async function groupsWritten(read: CareForm): Promise<{ taken: number; seen: number; bytes: number }> {
    const world = worldOf();
    const written: CareClaim[] = [];
    const { claims } = world.dependencies;
    const store: typeof claims = {
      ...claims,
      decide: (claim, decision, care) => {
        written.push(...care);
        return claims.decide(claim, decision, care);
      },
    };
    Object.assign(world.dependencies, { claims: store });
    await decide(world, CLAIMS[0] ?? '', read);
    expect((await world.claim(CLAIMS[0] ?? '')).state).toBe('APPROVED');
    const taken = written.filter(({ fingerprints }) => fingerprints.length > 0);
    const bytes = taken.map(({ fingerprints }) =>
      fingerprints.reduce((sum, one) => sum + `act_${one}`.length + CLAIMS[0]!.length, 0),
    );
    return { taken: taken.length, seen: written.length - taken.length, bytes: Math.max(...bytes) };
  }

  it('is two groups for an act, and three with boxes, however many codes there are', async () => {
    const one = { ...withBoxes(ofInsured, 0), totalCentimes: field(20_000), dispensing: undefined };
    expect(await groupsWritten(one)).toMatchObject({ taken: 2, seen: 0 });
    for (const count of [1, 3, 10]) {
      const codes = Array.from({ length: count }, (_, index) => medicineCodeOf(index + 1));
      expect(await groupsWritten(withBoxes(ofInsured, 0, { codes }))).toMatchObject({ taken: 3, seen: 0 });
    }
  });

  it('stays within one write unit a group for six lines', async () => {
    const codes = [1, 2, 3, 4].map(medicineCodeOf);
    expect((await groupsWritten(withBoxes(ofInsured, 0, { codes }))).bytes).toBeLessThan(800);
  });
});

describe('what was paid when each day at a provider, and each code, had a group of its own', () => {
  const careDay = { registrationNumber: FATHER, inpe: DOCTORS[0] ?? '', dateOfCare: '2025-09-03' };
  const paidAct = {
    ...careDay,
    beneficiary: { kind: 'insured' },
    keyLetter: 'CS',
    billedCentimes: 20_000,
  } as const;
  const paidBox = {
    registrationNumber: FATHER,
    code: medicine.code,
    beneficiary: { kind: 'insured' },
    dispensedOn: '2025-09-10',
  } as const;

  const boxesElsewhere = {
    birthDate: father.person.birthDate,
    childName: undefined,
    at: medicine.code,
    day: '2025-09-09',
    what: medicine.code,
    billedCentimes: 9_620,
  };

  it.each<readonly [string, readonly [string, readonly string[]], readonly string[]]>([
    ['the same act is rejected', [fingerprintGroup(careDay), [actFingerprint(paidAct)]], ['DUPLICATE 0']],
    [
      'an act of the day beside is looked at',
      [fingerprintGroup({ ...careDay, dateOfCare: '2025-09-04' }), ['any']],
      ['NEAR_DUPLICATE 0'],
    ],
    [
      'the same act at another provider is looked at',
      [monthGroup(careDay), [traceAnywhere({ ...paidAct }, 'old-1')]],
      ['NEAR_DUPLICATE 0'],
    ],
    [
      'the same boxes are looked at',
      [medicineGroup(paidBox), [medicineFingerprint(paidBox)]],
      ['DUPLICATE 1'],
    ],
    [
      'boxes that cannot be used up yet are looked at',
      [medicineGroup(paidBox), [medicineFingerprint({ ...paidBox, dispensedOn: '2025-08-25' })]],
      ['RENEWAL_TOO_SOON 1'],
    ],
    [
      'boxes of a person under another number are looked at',
      [personGroup(boxesElsewhere), tracesOf(boxesElsewhere, 'old-1').map(({ fingerprint }) => fingerprint)],
      ['NEAR_DUPLICATE 1'],
    ],
  ])('is still known: %s', async (_, [group, fingerprints], found) => {
    const world = worldOf();
    world.memory.addCare(group, fingerprints, 'old-1');
    await decide(world, CLAIMS[0] ?? '', withBoxes(ofInsured, 0));
    expect(await against(world, CLAIMS[0])).toEqual(found);
  });
});
