import type { Decision, Finding } from '#claims';
import type { RejectionCode } from '#shared';

/** The decision where a person found that there is nothing to pay: all that the rules found stays on record beside it. */
export function rejectedByPerson(decision: Decision, code: RejectionCode): Decision {
  if (decision.paidBefore !== undefined) return withoutRest(decision, code);
  return {
    ...decision,
    outcome: 'rejected',
    lines: decision.lines.map((line) => ({
      ...line,
      outcome: 'rejected',
      paidCentimes: 0,
      payeeInpe: undefined,
    })),
    paidCentimes: 0,
    findings: [{ kind: 'rejection', code }, ...decision.findings],
    destination: undefined,
    toEstablishment: undefined,
    settledPart: undefined,
  };
}

/** The rest of a claim is rejected by a person: what was paid stays paid. */
function withoutRest(decision: Decision, code: RejectionCode): Decision {
  const { lines: before = new Set<number>(), centimes = 0 } = decision.paidBefore ?? {};
  const rest = decision.lines.flatMap((_, index) => (before.has(index) ? [] : [index]));
  return {
    ...decision,
    outcome: 'partly-approved',
    lines: decision.lines.map((line, index) =>
      before.has(index) ? line : { ...line, outcome: 'rejected', paidCentimes: 0 },
    ),
    paidCentimes: centimes,
    findings: [...rest.map((line): Finding => ({ kind: 'rejection', code, line })), ...decision.findings],
    destination: undefined,
    settledPart: undefined,
  };
}
