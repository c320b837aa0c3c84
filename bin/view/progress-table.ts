import pc from 'picocolors';
import type { ClaimProgress, FileProgress } from '../../contexts/follow-up/use-cases/follow-file.ts';
import { paymentsOf } from '../../contexts/claims/domain/payments-of-claim.ts';
import { formatReceipt } from '../../contexts/shared/identifiers/receipt-number.ts';
import { formatDirhams, type Centimes } from '../../contexts/shared/money.ts';
import type { FollowedProgress } from './followed-progress.ts';
import { plural, table } from './print.ts';

const HEAD = ['File, insured', 'Decision, payment, SMS', 'Billed DH', 'Paid DH', 'Reasons'];
/** Advice to a sender is a sentence or two. */
const SHAPE = {
  wrapped: 'Reasons',
  atMost: 46,
  columns: 100,
  numbers: ['Billed DH', 'Paid DH'],
} as const;

/** One row a claim; one row a file that has none. */
export function progressTable(rows: readonly FollowedProgress[]): string {
  return table(
    HEAD,
    rows.flatMap(({ name, progress }) =>
      progress.claims.length === 0
        ? [fileRow(name, progress)]
        : progress.claims.map((claim, index) => claimRow(nameOf(name, index, progress), claim)),
    ),
    SHAPE,
  );
}

/** The same, for scripts. */
export function toJson({ name, progress }: FollowedProgress): object {
  const { fileId, state, quarantineReason, advice, duplicateOf, claims } = progress;
  return {
    name,
    receipt: fileId,
    state,
    quarantineReason,
    advice,
    duplicateOf,
    claims: claims.map(claimJson),
  };
}

export function claimJson({ claim, decision, messages }: ClaimProgress): object {
  return { ...claim, decision, messages };
}

const nameOf = (name: string, index: number, { claims }: FileProgress): string =>
  claims.length === 1 ? name : `${name} #${index + 1}`;

function fileRow(name: string, progress: FileProgress): string[] {
  switch (progress.state) {
    case 'UPLOADED':
      return [name, pc.dim('uploaded'), '', '', ''];
    case 'ACCEPTED':
      return [name, pc.dim('reading'), '', '', ''];
    case 'DUPLICATE':
      return [name, pc.yellow('same file again'), '', '', `of ${formatReceipt(progress.duplicateOf ?? '')}`];
    case 'QUARANTINED':
      return [
        name,
        pc.red('quarantined'),
        '',
        '',
        `${words(progress.quarantineReason ?? '')}: ${progress.advice?.en ?? ''}`,
      ];
    case 'READ':
      return [name, pc.dim('read'), '', '', ''];
  }
}

function claimRow(name: string, progress: ClaimProgress): string[] {
  const { claim, decision } = progress;
  return [
    [name, ...(claim.registrationNumber === undefined ? [] : [pc.dim(claim.registrationNumber)])].join('\n'),
    [decisionText(progress), ...smsOf(progress)].join('\n'),
    dirhams(claim.billedCentimes),
    dirhams(claim.paidCentimes),
    reasonsOf(decision).join('\n'),
  ];
}

function decisionText({ claim }: ClaimProgress): string {
  const payment = paymentsOf(claim)
    .map((settled) => `\n${pc.dim(paymentText(settled.payment))}`)
    .join('');
  switch (claim.state) {
    case 'DRAFTED':
      return pc.dim('deciding');
    case 'APPROVED':
      return pc.green('approved') + payment;
    case 'PARTLY_APPROVED':
      return pc.green('partly approved') + payment;
    case 'REJECTED':
      return pc.red('rejected');
    case 'REFERRED':
      return pc.yellow('to a reviewer');
    case 'PARTLY_REFERRED':
      return pc.yellow('part to a reviewer') + payment;
    case 'INCOMPLETE':
      return pc.yellow('incomplete');
  }
}

function paymentText({ state, heldReason, attempt }: NonNullable<ClaimProgress['claim']['payment']>): string {
  const again = attempt > 1 ? `, attempt ${attempt}` : '';
  return `payment ${state.toLowerCase()}${again}${heldReason === undefined ? '' : `\n  (${words(heldReason)})`}`;
}

/** What decided it, each reason once; signals stay with the reviewer. */
function reasonsOf(decision: ClaimProgress['decision']): string[] {
  const deciding = (decision?.findings ?? []).filter(({ kind }) => kind !== 'signal');
  return [
    ...new Set(
      deciding.map(({ code, field }) => (field === undefined ? words(code) : `${words(code)}: ${field}`)),
    ),
  ];
}

/** One line an SMS; what kind it is, where that is not said by the decision above it. */
function smsOf({ messages }: ClaimProgress): string[] {
  return messages.map(({ state, kind, language, segments, skippedBecause }) =>
    state === 'SKIPPED'
      ? pc.dim(`no SMS: ${words(skippedBecause ?? '')}`)
      : [
          `SMS in ${language ?? ''}, ${plural(segments ?? 0, 'part')}`,
          ...(kind.startsWith('claim-') ? [] : [`  (${words(kind)})`]),
        ].join('\n'),
  );
}

const dirhams = (centimes: Centimes | undefined): string =>
  centimes === undefined ? '' : formatDirhams(centimes);

/** `LATE_FILING` as people read it. */
const words = (code: string): string => code.toLowerCase().replaceAll(/[_-]/g, ' ');
