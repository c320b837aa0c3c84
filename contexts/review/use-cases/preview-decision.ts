import { loadForms, proposeDecision } from '#adjudication';
import { type Claim, type Decision, type DecisionRecord, decisionRecordSchema } from '#claims';
import type { ClaimEvent } from '#events';
import { decidedClaim } from '#payments';
import { dayInMorocco, type DocumentKind, type Staff } from '#shared';
import { maskFinding } from '../api/mask-review.ts';
import { liftedBy } from '../api/other-person.ts';
import type { DecisionPreview, PreviewQuery } from '../api/review.ts';
import { sentToAdjudication } from '../domain/claim-moves.ts';
import type { ClaimReview, FieldPlace } from '../domain/claim-review.ts';
import { isKeyedBlind, placesYetToKey, unkeyed } from '../domain/double-keying.ts';
import { placesOfFinding } from '../domain/finding-places.ts';
import { findReviewFor, isMaskedFor } from './review-access.ts';
import type { ReviewDependencies } from './review-dependencies.ts';
import { ReviewRefusal } from './review-refusal.ts';
import { claimOf, versionChanged } from './review-step.ts';

/**
 * What becomes of a claim if whoever holds it validates it as it stands now, or rejects it: the decision of the rules, what stops it,
 * and the SMS that the insured is sent. Nothing is written but that they looked.
 * @throws ReviewRefusal REVIEW_NOT_FOUND, NOT_HELD, VERSION_CHANGED
 */
export async function previewDecision(
  claimId: string,
  { version, rejection, documents }: PreviewQuery,
  staff: Staff,
  dependencies: ReviewDependencies,
): Promise<DecisionPreview> {
  const { accessLog, rules, clock } = dependencies;
  const review = await findReviewFor(claimId, staff, dependencies);
  if (review.holder !== staff.userId || review.state === 'CLOSED')
    throw new ReviewRefusal('NOT_HELD', 'Take the claim to see what becomes of it.');
  if (review.version !== version) throw versionChanged();
  await accessLog.record({ actor: staff.userId, operation: 'previewDecision', subject: `claim:${claimId}` });
  const claim = await claimOf(review, dependencies);
  const isMasked = isMaskedFor(staff);
  if (documents !== undefined)
    return {
      version,
      step: 'awaiting-document',
      findings: [],
      message: isMasked ? undefined : await askedFor(claim, documents, dependencies),
    };
  const forms = await loadForms(review, dependencies);
  const { form } = forms.stored;
  const toKey = placesYetToKey({ review, claim, form }, rules, dayInMorocco(clock()));
  const step = rejection === undefined ? stepBefore(review, toKey, staff) : undefined;
  if (step !== undefined) return { version, step, findings: [] };
  const by = staff.userId;
  const { attestations } = review;
  const reviewed: ClaimReview =
    rejection === undefined
      ? review
      : { ...review, attestations: { ...attestations, rejection: { code: rejection, by } } };
  const sent = sentToAdjudication(claim, reviewed, clock(), undefined);
  const { decision } = await proposeDecision(sent, forms, dependencies);
  const message = isMasked ? undefined : await messageOf(sent, decision, dependencies);
  const { outcome, billedCentimes } = decision;
  const paidCentimes = decision.paidCentimes - (decision.paidBefore?.centimes ?? 0);
  // What is to be keyed without seeing it is not told by what a rejection of it would leave unpaid.
  if (isKeyedBlind(review, toKey, staff.roles.includes('supervisor')))
    return { version, step: 'decided', outcome, paidCentimes, findings: [], message };
  const findings = decision.findings.filter(({ kind }) => kind !== 'signal');
  return {
    version,
    step: 'decided',
    outcome,
    billedCentimes,
    paidCentimes,
    lines: decision.lines.map((line) => ({
      outcome: line.outcome,
      billedCentimes: line.billedCentimes,
      unitTariffCentimes: line.unitTariffCentimes,
      basisCentimes: line.basisCentimes,
      rateBasisPoints: line.rateBasisPoints,
      paidCentimes: line.paidCentimes,
    })),
    findings: findings.flatMap((finding) => {
      const shown = isMasked ? maskFinding(finding, { form }) : finding;
      if (shown === undefined) return [];
      return {
        ...shown,
        details: shown.details && { ...shown.details },
        liftedBy: liftedBy(finding, form, by),
        places: placesOfFinding(shown, form).map(({ field, line }) => ({ field, line })),
      };
    }),
    message,
  };
}

/** What comes before the rules decide, where two people key; what they keyed is compared then, and not before. */
function stepBefore(
  { state, firstKeying, keying }: ClaimReview,
  toKey: readonly FieldPlace[],
  staff: Staff,
): DecisionPreview['step'] | undefined {
  if (state === 'DISPUTED') return 'comparison';
  if (toKey.length === 0) return undefined;
  if (isMaskedFor(staff)) return 'second-keying';
  if (unkeyed(toKey, keying).length > 0) return 'keying-incomplete';
  return state === 'OPEN' || firstKeying === undefined ? 'second-keying' : 'comparison';
}

/** What the insured would be told of a decision. */
async function messageOf(
  sent: Claim,
  decision: Decision,
  dependencies: ReviewDependencies,
): Promise<DecisionPreview['message']> {
  const at = dependencies.clock().toISOString();
  const claim = decidedClaim(sent, decision, at);
  return messageFor(
    claim,
    { type: `claim.${decision.outcome}.v1` },
    decisionRecordSchema.parse(decision),
    dependencies,
  );
}

/** What the insured would be told of documents that are asked for by SMS. */
async function askedFor(
  claim: Claim,
  documents: readonly DocumentKind[],
  dependencies: ReviewDependencies,
): Promise<DecisionPreview['message']> {
  const event: Told = { type: 'claim.document-requested.v1', documents: [...documents], via: 'sms' };
  return messageFor({ ...claim, version: claim.version + 1 }, event, undefined, dependencies);
}

type Told =
  | { readonly type: `claim.${Decision['outcome']}.v1` }
  | { readonly type: 'claim.document-requested.v1'; readonly documents: DocumentKind[]; readonly via: 'sms' };

/** @param claim as the event would leave it */
async function messageFor(
  claim: Claim,
  told: Told,
  decision: DecisionRecord | undefined,
  { claims, previewMessage, clock }: ReviewDependencies,
): Promise<DecisionPreview['message']> {
  const { claimId, channelId, version } = claim;
  const occurredAt = clock().toISOString();
  const event: ClaimEvent = { ...told, eventId: `${claimId}#${version}`, occurredAt, claimId, channelId };
  const history = await claims.history(claimId);
  const { events = [], messages = [], decisions = new Map<string, DecisionRecord>() } = history ?? {};
  const message = await previewMessage(event, {
    claim,
    decision: decision ?? history?.decision,
    decisions: decision === undefined ? decisions : new Map([...decisions, [event.eventId, decision]]),
    events: [...events, event],
    messages,
  });
  if (message.action === 'skip') return { isSent: false, because: message.reason };
  const { language, text } = message.sms;
  return { isSent: true, language, text };
}
