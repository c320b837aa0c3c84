import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { DecisionRecord } from '../../../../contexts/claims/records/decision-record.ts';
import { paymentsOf } from '../../../../contexts/claims/domain/payments-of-claim.ts';
import type { CareForm } from '../../../../contexts/reading/domain/care-form.ts';
import type { PersonFile } from '../../../../contexts/registry/domain/person-file.ts';
import { amina, ReviewWorld } from '../../../support/review-world.ts';
import {
  act,
  child,
  contributions,
  field,
  form,
  personFile,
  provider,
} from '../../adjudication/domain/claim-builder.ts';
import { cardiopex, dispensing, pharmacy } from './walk-parts.ts';
import { doAs, FRIEND, loneSteps, OTHER_INPE } from './lone-reviewer.ts';

/** The act that is to be paid, and what it comes to: 70 % of 150 DH. */
const TRUE_DAY = '2025-09-06';
const OWED = 10_500;
/** 70 % of the base of a box. */
const OF_BOX = 5_915;

const friend = (): PersonFile => {
  const file = personFile();
  const name = { family: 'TAZI', given: 'Omar' };
  const own = { registrationNumber: FRIEND.number };
  return {
    ...file,
    person: { ...file.person, ...own, name, cin: FRIEND.cin, birthDate: FRIEND.birthDate },
    coverages: file.coverages.map((one) => ({ ...one, ...own })),
    contributions: contributions('AMO_SALARIE', (record) => ({ ...record, ...own })),
    accounts: file.accounts.map((one) => ({ ...one, ...own })),
  };
};

interface Read {
  readonly form: Partial<CareForm>;
  readonly owed: number;
}

/** Before the coverage began, certain, and without a price. */
const closed = act({ dateOfCare: '2025-07-20' });
const certain = act({ dateOfCare: TRUE_DAY, billedCentimes: 31_000 });
const unpriced = act({
  ...{ dateOfCare: '2025-09-08', keyLetter: 'K', coefficientHundredths: 1_600, billedCentimes: 31_000 },
});
const late = [
  act({ dateOfCare: '2025-07-01' }),
  ...['2025-07-02', '2025-07-03'].map((dateOfCare) => act({ dateOfCare, billedCentimes: 31_000 })),
];

const reads: Readonly<Record<string, Read>> = {
  'of care before the coverage began': { form: { acts: [closed, certain, unpriced] }, owed: OWED },
  'that was filed too late': { form: { acts: late }, owed: 0 },
  'of which one act was filed too late': { form: { acts: [...late.slice(0, 1), certain] }, owed: 0 },
  'of boxes that were sold before the coverage began': {
    form: {
      acts: [certain],
      dispensing: dispensing({ dispensedOn: field('2025-07-20') }),
      totalCentimes: field(31_000 + 9_620),
    },
    owed: OWED,
  },
  'with boxes of a medicine': {
    form: {
      acts: [certain],
      dispensing: dispensing({ dispensedOn: field(TRUE_DAY) }),
      totalCentimes: field(31_000 + 9_620),
    },
    owed: OWED + OF_BOX,
  },
  'of an accident': {
    form: { acts: [act(), certain, unpriced], careType: field('accident' as const) },
    owed: 0,
  },
};

/** An INPE that was not read is all that one person has to complete. */
async function drafted(read: Partial<CareForm>): Promise<ReviewWorld> {
  const from = read.acts?.[0] === late[0] ? '2015-01-01' : '2025-08-20';
  const coverage = {
    type: 'coverage',
    registrationNumber: '184203957',
    scheme: 'AMO_SALARIE',
    from,
  } as const;
  const world = new ReviewWorld({
    people: [personFile({ coverages: [coverage], dependants: [child()] }), friend()],
    providers: [provider(), provider({ inpe: OTHER_INPE }), pharmacy],
    medicines: [cardiopex],
  });
  const inpe = field('091024573', { confidencePercent: 30, doubts: ['LOW_CONFIDENCE'] });
  await world.draft(form({ inpe, ...read }), {}, ['care-form', 'other']);
  return world;
}

const isOwed = ({ dateOfCare, keyLetter, kind }: DecisionRecord['lines'][number]): boolean =>
  dateOfCare === TRUE_DAY && (keyLetter === 'CS' || kind === 'medicine');

describe('a claim', () => {
  it.each(Object.entries(reads))(
    '%s pays one dishonest reviewer nothing that it does not owe, whatever they change, add or take out',
    async (_, read) => {
      let most = 0;
      let asked = 0;
      await fc.assert(
        fc.asyncProperty(loneSteps, async (steps) => {
          const world = await drafted(read.form);
          for (const step of [...steps, 'submit' as const]) {
            await doAs(amina, step, world);
            const claim = await world.claim();
            const centimes = paymentsOf(claim).reduce((sum, { payment }) => sum + payment.amountCentimes, 0);
            const { lines = [], findings = [] } = (await world.decision()) ?? {};
            if (findings.some(({ code, kind }) => code === 'CHANGED_BY_ONE' && kind === 'doubt')) asked += 1;
            expect(centimes).toBeLessThanOrEqual(read.owed);
            expect(lines.filter((one) => one.outcome === 'paid' && !isOwed(one))).toEqual([]);
            expect(centimes > 0 ? claim.registrationNumber : '184203957').toBe('184203957');
            most = Math.max(most, centimes);
          }
        }),
        { numRuns: 100 },
      );
      // The stories are about what they should be about.
      expect(asked).toBeGreaterThan(10);
      expect(most).toBe(read.owed);
    },
  );
});
