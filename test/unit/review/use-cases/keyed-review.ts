import { saveCorrections } from '../../../../contexts/review/use-cases/save-corrections.ts';
import { takeClaim } from '../../../../contexts/review/use-cases/take-claim.ts';
import type { Staff } from '../../../../contexts/shared/access/actor.ts';
import {
  type FieldChange,
  type Review,
  type SaveCorrections,
} from '../../../../contexts/review/api/review.ts';
import type { CareForm, PageRole } from '../../../../contexts/reading/domain/care-form.ts';
import { CLAIM_ID, ReviewWorld } from '../../../support/review-world.ts';
import { act, field, form, personFile, provider } from '../../adjudication/domain/claim-builder.ts';

export const weak = { confidencePercent: 30, doubts: ['LOW_CONFIDENCE' as const] };
/** Its name cannot be read: a matter of identity. */
export const unreadableName = { insuredName: field('B?NN?', weak) };
export const unreadableInpe = { inpe: field('091024573', weak) };
/** 6,000 DH: two people key it. */
export const large = {
  acts: [act({ billedCentimes: 600_000 })],
  totalCentimes: { ...field(600_000), evidence: ['SUM' as const] },
  ...unreadableInpe,
};

export async function worldWith(
  changes: Partial<CareForm>,
  pages: readonly PageRole[] = ['care-form'],
  { undoSeconds, phone }: { readonly undoSeconds?: number; readonly phone?: string } = {},
): Promise<ReviewWorld> {
  const file = personFile();
  const people = [{ ...file, person: { ...file.person, phone } }];
  const world = new ReviewWorld({ people, providers: [provider()], undoSeconds });
  await world.draft(form(changes), {}, pages);
  return world;
}

export const save = (review: Review, request: Partial<SaveCorrections>): SaveCorrections => ({
  version: review.version,
  changes: [],
  confirmed: [],
  addLines: 0,
  removeLines: [],
  ...request,
});

/** Keys all that has to be keyed twice. */
export async function key(
  world: ReviewWorld,
  who: Staff,
  changes: readonly FieldChange[] = [],
): Promise<Review> {
  const taken = await takeClaim(CLAIM_ID, who, world.dependencies);
  const values: FieldChange[] = [
    { field: 'registrationNumber', value: '184203957' },
    { field: 'cin', value: 'BK412087' },
    { field: 'totalCentimes', value: 600_000 },
    { field: 'billedCentimes', line: 0, value: 600_000 },
    { field: 'coefficientHundredths', line: 0, value: 100 },
  ];
  const keyed = values.map(
    (value) => changes.find(({ field: name, line }) => name === value.field && line === value.line) ?? value,
  );
  return saveCorrections(CLAIM_ID, save(taken, { changes: keyed }), who, world.dependencies);
}
