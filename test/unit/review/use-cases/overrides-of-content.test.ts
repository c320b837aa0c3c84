import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { Claim } from '../../../../contexts/claims/domain/claim.ts';
import type { CareForm } from '../../../../contexts/reading/domain/care-form.ts';
import type { FieldChange, OverrideFindings } from '../../../../contexts/review/api/review.ts';
import { overrideFindings } from '../../../../contexts/review/use-cases/override-findings.ts';
import { saveCorrections } from '../../../../contexts/review/use-cases/save-corrections.ts';
import { submitReview } from '../../../../contexts/review/use-cases/submit-review.ts';
import { takeBack } from '../../../../contexts/review/use-cases/take-back.ts';
import { takeClaim } from '../../../../contexts/review/use-cases/take-claim.ts';
import { amina, CLAIM_ID, ReviewWorld, supervisor } from '../../../support/review-world.ts';
import { act, field, form, personFile, provider } from '../../adjudication/domain/claim-builder.ts';
import { save } from './keyed-review.ts';
import { doAs, type LoneStep } from './lone-reviewer.ts';
import { weak } from './walk-parts.ts';

const SEEN = {
  dateOfCare: '2025-09-08',
  keyLetter: 'K',
  coefficientHundredths: 1_600,
  billedCentimes: 31_000,
};
const REFERENCE = { referenceCentimes: 12_000 };
/** 70 % of the reference price that the supervisor named. */
const OF_SEEN = 8_400;

/** A row of which one person completes everything but its place. */
const unread = {
  ...act(),
  dateOfCare: field('2025-09-01', weak),
  keyLetter: field('R', weak),
  coefficientHundredths: field(100, weak),
  billedCentimes: field(30_000, weak),
};

async function drafted(
  changes: Partial<CareForm>,
  table = new Map<string, Claim>(),
  undoSeconds = 0,
): Promise<ReviewWorld> {
  const world = new ReviewWorld({ people: [personFile()], providers: [provider()], table, undoSeconds });
  await world.draft(form({ ...changes }), {});
  return world;
}

async function setAside(world: ReviewWorld, ...findings: OverrideFindings['findings']): Promise<void> {
  // Whoever held it has left it.
  world.now = new Date(world.now.getTime() + 3_600_000);
  const { version } = await takeClaim(CLAIM_ID, supervisor, world.dependencies);
  const request = { version, findings, reason: 'The tariff of the fund’s doctors' };
  await overrideFindings(CLAIM_ID, request, supervisor, world.dependencies);
  await doAs(supervisor, 'submit', world);
}

async function doubts(world: ReviewWorld): Promise<readonly string[]> {
  const { findings = [] } = (await world.decision()) ?? {};
  return findings.flatMap(({ kind, code, line }) =>
    kind === 'signal' ? [] : [`${code} ${line ?? ''}`.trim()],
  );
}

const key = (line: number, values: typeof SEEN): FieldChange[] => [
  { field: 'dateOfCare', line, value: values.dateOfCare },
  { field: 'keyLetter', line, value: values.keyLetter },
  { field: 'coefficientHundredths', line, value: values.coefficientHundredths },
  { field: 'billedCentimes', line, value: values.billedCentimes },
];
const total = (value: number): FieldChange => ({ field: 'totalCentimes', value });
const OTHER = { ...SEEN, dateOfCare: '2025-09-10', coefficientHundredths: 9_900 };
const PRICE = { code: 'TARIFF_UNKNOWN', line: 0, terms: REFERENCE };

