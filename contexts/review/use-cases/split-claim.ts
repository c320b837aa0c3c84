import { type Claim, claimIdOf, type ScanFile } from '#claims';
import type { StoredForm } from '#reading';
import type { Staff } from '#shared';
import type { SplitClaim, SplitResult } from '../api/review.ts';
import { splitForm } from '../domain/split-form.ts';
import type { ReviewDependencies } from './review-dependencies.ts';
import { ReviewRefusal } from './review-refusal.ts';
import {
  beginStep,
  claimOf,
  holdUntil,
  nextReview,
  recorded,
  requireHeld,
  requireState,
  requireWritten,
  saveRevision,
} from './review-step.ts';

/**
 * Makes a further claim of some pages of a file that hold a form of their own. It is decided by the rules like any other; the
 * reviewed claim stays with who holds it.
 * @throws ReviewRefusal PAGES_INVALID, NOT_HELD, CLAIM_HELD, VERSION_CHANGED, WRONG_STATE
 */
export async function splitClaim(
  claimId: string,
  request: SplitClaim,
  staff: Staff,
  dependencies: ReviewDependencies,
): Promise<SplitResult> {
  const step = await beginStep('splitClaim', claimId, request, staff, dependencies);
  if (step === undefined) return { claimId: await claimMadeBefore(claimId, dependencies) };
  requireHeld(step);
  requireState(step, 'OPEN');
  const { review } = step;
  const stored = await dependencies.readings.loadForm(claimId, review.formRevision);
  requirePages(request.pages, stored);
  const [claim, file] = await Promise.all([
    claimOf(review, dependencies),
    fileOf(review.fileId, dependencies),
  ]);
  const { staying, leaving } = splitForm(stored.form, request.pages);
  const formNumber = (file.claimIds?.length ?? claim.formsInFile) + 1;
  const newId = claimIdOf(file.fileId, formNumber);
  const pages = [...new Set(request.pages)].toSorted((a, b) => a - b);
  const [formRevision, newRevision] = await Promise.all([
    saveRevision(step, { ...stored, form: staying }, dependencies),
    saveRevision(step, { ...stored, form: { ...leaving, pages } }, dependencies, newId),
  ]);
  await keepAsRead(review.claimId, newId, pages, dependencies);
  const isSameLines = staying.acts.length === stored.form.acts.length;
  const next = nextReview(step, {
    formRevision,
    heldUntil: holdUntil(step.now, dependencies),
    // Lines have moved: what was keyed for them is keyed again.
    keying: isSameLines ? review.keying : undefined,
    settled: isSameLines ? review.settled : review.settled.filter(({ line }) => line === undefined),
  });
  const changes = [recorded(step, { what: 'split', after: newId, reason: `pages ${pages.join(', ')}` })];
  requireWritten(
    await dependencies.reviews.split(
      { review: next, changes },
      file,
      draftOf(claim, newId, formNumber, newRevision),
    ),
  );
  return { claimId: newId };
}

/** What was read on the pages goes with them: what people changed since is seen in the new claim too. */
async function keepAsRead(
  claimId: string,
  newId: string,
  pages: readonly number[],
  { readings }: Pick<ReviewDependencies, 'readings'>,
): Promise<void> {
  const asRead = await readings.findFormAsRead(claimId);
  if (asRead === undefined) return;
  const { leaving } = splitForm(asRead.form, pages);
  await readings.saveForm(newId, { ...asRead, form: { ...leaving, pages } });
}

function draftOf(claim: Claim, claimId: string, formNumber: number, formRevision: string): Claim {
  return {
    claimId,
    state: 'DRAFTED',
    version: 1,
    fileId: claim.fileId,
    channelId: claim.channelId,
    submissionDate: claim.submissionDate,
    receivedOn: claim.receivedOn,
    submissionSignals: claim.submissionSignals,
    formNumber,
    formsInFile: formNumber,
    formRevision,
    foundPaid: claim.foundPaid,
  };
}

/** The pages are of this claim or of no form at all, and leave it one. */
function requirePages(pages: readonly number[], { form, pageRoles }: StoredForm): void {
  const isFree = (page: number): boolean =>
    form.pages.includes(page) || (page <= pageRoles.length && pageRoles[page - 1] !== 'care-form');
  const isEmptied = form.pages.every((page) => pages.includes(page));
  if (isEmptied || !pages.every(isFree))
    throw new ReviewRefusal(
      'PAGES_INVALID',
      'Choose some of the pages of this claim, and leave it at least one.',
    );
}

async function fileOf(fileId: string, { files }: ReviewDependencies): Promise<ScanFile> {
  const file = await files.find(fileId);
  if (file === undefined) throw new Error('The file under review is not in the claims table');
  return file;
}

async function claimMadeBefore(claimId: string, { reviews }: ReviewDependencies): Promise<string> {
  const made = (await reviews.changes(claimId)).findLast(({ what }) => what === 'split')?.after;
  if (typeof made !== 'string') throw new Error('A split is not on record with the claim it made');
  return made;
}
