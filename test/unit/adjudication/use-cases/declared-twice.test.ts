import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { adjudicateClaim } from '../../../../contexts/adjudication/use-cases/adjudicate-claim.ts';
import type { CareForm } from '../../../../contexts/reading/domain/care-form.ts';
import type { PersonFile } from '../../../../contexts/registry/domain/person-file.ts';
import { medicineOf } from '../../../support/medicine-examples.ts';
import { ReviewWorld } from '../../../support/review-world.ts';
import { act, child, field, form, personFile, provider } from '../domain/claim-builder.ts';

const CLAIMS = ['AAAABBBBCCCCDDDD-1', 'AAAABBBBCCCCDDDD-2'] as const;
const MOTHER = '284203950';

const father = personFile({ dependants: [child({ dependantId: '2' })] });

function mother(...dependants: readonly PersonFile['dependants'][number][]): PersonFile {
  const own = personFile();
  const ofHers = <R extends object>(records: readonly R[]): readonly R[] =>
    records.map((record) => ({ ...record, registrationNumber: MOTHER }));
  return {
    person: {
      ...own.person,
      registrationNumber: MOTHER,
      cin: 'EE654321',
      name: { family: 'IDRISSI', given: 'Salma' },
      birthDate: '1982-01-09',
    },
    dependants: ofHers(dependants),
    coverages: ofHers(own.coverages),
    contributions: ofHers(own.contributions),
    accounts: ofHers(own.accounts),
    priorApprovals: [],
  };
}

const ofAdam: Partial<CareForm> = {
  beneficiaryLink: field('child'),
  patientName: field('BENNANI Adam'),
  patientBirthDate: field('2017-06-02'),
};
const byMother: Partial<CareForm> = {
  registrationNumber: field(MOTHER),
  cin: field('EE654321'),
  insuredName: field('IDRISSI Salma'),
  insuredBirthDate: field('1982-01-09'),
};

function worldOf(people: readonly PersonFile[], pause?: () => Promise<void>): ReviewWorld {
  const pharmacy = provider({ inpe: '092307418', name: 'Pharmacie Ennakhil', specialty: 'Pharmacie' });
  return new ReviewWorld({ people, providers: [provider(), pharmacy], medicines: [medicineOf()], pause });
}

async function decide(world: ReviewWorld, claimId: string, changes: Partial<CareForm>): Promise<void> {
  await world.dependencies.readings.saveForm(claimId, {
    form: form(changes),
    pageRoles: ['care-form'],
    ocrEngine: 'tesseract',
  });
  world.memory.addDraft({
    claimId,
    state: 'DRAFTED',
    version: 1,
    fileId: claimId.slice(0, -2),
    channelId: 'agency-rabat-01',
    submissionDate: '2025-09-15',
    receivedOn: '2025-09-15',
    submissionSignals: [],
    formNumber: 1,
    formsInFile: 1,
  });
  await adjudicateClaim({ claimId, channelId: 'agency-rabat-01' }, world.dependencies);
}

/** State of the second of two claims, and what speaks against it. */
async function second(
  people: readonly PersonFile[],
  first: Partial<CareForm>,
  then: Partial<CareForm>,
  between: (people: PersonFile[]) => void = () => undefined,
): Promise<readonly string[]> {
  const registry = [...people];
  const world = worldOf(registry);
  await decide(world, CLAIMS[0], first);
  expect((await world.claim(CLAIMS[0])).state).toBe('APPROVED');
  between(registry);
  await decide(world, CLAIMS[1], then);
  const against = (await world.decision(CLAIMS[1]))?.findings.filter(({ kind }) => kind !== 'signal') ?? [];
  return [(await world.claim(CLAIMS[1])).state, ...against.map(({ code }) => code)];
}