describe('what a supervisor sets aside of a line', () => {
  it('is of the line as it was decided, also where a claim without an earlier line was taken back', async () => {
    const acts = [unread, act(SEEN), act(OTHER)];
    const world = await drafted({ acts, totalCentimes: field(92_000, weak) }, undefined, 30);
    const { dependencies } = world;
    const taken = await takeClaim(CLAIM_ID, supervisor, dependencies);
    const shorter = save(taken, { removeLines: [0], changes: [total(62_000)] });
    const { version } = await saveCorrections(CLAIM_ID, shorter, supervisor, dependencies);
    await submitReview(CLAIM_ID, { version }, supervisor, dependencies);
    const back = await takeBack(CLAIM_ID, { version: version + 1 }, supervisor, dependencies);
    const request = {
      version: back.version,
      findings: [{ ...PRICE, line: 1 }],
      reason: 'The tariff of the fund’s doctors',
    };
    const after = await overrideFindings(CLAIM_ID, request, supervisor, dependencies);
    await submitReview(CLAIM_ID, { version: after.version }, supervisor, dependencies);
    world.now = new Date(world.now.getTime() + 60_000);
    await world.relay();
    // What was line 1 is line 0 now, and is priced; the other one is not.
    expect(await doubts(world)).not.toContain('TARIFF_UNKNOWN 0');
    expect(await doubts(world)).toContain('TARIFF_UNKNOWN 1');
  });

  it('does not hold for the line that comes to stand at its number', async () => {
    const world = await drafted({ acts: [act(SEEN), unread], totalCentimes: field(62_000, weak) });
    await setAside(world, PRICE);
    expect(await doubts(world)).not.toContain('TARIFF_UNKNOWN 0');
    await doAs(amina, { changes: [...key(1, OTHER), total(31_000)], removeLines: [0] }, world);
    await doAs(amina, 'submit', world);
    expect(await doubts(world)).toContain('TARIFF_UNKNOWN 0');
    expect((await world.claim()).payment).toBeUndefined();
  });

  it('does not hold either where the line itself becomes another', async () => {
    const line = { ...unread, keyLetter: field('K'), coefficientHundredths: field(1_600, weak) };
    const world = await drafted({ acts: [{ ...line, dateOfCare: field('2025-09-08') }] });
    await doAs(amina, { changes: [...key(0, SEEN), total(31_000)] }, world);
    await doAs(amina, 'submit', world);
    expect(await doubts(world)).toContain('TARIFF_UNKNOWN 0');
    await doAs(amina, { changes: [{ field: 'coefficientHundredths', line: 0, value: 9_900 }] }, world);
    await setAside(world, PRICE);
    // It was said of the line that was decided, and another one stands there.
    expect(await doubts(world)).toContain('TARIFF_UNKNOWN 0');
  });

  it('follows its line where another one before it is taken out', async () => {
    const world = await drafted({ acts: [unread, act(SEEN)], totalCentimes: field(61_000, weak) });
    await setAside(world, { ...PRICE, line: 1 });
    await doAs(amina, { removeLines: [0], changes: [total(31_000)] }, world);
    await doAs(amina, 'submit', world);
    expect(await doubts(world)).toEqual([]);
    expect((await world.claim()).payment).toMatchObject({ amountCentimes: OF_SEEN });
  });

  it('holds no more where it was said before it was kept of what', async () => {
    const table = new Map<string, Claim>();
    const world = await drafted({ acts: [act(SEEN)], inpe: field('091024573', weak) }, table);
    await doAs(amina, { changes: [{ field: 'inpe', value: '091024578' }] }, world);
    await doAs(amina, 'submit', world);
    await setAside(world, PRICE);
    expect((await world.claim()).state).toBe('APPROVED');
    const again = await drafted({ acts: [act(SEEN)] }, table);
    const old = { code: 'TARIFF_UNKNOWN', line: 0, terms: REFERENCE, by: 'supervisor', reason: '', at: '' };
    await again.draft(form({ acts: [act(SEEN)] }), { attestations: { overrides: [old] } });
    expect(await doubts(again)).toContain('TARIFF_UNKNOWN 0');
  });

  it('does not hold for another act beside it than the one that stood there', async () => {
    const beside = { ...unread, dateOfCare: field('2025-09-03') };
    const acts = [beside, act(), act(SEEN)];
    const world = await drafted({ acts, totalCentimes: field(86_000, weak) });
    const kept = { ...SEEN, dateOfCare: '2025-09-03', keyLetter: 'V', coefficientHundredths: 100 };
    await doAs(amina, { changes: [...key(0, { ...kept, billedCentimes: 30_000 }), total(86_000)] }, world);
    await doAs(amina, 'submit', world);
    expect(await doubts(world)).toContain('ACTS_NOT_TOGETHER 1');
    await doAs(amina, { changes: [{ field: 'keyLetter', line: 0, value: 'C' }] }, world);
    await setAside(world, { code: 'ACTS_NOT_TOGETHER', line: 1 });
    expect(await doubts(world)).toContain('ACTS_NOT_TOGETHER 1');
    await setAside(world, { code: 'ACTS_NOT_TOGETHER', line: 1 });
    expect(await doubts(world)).not.toContain('ACTS_NOT_TOGETHER 1');
  });
});

