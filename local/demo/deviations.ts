import type { ClaimProgress, FileProgress } from '../../contexts/follow-up/use-cases/follow-file.ts';
import type { ExpectedClaim, Scenario } from '../samples/scenarios/scenario.ts';

/** How a sample ended otherwise than it should, in words; empty where it ended as it should. */
export function deviationsOf({ id, expected }: Scenario, progress: FileProgress): readonly string[] {
  const found: string[] = [];
  const compare = (what: string, is: unknown, shouldBe: unknown): void => {
    if (is !== shouldBe) found.push(`${id}: ${what} is ${String(is)}, should be ${String(shouldBe)}`);
  };
  compare('the file', progress.state, expected.file);
  compare('the reason it was quarantined', progress.quarantineReason, expected.quarantineReason);
  compare('the number of claims', progress.claims.length, expected.claims.length);
  for (const [index, shouldBe] of expected.claims.entries()) {
    const is = progress.claims[index];
    if (is === undefined) continue;
    const claim = `claim ${index + 1}`;
    compare(`${claim}, state`, is.claim.state, shouldBe.state);
    compare(`${claim}, billed`, is.claim.billedCentimes, shouldBe.billedCentimes);
    compare(`${claim}, paid`, is.claim.paidCentimes, shouldBe.paidCentimes);
    compare(`${claim}, payment`, is.claim.payment?.state, shouldBe.payment?.state);
    compare(`${claim}, SMS`, smsOf(is), expectedSms(shouldBe));
    for (const code of missingReasons(is, shouldBe))
      found.push(`${id}: ${claim}, the reason ${code} is missing`);
  }
  return found;
}

function missingReasons({ decision }: ClaimProgress, { reasonCodes }: ExpectedClaim): string[] {
  const codes = new Set(decision?.findings.map(({ code }) => code));
  return reasonCodes.filter((code) => !codes.has(code));
}

function smsOf({ messages }: ClaimProgress): string {
  const [message] = messages;
  if (message === undefined) return 'none';
  return message.state === 'SKIPPED'
    ? `skipped ${message.skippedBecause ?? ''}`
    : `sent in ${message.language ?? ''}`;
}

function expectedSms({ sms }: ExpectedClaim): string {
  if (sms.kind === 'none') return 'none';
  return sms.kind === 'skipped' ? `skipped ${sms.reason}` : `sent in ${sms.language}`;
}
