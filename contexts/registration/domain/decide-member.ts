import { firstBirthDay } from '#shared';
import { checkDependant } from '#coverage';
import type { ListedMember } from '../records/list-lines.ts';
import { coverAsDependant, coversOf, isNotOverOn, isOn } from './covers.ts';
import { decideInFamily } from './decide-head.ts';
import { factsBeforeList } from './facts-before-list.ts';
import type { Family, MemberDecision, MemberLine, MigrationContext } from './household.ts';
import type { IdentityFacts } from './identity-facts.ts';
import type { LineDecision } from './line-decision.ts';
import { decideByLine, decision, type LineToDecide } from './line-outcome.ts';
import { isAgePlausible } from './plausible-age.ts';
import type { NewDependant } from './registration.ts';
import { isSameIdentity } from './same-identity.ts';

/** What the registry allows. */
const MAX_DEPENDANT_ID = 999;

/**
 * Decides what becomes of a member of a RAMED household who is not its head: declared under the head, unless covered otherwise,
 * declared elsewhere, too old, or neither spouse nor child (CNSS "qui peut en bénéficier").
 * @param family under whom; undefined where the head is not registered
 * @param dependantId id under that person, should the member be declared
 */
export function decideMember(
  { linked, member, facts: known }: MemberLine,
  family: Family | undefined,
  dependantId: number,
  context: MigrationContext,
): MemberDecision {
  const byLine = decideByLine(linked);
  if (byLine !== undefined) return { decision: byLine };
  if (member.deceasedOn !== undefined || known.reference?.deceasedOn !== undefined)
    return { decision: decision(linked, 'DECEASED') };
  const ageKind = member.role === 'other' ? 'head' : member.role;
  if (!isAgePlausible(member.birthDate, ageKind, context.asOf, context.rules))
    return { decision: decision(linked, 'AGE_NOT_PLAUSIBLE') };
  if (family === undefined) return { decision: decision(linked, 'HEAD_NOT_REGISTERED') };

  const { facts, otherLine } = factsBeforeList(known, {
    listId: context.listId,
    line: linked.verified.line,
  });
  if (otherLine !== undefined)
    return { decision: decision(linked, 'DUPLICATE', { duplicateOfLine: otherLine }) };
  const elsewhere =
    decideByIdentity(linked, member, facts) ??
    decideDeclared(linked, member, family) ??
    decideCovered(linked, facts, context);
  if (elsewhere !== undefined) return { decision: elsewhere };
  return declare({ linked, member, facts, family, dependantId, context });
}

function decideByIdentity(
  linked: LineToDecide,
  member: ListedMember,
  { person, dependantOf }: IdentityFacts,
): LineDecision | undefined {
  const others = [person?.person, dependantOf?.dependant].filter((other) => other !== undefined);
  if (others.some((other) => !isSameIdentity(member, other))) return decision(linked, 'IDENTITY_MISMATCH');
  if (others.some(({ deceasedOn }) => deceasedOn !== undefined)) return decision(linked, 'DECEASED');
  return undefined;
}

/** Declared under this head before: by CIN where both have one, else by who it is. */
function decideDeclared(
  linked: LineToDecide,
  member: ListedMember,
  family: Family,
): LineDecision | undefined {
  if (family.kind === 'new') return undefined;
  const declared = family.head.dependants.find(
    (dependant) =>
      isNotOverOn(dependant, family.from) &&
      dependant.link === member.role &&
      (dependant.cin === undefined || member.cin === undefined || dependant.cin === member.cin) &&
      isSameIdentity(member, dependant),
  );
  if (declared === undefined) return undefined;
  const { registrationNumber } = family.head.person;
  return decision(linked, 'ALREADY_REGISTERED', {
    registrationNumber,
    scheme: 'AMO_TADAMON',
    rightFrom: declared.from,
  });
}

function decideCovered(
  linked: LineToDecide,
  facts: IdentityFacts,
  { day }: MigrationContext,
): LineDecision | undefined {
  const own = facts.person?.coverages.find((coverage) => isOn(coverage, day));
  if (own !== undefined) return decideInFamily(linked, own);
  const other = coversOf(facts).find((cover) => isOn(cover, day));
  if (other !== undefined) return decision(linked, 'NOT_SUBJECT_OTHER_AMO', { otherCover: other.scheme });
  const inFamily = coverAsDependant(facts, day);
  if (inFamily !== undefined) return decideInFamily(linked, inFamily);
  // Declared under someone who has no right today: still nobody is declared twice.
  const { dependantOf } = facts;
  if (dependantOf === undefined || !isNotOverOn(dependantOf.dependant, day)) return undefined;
  const { registrationNumber } = dependantOf.insured.person;
  return decision(linked, 'DUPLICATE', { registrationNumber });
}

function declare({
  linked,
  member,
  facts,
  family,
  dependantId,
  context,
}: {
  readonly linked: LineToDecide;
  readonly member: ListedMember;
  readonly facts: IdentityFacts;
  readonly family: Family;
  readonly dependantId: number;
  readonly context: MigrationContext;
}): MemberDecision {
  const notEligible = { decision: decision(linked, 'DEPENDANT_NOT_ELIGIBLE') };
  const { role, name, cin, birthDate, sex } = member;
  if ((role !== 'spouse' && role !== 'child') || dependantId > MAX_DEPENDANT_ID) return notEligible;
  const bornOn = firstBirthDay(birthDate);
  const from = bornOn > family.from ? bornOn : family.from;
  const dependant: NewDependant = {
    ...{
      type: 'dependant',
      dependantId: dependantId.toString(),
      link: role,
      name,
      cin,
      birthDate,
      sex,
      from,
    },
    ...{ studies: [], disabled: false },
    registeredFrom: { listId: context.listId, line: linked.verified.line },
    declaredBefore: facts.dependantOf?.insured.person.registrationNumber,
  };
  const { verdicts } = checkDependant(dependant, from, context.rules);
  const registrationNumber = family.kind === 'known' ? family.head.person.registrationNumber : null;
  const against = verdicts.flatMap((verdict) => (verdict.kind === 'rejection' ? [verdict.code] : []));
  // Studies or an inability to work would give the right, and a list proves neither: the family is asked for it.
  if (against.length > 0 && against.every((code) => code === 'BENEFICIARY_AGE')) {
    const asked = decision(linked, 'DEPENDANT_NOT_ELIGIBLE', {
      registrationNumber,
      tell: { kind: 'proof-wanted', ...family.tell },
    });
    return {
      decision: family.kind === 'new' ? { ...asked, numberFromLine: family.headLine } : asked,
    };
  }
  if (against.length > 0) return notEligible;
  const declared = decision(linked, 'DEPENDANT_REGISTERED', {
    registrationNumber,
    scheme: 'AMO_TADAMON',
    rightFrom: from,
  });
  return {
    decision: family.kind === 'new' ? { ...declared, numberFromLine: family.headLine } : declared,
    dependant,
  };
}
