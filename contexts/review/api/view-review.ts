import type { Review } from './review.ts';
import { requestedAndMissing } from '../domain/awaited-documents.ts';
import { isKeyedBlind, placesYetToKey } from '../domain/double-keying.ts';
import { paidLinesOf } from '../domain/paid-lines.ts';
import type { FieldPlace } from '../domain/claim-review.ts';
import type { ReviewChange } from '../records/review-words.ts';
import { waitingDays } from '../domain/open-review.ts';
import { otherPersonNeeded } from './other-person.ts';
import type { ReviewMaterial } from '../domain/review-material.ts';
import { viewFields } from './view-fields.ts';

/** What was paid of the claim while other lines waited. */
function paidFirstOf({ claim, stored }: ReviewMaterial): Review['paidFirst'] {
  const { payment, settledPart } = claim;
  if (payment === undefined || settledPart === undefined) return undefined;
  const { amountCentimes, state, since } = payment;
  return { lines: [...paidLinesOf(claim, stored.form)], amountCentimes, state, since };
}

/** What one person put into a field that another one keys now is not told. Lines have moved since: the field alone says. */
function withoutKeyedValues<Change extends Pick<ReviewChange, 'field'>>(
  change: Change,
  toKey: readonly FieldPlace[],
): Change {
  const isToKey = toKey.some(({ field }) => field === change.field);
  return isToKey ? { ...change, before: undefined, after: undefined } : change;
}

/** The review as a person works on it: fields to look at first, with what is doubted and what the registers say. */
export function viewReview(material: ReviewMaterial): Review {
  const { review, claim, stored, history, reader, rules, today } = material;
  const { form, pageRoles, pageTurns = [] } = stored;
  const toKey = placesYetToKey({ review, claim, form }, rules, today);
  const isBlind = isKeyedBlind(review, toKey, reader.isSupervisor);
  return {
    claimId: review.claimId,
    fileId: review.fileId,
    channelId: review.channelId,
    version: review.version,
    state: review.state,
    group: review.group,
    depositDate: review.submissionDate,
    waitingDays: waitingDays(review.submissionDate, review.suspensions, today),
    formNumber: claim.formNumber,
    formsInFile: claim.formsInFile,
    holder: review.holder,
    heldUntil: review.heldUntil,
    assignedTo: review.assignedTo,
    pages: pageRoles.map((role, index) => ({
      page: index + 1,
      role,
      isOfClaim: form.pages.includes(index + 1),
      turns: pageTurns[index] ?? 0,
    })),
    fields: viewFields(material, toKey, isBlind),
    lineCount: form.acts.length,
    paidFirst: paidFirstOf(material),
    // Amounts in the words of a finding would say what is to be keyed without seeing it.
    findings: review.findings.map(({ details, ...finding }) => ({
      ...finding,
      details: isBlind || details === undefined ? undefined : { ...details },
    })),
    otherPerson: otherPersonNeeded(material, toKey),
    isMasked: false,
    history: isBlind ? history.map((change) => withoutKeyedValues(change, toKey)) : [...history],
    documentsRequested: [...review.documentsRequested],
    documentsMissing: [...requestedAndMissing(review)],
    documentsSent: (review.documentsSent ?? []).map(({ documentId, kind, sentAt }) => ({
      documentId,
      kind,
      sentAt,
    })),
  };
}