describe('what a supervisor sets aside of a claim', () => {
  it('does not hold once other days make it late', async () => {
    const late = { ...unread, dateOfCare: field('2025-07-01', weak) };
    const world = await drafted({ acts: [late, act()], totalCentimes: field(50_000, weak) });
    const first = { ...SEEN, keyLetter: 'CS', coefficientHundredths: 100, billedCentimes: 25_000 };
    await doAs(amina, { changes: [...key(0, { ...first, dateOfCare: '2025-07-01' }), total(50_000)] }, world);
    await doAs(amina, 'submit', world);
    expect(await doubts(world)).toEqual(['LATE_FILING']);
    await doAs(amina, { changes: [{ field: 'dateOfCare', line: 0, value: '2025-04-01' }] }, world);
    await setAside(world, { code: 'LATE_FILING' });
    expect(await doubts(world)).toContain('LATE_FILING');
    expect((await world.claim()).payment).toBeUndefined();
  });
});

const step: fc.Arbitrary<LoneStep> = fc.oneof(
  {
    weight: 4,
    arbitrary: fc
      .tuple(fc.integer({ min: 0, max: 2 }), fc.constantFrom(SEEN, OTHER))
      .map(([line, values]) => ({ changes: key(line, values) })),
  },
  { weight: 3, arbitrary: fc.integer({ min: 0, max: 2 }).map((line) => ({ removeLines: [line] })) },
  {
    weight: 3,
    arbitrary: fc.constantFrom(31_000, 62_000, 93_000).map((value) => ({ changes: [total(value)] })),
  },
  { weight: 4, arbitrary: fc.constant('submit' as const) },
  // The whole of an attack, so that chance has not to find it.
  {
    weight: 2,
    arbitrary: fc.constantFrom<LoneStep>(
      { changes: [...key(2, OTHER), total(62_000)], removeLines: [0] },
      { changes: [...key(0, OTHER), ...key(2, OTHER), total(62_000)], removeLines: [1] },
    ),
  },
);

it('a supervisor’s price is paid for the act that they saw, and for no other, whatever one reviewer does', async () => {
  let paid = 0;
  await fc.assert(
    fc.asyncProperty(fc.array(step, { minLength: 3, maxLength: 10, size: 'max' }), async (steps) => {
      const acts = [unread, act(SEEN), unread];
      const world = await drafted({ acts, totalCentimes: field(91_000, weak) });
      await setAside(world, { ...PRICE, line: 1 });
      for (const one of [...steps, 'submit' as const]) {
        await doAs(amina, one, world);
        const { lines = [] } = (await world.decision()) ?? {};
        const others = lines.filter(
          ({ outcome, dateOfCare }) => outcome === 'paid' && dateOfCare !== SEEN.dateOfCare,
        );
        expect(others).toEqual([]);
        const amount = (await world.claim()).payment?.amountCentimes ?? 0;
        expect(amount).toBeLessThanOrEqual(OF_SEEN);
        paid += amount;
      }
    }),
    { numRuns: 100 },
  );
  // The stories are about what they should be about.
  expect(paid).toBeGreaterThan(0);
});
