import { type ClaimHistory, type MessageRecord, paymentsOf, type ScanFile } from '#claims';
import type { MilafEvent } from '#events';
import type { RecordedChange } from '#review';
import type { AccessRecord } from '#staff';
import type { TimelineEntry } from '../api/follow-up.ts';
import type { TimelineReader } from '../ports.ts';

type Order = NonNullable<Awaited<ReturnType<TimelineReader['order']>>>;

/** All that is known about a claim, from several places. */
export interface TimelineParts {
  readonly history: ClaimHistory;
  readonly fileHistory: { readonly file: ScanFile; readonly events: readonly MilafEvent[] } | undefined;
  readonly orders: readonly Order[];
  readonly reviewChanges: readonly RecordedChange[];
  readonly accesses: readonly AccessRecord[];
}

/** One story of a claim, from the paper to the bank's answer and the SMS, oldest first. */
export function buildTimeline({
  history,
  fileHistory,
  orders,
  reviewChanges,
  accesses,
}: TimelineParts): TimelineEntry[] {
  const entries = [
    ...(fileHistory === undefined ? [] : ofFile(fileHistory.file)),
    ...(fileHistory?.events ?? []).map(ofEvent),
    ...history.events.map((event) => ({ ...ofEvent(event), text: history.reasons?.get(event.eventId) })),
    ...reviewChanges.map(ofReview),
    ...orders.flatMap(ofOrder),
    ...history.messages.map(ofMessage),
    ...accesses.map(ofAccess),
  ];
  // A day without a time of day stands before all that has one on that day.
  return entries.toSorted((one, other) => (one.at < other.at ? -1 : one.at > other.at ? 1 : 0));
}

/** The orders that a claim's payments went out with, as its record and the bank's answers name them. */
export function paymentBatchIdsOf({ claim, events }: ClaimHistory): readonly string[] {
  const ids = [
    ...paymentsOf(claim).map(({ payment }) => payment.batchId),
    ...events.map((event) => ('remittanceId' in event ? event.remittanceId : undefined)),
  ];
  return [...new Set(ids.filter((id) => id !== undefined))];
}

function ofFile({ submissionDate, uploadedAt, channelId }: ScanFile): TimelineEntry[] {
  return [
    { at: submissionDate, source: 'file', what: 'deposited', code: channelId },
    { at: uploadedAt, source: 'file', what: 'uploaded', code: channelId },
  ];
}

function ofEvent(event: MilafEvent): TimelineEntry {
  const what = event.type.replace(/\.v\d+$/, '');
  return {
    at: event.occurredAt,
    source: sourceOf(what),
    what,
    by: 'by' in event ? event.by : undefined,
    code: 'reason' in event ? event.reason : undefined,
    attempt: 'attempt' in event ? event.attempt : undefined,
    settlement: 'settlement' in event ? event.settlement : undefined,
    remittanceId: 'remittanceId' in event ? event.remittanceId : undefined,
  };
}

function sourceOf(what: string): TimelineEntry['source'] {
  if (what.startsWith('file.')) return 'file';
  if (what === 'payment.released' || what === 'payment.settled') return 'payment';
  return what.startsWith('payment.') ? 'bank' : 'claim';
}

function ofReview({ what, at, by, field, line, before, after, code, reason }: RecordedChange): TimelineEntry {
  return { at, source: 'review', what, by, field, line, before, after, code, text: reason };
}

function ofOrder({ batch, sentAt }: Order): TimelineEntry[] {
  const { batchId, createdAt } = batch;
  const order = { source: 'payment', remittanceId: batchId } as const;
  return [
    { ...order, at: createdAt, what: 'order.made' },
    ...(sentAt === undefined ? [] : [{ ...order, at: sentAt, what: 'order.sent' }]),
  ];
}

function ofMessage({ updatedAt, state, kind, text, skippedBecause }: MessageRecord): TimelineEntry {
  return {
    at: updatedAt,
    source: 'message',
    what: `sms.${state.toLowerCase()}`,
    messageKind: kind,
    code: skippedBecause,
    text,
  };
}

function ofAccess({ at, actor, operation }: AccessRecord): TimelineEntry {
  return { at, source: 'access', what: operation, by: actor };
}
