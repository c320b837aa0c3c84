import { describe, expect, it } from 'vitest';
import type { Claim } from '../../../../contexts/claims/domain/claim.ts';
import type { CareForm } from '../../../../contexts/reading/domain/care-form.ts';
import type { FieldChange } from '../../../../contexts/review/api/review.ts';
import { amina, CLAIM_ID, ReviewWorld } from '../../../support/review-world.ts';
import { act, field, form, personFile, provider } from '../../adjudication/domain/claim-builder.ts';
import { doAs } from './lone-reviewer.ts';
import { cardiopex, dispensing, pharmacy, weak } from './walk-parts.ts';

const EARLIER = 'EEEEFFFFEEEEFFFF-1';
const unpriced = act({ dateOfCare: '2025-09-08', keyLetter: 'K', coefficientHundredths: 1_600 });

/** A claim with a line that another one was paid for; its records are those of `table`. */
async function withDuplicate(
  changes: Partial<CareForm>,
  earlier: Partial<CareForm> = {},
): Promise<{ world: ReviewWorld; forget: () => void }> {
  const table = new Map<string, Claim>();
  const world = new ReviewWorld({
    ...{ people: [personFile()], providers: [provider(), pharmacy], medicines: [cardiopex], table },
  });
  const stored = { pageRoles: ['care-form'], ocrEngine: 'tesseract' } as const;
  await world.dependencies.readings.saveForm(EARLIER, { form: form(earlier), ...stored });
  world.memory.addDraft({
    ...{ claimId: EARLIER, fileId: EARLIER.slice(0, -2), state: 'DRAFTED', version: 1 },
    ...{ channelId: 'agency-rabat-01', submissionDate: '2025-09-12', receivedOn: '2025-09-12' },
    ...{ submissionSignals: [], formNumber: 1, formsInFile: 1 },
  });
  await world.relay();
  await world.draft(form({ acts: [act(), unpriced], ...changes }), {});
  // As the records of before, which have no such attribute.
  const forget = (): void => {
    const claim = table.get(CLAIM_ID);
    if (claim !== undefined) table.set(CLAIM_ID, { ...claim, foundPaid: undefined });
  };
  return { world, forget };
}

async function saveAndSubmit(world: ReviewWorld, ...changes: readonly FieldChange[]): Promise<void> {
  await doAs(amina, { changes: [...changes] }, world);
  await doAs(amina, 'submit', world);
}

async function codes(world: ReviewWorld): Promise<readonly string[]> {
  const { findings = [] } = (await world.decision()) ?? {};
  return findings.flatMap(({ kind, code, line }) => (kind === 'signal' ? [] : [`${code} ${line ?? ''}`]));
}

const moved: FieldChange = { field: 'dateOfCare', line: 0, value: '2025-08-20' };

describe('a claim that was decided before claims remembered which lines were paid elsewhere', () => {
  it('finds them again by what was read', async () => {
    const { world, forget } = await withDuplicate({});
    expect(await codes(world)).toContain('DUPLICATE 0');
    forget();
    await saveAndSubmit(world, moved);
    expect(await codes(world)).toContain('DUPLICATE_CHANGED 0');
    expect((await world.claim()).payment).toBeUndefined();
    expect((await world.claim()).foundPaid?.lines).toMatchObject([{ claimId: EARLIER }]);
  });

  it('finds them again by its decisions, where they were found by what a person keyed', async () => {
    const { world, forget } = await withDuplicate({
      acts: [{ ...act(), dateOfCare: field('2025-09-08', weak) }, unpriced],
    });
    expect(await codes(world)).not.toContain('DUPLICATE 0');
    await saveAndSubmit(world, { field: 'dateOfCare', line: 0, value: '2025-09-03' });
    expect(await codes(world)).toContain('DUPLICATE 0');
    forget();
    await saveAndSubmit(world, moved);
    expect(await codes(world)).toContain('DUPLICATE_CHANGED 0');
    expect((await world.claim()).payment).toBeUndefined();
  });

  it('finds boxes of a medicine again in the same way', async () => {
    const sold = { dispensing: dispensing(), totalCentimes: field(25_000 + 9_620) };
    const unsure = { ...dispensing(), dispensedOn: field('2025-09-01', weak) };
    const { world, forget } = await withDuplicate(
      { ...sold, acts: [unpriced], dispensing: unsure },
      { ...sold, acts: [act({ dateOfCare: '2025-08-28' })] },
    );
    await saveAndSubmit(world, { field: 'dispensedOn', value: '2025-09-04' });
    expect(await codes(world)).toContain('DUPLICATE 1');
    forget();
    await saveAndSubmit(world, { field: 'dispensedOn', value: '2025-06-20' });
    expect(await codes(world)).toContain('DUPLICATE_CHANGED 1');
  });

  it('remembers nothing where nothing was ever found', async () => {
    const { world, forget } = await withDuplicate({ acts: [act({ dateOfCare: '2025-08-28' }), unpriced] });
    forget();
    await saveAndSubmit(world, { field: 'providerName', value: 'Dr ALAOUI' });
    expect((await world.claim()).foundPaid).toBeUndefined();
  });
});
