import type { BeneficiaryRef, Finding, FingerprintOfForm } from '#claims';
import type { CareForm } from '#reading';
import type { PersonFile } from '#registry';
import { addDays, isIsoDate } from '#shared';
import type { AdjudicationInput } from './adjudication-input.ts';
import { monthGroup } from './act-fingerprint.ts';
import { canonicalHash } from './canonical-hash.ts';
import type { ReadAct } from './read-act.ts';
import { familyGroup } from './taken-care.ts';
import type { ThirdPartyAct } from './tariffs/approvals.ts';

/**
 * Days under an approval that pays an establishment. Days of a stay and sessions are billed together under their first day, so that
 * another bill may begin in the middle of them. Whoever is paid for them, each day of a person is paid once.
 */

/** Days that one claim takes at most: more do not fit into one write, and a person looks at so long a bill. */
export const MOST_DAYS = 60;

interface StayDay {
  readonly registrationNumber: string;
  /** ISO date. */
  readonly day: string;
}

/** Where days were kept, in the group of their month of care. */
const stayGroup = ({ registrationNumber, day }: StayDay): string =>
  monthGroup({ registrationNumber, dateOfCare: day });

function stayTrace({ registrationNumber, day }: StayDay, beneficiary: BeneficiaryRef): string {
  const who = beneficiary.kind === 'insured' ? 'insured' : beneficiary.dependantId;
  return canonicalHash(['stay-day-1', registrationNumber, who, day]);
}

const daysFrom = (first: string, count: number): readonly string[] =>
  Array.from({ length: Math.min(count, MOST_DAYS) }, (_, index) => addDays(first, index));

const isUnderApproval = ({ priorApprovals }: PersonFile): boolean =>
  priorApprovals.some(({ paidToInpe }) => paidToInpe !== undefined);

/** Groups in which claims left days of this form when each month of care had one; what is paid now is with the family. */
export function stayGroupsOf({ acts }: CareForm, person: PersonFile | undefined): readonly string[] {
  if (person === undefined || !isUnderApproval(person)) return [];
  const { registrationNumber } = person.person;
  const groups = acts.flatMap(({ dateOfCare, quantity }) =>
    dateOfCare === undefined || !isIsoDate(dateOfCare.value)
      ? []
      : daysFrom(dateOfCare.value, quantity?.value ?? 1).map((day) => stayGroup({ registrationNumber, day })),
  );
  return [...new Set(groups)];
}

/** Whose stay it is, where that is certain. */
interface Stayed {
  readonly person: PersonFile | undefined;
  readonly beneficiary: BeneficiaryRef | undefined;
}

/** A line of the same form. */
interface EarlierLine {
  readonly act: { readonly line: number };
  readonly traces: readonly { readonly fingerprint: string }[];
}

interface Stay {
  readonly findings: readonly Omit<Finding, 'line'>[];
  /** What is left behind where it is paid: the days that nobody was paid for. */
  readonly traces: readonly Omit<FingerprintOfForm, 'line'>[];
}

/** The days that an act under an approval is billed for: approved, and neither paid before nor billed by a line before it. */
export function stayOf(
  { sure: { dateOfCare, quantity = 1 } }: ReadAct,
  { approvedTo }: ThirdPartyAct,
  { person, beneficiary }: Stayed,
  earlier: readonly EarlierLine[],
  { knownFingerprints, claim: { decidedOn } }: Pick<AdjudicationInput, 'knownFingerprints' | 'claim'>,
): Stay {
  if (dateOfCare === undefined || person === undefined || beneficiary === undefined)
    return { findings: [], traces: [] };
  const { registrationNumber } = person.person;
  const days = daysFrom(dateOfCare, quantity).map((day) => ({ registrationNumber, day }));
  const all = days.map((one) => ({
    group: familyGroup(registrationNumber, one.day, decidedOn),
    fingerprint: stayTrace(one, beneficiary),
  }));
  const owner = all
    .map(({ fingerprint }) => knownFingerprints.get(fingerprint))
    .find((one) => one !== undefined);
  const own = new Set(all.map(({ fingerprint }) => fingerprint));
  const twin = earlier.find(({ traces }) => traces.some(({ fingerprint }) => own.has(fingerprint)));
  const findings: Stay['findings'][number][] = [];
  if (owner !== undefined) findings.push({ kind: 'doubt', code: 'DUPLICATE', details: { claimId: owner } });
  else if (twin !== undefined)
    findings.push({ kind: 'doubt', code: 'DUPLICATE', details: { withLine: twin.act.line } });
  if (addDays(dateOfCare, quantity - 1) > approvedTo || quantity > MOST_DAYS)
    findings.push({
      kind: 'doubt',
      code: 'AMOUNT_UNUSUAL',
      field: 'quantity',
      details: { quantity, to: approvedTo },
    });
  return { findings, traces: all.filter(({ fingerprint }) => !knownFingerprints.has(fingerprint)) };
}
