import type { BeneficiaryRef } from '#claims';
import { foldMedicineName, type Medicine, priceOn } from '#medicines';
import type { PriorApproval } from '#registry';
import { approvalsOf, longTermRate } from '../tariffs/approvals.ts';

/** Boxes of one medicine, for whom and when. */
interface Boxes {
  readonly medicine: Medicine | undefined;
  readonly dispensedOn: string;
  readonly beneficiary: BeneficiaryRef;
  /** ICD-10 code of what they were for, where a person keyed it. */
  readonly diseaseCode: string | undefined;
}

/**
 * What an approval says of a medicine: names it, names others, or leaves it open. One of several substances, or the same one worded
 * with its salt, is not named and not left out.
 */
function saysOf(
  { medicines, substances }: PriorApproval,
  medicine: Pick<Medicine, 'code' | 'substances'>,
): 'named' | 'others' | 'open' {
  if (medicines === undefined && substances === undefined) return 'open';
  if (medicines?.includes(medicine.code) === true) return 'named';
  const approved = (substances ?? []).map(foldMedicineName);
  const held = medicine.substances.map(foldMedicineName);
  if (held.length > 0 && held.every((substance) => approved.includes(substance))) return 'named';
  const firstWords = new Set(approved.map(firstWord));
  // A list that says nothing of what is in a box leaves open whether it is one of the substances.
  const isNear = substances !== undefined && held.length === 0;
  return isNear || held.some((substance) => firstWords.has(firstWord(substance))) ? 'open' : 'others';
}

const firstWord = (text: string): string => text.split(' ')[0] ?? text;

/**
 * The rate that accepted files of long-term diseases (ALD/ALC) grant for boxes. One that names the medicine, by code or substance,
 * is its own witness. One that says nothing of medicines is for those of its disease: a person says which they are, as for acts. One
 * that names others is not for this one. Nothing is asked where the list pays nothing for the medicine, or as much as was granted.
 */
export function grantedRate(
  { medicine, dispensedOn, beneficiary, diseaseCode }: Boxes,
  approvals: readonly PriorApproval[],
): ReturnType<typeof longTermRate> {
  const listed = medicine === undefined ? 0 : (priceOn(medicine, dispensedOn)?.rateBasisPoints ?? 0);
  const none = { rateBasisPoints: undefined, findings: [], ruleIds: [] };
  if (medicine === undefined || listed === 0) return none;
  const raising = approvalsOf(beneficiary, dispensedOn, approvals).flatMap(
    ({ rateBasisPoints, ...approval }) =>
      rateBasisPoints !== undefined && rateBasisPoints > listed
        ? [{ ...approval, rateBasisPoints, says: saysOf(approval, medicine) }]
        : [],
  );
  const naming = raising.filter(({ says }) => says === 'named');
  if (naming.length === 0) {
    const open = raising.filter(({ says }) => says === 'open');
    return longTermRate(open, diseaseCode, listed);
  }
  const [rateBasisPoints, ...others] = new Set(naming.map((approval) => approval.rateBasisPoints));
  return {
    rateBasisPoints,
    findings:
      others.length > 0
        ? [{ kind: 'doubt', code: 'RATE_UNKNOWN', details: { cause: 'SEVERAL_APPROVED_RATES' } }]
        : [],
    ruleIds: naming.map(({ approvalId }) => `approval-${approvalId}`),
  };
}