describe('the same care of one person under two declarations', () => {
  const both = [father, mother(child())];

  it('is paid once for a child whom both parents declare, whoever comes first, and rejected then', async () => {
    await fc.assert(
      fc.asyncProperty(fc.scheduler(), async (s) => {
        const world = worldOf(both, () => s.schedule(Promise.resolve()));
        const forms = [ofAdam, { ...ofAdam, ...byMother }];
        await s.waitFor(
          Promise.all(CLAIMS.map((claimId, index) => decide(world, claimId, forms[index] ?? {}))),
        );
        const claims = await s.waitFor(Promise.all(CLAIMS.map((claimId) => world.claim(claimId))));
        expect(claims.map(({ state }) => state).toSorted()).toEqual(['APPROVED', 'REJECTED']);
      }),
      { numRuns: 50 },
    );
  });

  it('is rejected for a child who was declared anew under another id, however the name is written', async () => {
    const again = child({ dependantId: '7', name: { family: 'Bénnani', given: 'ADAM' } });
    expect(
      await second([father], ofAdam, ofAdam, (people) => {
        people.splice(0, 1, personFile({ dependants: [again] }));
      }),
    ).toEqual(['REJECTED', 'DUPLICATE']);
  });

  it('is looked at, not rejected, for a child of whom both parents know the year of birth alone', async () => {
    const born = child({ birthDate: '2017' });
    const parents = [personFile({ dependants: [born] }), mother(born)];
    const ofYear = { ...ofAdam, patientBirthDate: field('2017') };
    expect(await second(parents, ofYear, { ...ofYear, ...byMother })).toEqual(['REFERRED', 'NEAR_DUPLICATE']);
    const rim = child({ birthDate: '2017', name: { family: 'IDRISSI', given: 'Rim' } });
    const ofRim = { ...ofYear, ...byMother, patientName: field('IDRISSI Rim') };
    expect(await second([parents[0]!, mother(rim)], ofYear, ofRim)).toEqual(['APPROVED']);
  });

  it('is looked at, not paid again, where one of two declarations has the birth date a digit off', async () => {
    for (const birthDate of ['2017-06-03', '2017-08-02', '2011-06-02']) {
      const parents = [father, mother(child({ birthDate, name: { family: 'Bennany', given: 'ADEM' } }))];
      const byHer = {
        ...ofAdam,
        ...byMother,
        patientName: field('Bennany ADEM'),
        patientBirthDate: field(birthDate),
      };
      for (const [first, then] of [
        [ofAdam, byHer],
        [byHer, ofAdam],
      ] as const)
        expect(await second(parents, first, then)).toEqual(['REFERRED', 'NEAR_DUPLICATE']);
      const later = { ...byHer, acts: [act({ dateOfCare: '2025-09-04', billedCentimes: 26_000 })] };
      expect(await second(parents, ofAdam, later)).toEqual(['REFERRED', 'NEAR_DUPLICATE']);
      const apart = { ...byHer, acts: [act({ dateOfCare: '2025-09-05' })] };
      expect(await second(parents, ofAdam, apart)).toEqual(['APPROVED']);
    }
  });

  it('is paid once then too, however the two claims are decided beside each other', async () => {
    const birthDate = '2017-06-03';
    const forms = [ofAdam, { ...ofAdam, ...byMother, patientBirthDate: field(birthDate) }];
    await fc.assert(
      fc.asyncProperty(fc.scheduler(), async (s) => {
        const world = worldOf([father, mother(child({ birthDate }))], () => s.schedule(Promise.resolve()));
        await s.waitFor(
          Promise.all(CLAIMS.map((claimId, index) => decide(world, claimId, forms[index] ?? {}))),
        );
        const claims = await s.waitFor(Promise.all(CLAIMS.map((claimId) => world.claim(claimId))));
        expect(claims.map(({ state }) => state).toSorted()).toEqual(['APPROVED', 'REFERRED']);
      }),
      { numRuns: 50 },
    );
  });

  it('is looked at where amount or day differ', async () => {
    const dearer = { ...ofAdam, ...byMother, acts: [act({ billedCentimes: 26_000 })] };
    expect(await second(both, ofAdam, dearer)).toEqual(['REFERRED', 'NEAR_DUPLICATE']);
    const later = { ...ofAdam, ...byMother, acts: [act({ dateOfCare: '2025-09-04' })] };
    expect(await second(both, ofAdam, later)).toEqual(['REFERRED', 'NEAR_DUPLICATE']);
    const apart = { ...ofAdam, ...byMother, acts: [act({ dateOfCare: '2025-09-06' })] };
    expect(await second(both, ofAdam, apart)).toEqual(['APPROVED']);
  });

  it('is looked at, not rejected, across the end of a month and for two children of one birthday', async () => {
    const last = { ...ofAdam, acts: [act({ dateOfCare: '2025-08-31' })] };
    const first = { ...ofAdam, ...byMother, acts: [act({ dateOfCare: '2025-09-01' })] };
    expect(await second(both, last, first)).toEqual(['REFERRED', 'NEAR_DUPLICATE']);
    const cousin = child({ name: { family: 'IDRISSI', given: 'Rim' } });
    const ofCousin = { ...ofAdam, ...byMother, patientName: field('IDRISSI Rim') };
    expect(await second([father, mother(cousin)], ofAdam, ofCousin)).toEqual(['REFERRED', 'NEAR_DUPLICATE']);
  });

  it('is looked at for a wife who is declared by her husband and insured herself', async () => {
    const wife = child({
      link: 'spouse',
      name: { family: 'IDRISSI', given: 'Salma' },
      birthDate: '1982-01-09',
    });
    const declared = {
      beneficiaryLink: field('spouse' as const),
      patientName: field('IDRISSI Salma'),
      patientBirthDate: field('1982-01-09'),
    };
    const herOwn = { ...byMother, patientName: undefined, patientBirthDate: undefined };
    expect(await second([personFile({ dependants: [wife] }), mother()], declared, herOwn)).toEqual([
      'REFERRED',
      'NEAR_DUPLICATE',
    ]);
  });

  it('is looked at for boxes of one medicine as well', async () => {
    const box = {
      code: field(medicineOf().code, { evidence: ['BARCODE' as const] }),
      name: undefined,
      quantity: field(1),
      unitPriceCentimes: field(9_620),
      billedCentimes: undefined,
      source: field('').source,
    };
    const boxes = (dateOfCare: string): Partial<CareForm> => ({
      ...ofAdam,
      acts: [act({ dateOfCare })],
      totalCentimes: field(25_000 + 9_620),
      dispensing: {
        pharmacyInpe: field('092307418'),
        dispensedOn: field('2025-09-07'),
        totalCentimes: undefined,
        medicines: [box],
      },
    });
    expect(await second(both, boxes('2025-09-01'), { ...boxes('2025-09-05'), ...byMother })).toEqual([
      'PARTLY_REFERRED',
      'NEAR_DUPLICATE',
    ]);
  });
});
