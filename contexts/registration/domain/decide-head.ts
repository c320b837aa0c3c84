import type { Coverage, KnownPerson } from '#registry';
import type { ListedMember } from '../records/list-lines.ts';
import { coverAsDependant, coversOf, isNotOverOn, isOn, timeBeside } from './covers.ts';
import { declarationToEnd } from './declaration-to-end.ts';
import { factsBeforeList } from './facts-before-list.ts';
import type { Family, HeadDecision, MemberLine, MigrationContext } from './household.ts';
import type { IdentityFacts } from './identity-facts.ts';
import type { LineDecision } from './line-decision.ts';
import { decideByLine, decision, tellOfChange, type LineToDecide } from './line-outcome.ts';
import { newPerson } from './new-person.ts';
import { isAgePlausible } from './plausible-age.ts';
import { rightFrom } from './right-from.ts';
import { isSameIdentity } from './same-identity.ts';

const SCHEME = 'AMO_TADAMON';

interface HeadCase {
  readonly linked: LineToDecide;
  readonly head: ListedMember;
  readonly facts: IdentityFacts;
  /** Who has the CIN or the RAMED number. */
  readonly known: KnownPerson | undefined;
  readonly context: MigrationContext;
}

/**
 * Decides what becomes of the head of a RAMED household: insured under AMO-Tadamon from 1 December 2022 where the card was valid
 * on that day and no other scheme covers him.
 * @param cardTo last day of the household's card, where the list has it
 */
export function decideHead(
  { linked, member: head, facts: known }: MemberLine,
  cardTo: string | undefined,
  context: MigrationContext,
): HeadDecision {
  const early = decideByLine(linked) ?? decideByList({ linked, head, known, cardTo, context });
  if (early !== undefined) return { decision: early };
  const { facts, otherLine } = factsBeforeList(known, {
    listId: context.listId,
    line: linked.verified.line,
  });
  if (otherLine !== undefined)
    return { decision: decision(linked, 'DUPLICATE', { duplicateOfLine: otherLine }) };
  const mismatch = decideByIdentity(linked, head, facts);
  if (mismatch !== undefined) return { decision: mismatch };
  const headCase: HeadCase = { linked, head, facts, known: facts.person ?? facts.household, context };
  return decideKnown(headCase) ?? decideCovered(headCase) ?? register(headCase);
}

function decideByList({
  linked,
  head,
  known,
  cardTo,
  context,
}: {
  readonly linked: LineToDecide;
  readonly head: ListedMember;
  readonly known: IdentityFacts;
  readonly cardTo: string | undefined;
  readonly context: MigrationContext;
}): LineDecision | undefined {
  if (head.deceasedOn !== undefined || known.reference?.deceasedOn !== undefined)
    return decision(linked, 'DECEASED');
  if (!isAgePlausible(head.birthDate, 'head', context.asOf, context.rules))
    return decision(linked, 'AGE_NOT_PLAUSIBLE');
  if (cardTo !== undefined && cardTo < context.coverageFrom) return decision(linked, 'CARD_EXPIRED');
  return undefined;
}

/** CIN, RAMED number and identity must all lead to one person. */
function decideByIdentity(
  linked: LineToDecide,
  head: ListedMember,
  { person, household, dependantOf }: IdentityFacts,
): LineDecision | undefined {
  const isSplit =
    person !== undefined &&
    household !== undefined &&
    person.person.registrationNumber !== household.person.registrationNumber;
  const others = [person?.person, household?.person, dependantOf?.dependant].filter(
    (other) => other !== undefined,
  );
  if (isSplit || others.some((other) => !isSameIdentity(head, other)))
    return decision(linked, 'IDENTITY_MISMATCH');
  if (others.some(({ deceasedOn }) => deceasedOn !== undefined)) return decision(linked, 'DECEASED');
  return undefined;
}

/** Someone who has or had Tadamon came from RAMED before: the right is as it is on file, and does not open again. */
function decideKnown({ linked, head, known, context }: HeadCase): HeadDecision | undefined {
  const ofScheme = known?.coverages.filter(({ scheme }) => scheme === SCHEME) ?? [];
  if (known === undefined || ofScheme.length === 0) return undefined;
  const { registrationNumber } = known.person;
  const open = ofScheme.find((coverage) => isNotOverOn(coverage, context.day));
  if (open === undefined) return { decision: decision(linked, 'COVERAGE_CLOSED', { registrationNumber }) };
  return {
    decision: decision(linked, 'ALREADY_REGISTERED', {
      registrationNumber,
      scheme: SCHEME,
      rightFrom: rightFrom(open, context.rules),
    }),
    family: { kind: 'known', head: known, from: open.from, tell: wayTo(known.person, head) },
  };
}

function decideCovered({ linked, facts, context, known }: HeadCase): HeadDecision | undefined {
  const other = coversOf({ ...facts, person: known }).find((cover) => isOn(cover, context.day));
  if (other !== undefined)
    return { decision: decision(linked, 'NOT_SUBJECT_OTHER_AMO', { otherCover: other.scheme }) };
  const inFamily = coverAsDependant(facts, context.day);
  if (inFamily === undefined) return undefined;
  return { decision: decideInFamily(linked, inFamily) };
}

/** Covered as a member of another's family: in another household of this scheme it is the same person twice. */
export function decideInFamily(linked: LineToDecide, { scheme, registrationNumber }: Coverage): LineDecision {
  return scheme === SCHEME
    ? decision(linked, 'DUPLICATE', { registrationNumber })
    : decision(linked, 'NOT_SUBJECT_OTHER_AMO', { otherCover: scheme });
}

/** As a change is told: at the phone on file, else at that of the list; whoever wants no SMS gets a letter. */
const wayTo = (
  { phone, language, smsOptOut }: KnownPerson['person'],
  listed: ListedMember,
): Family['tell'] => ({ phone: smsOptOut ? null : (phone ?? listed.phone ?? null), language });

function register({ linked, head, facts, known, context }: HeadCase): HeadDecision {
  const { listId, source, coverageFrom, day, rules } = context;
  const { line, reference } = linked.verified;
  const covers = coversOf({ ...facts, person: known });
  const time = timeBeside(coverageFrom, covers, day);
  if (time === undefined) {
    const otherCover = covers.find((cover) => isNotOverOn(cover, day))?.scheme ?? null;
    return { decision: decision(linked, 'NOT_SUBJECT_OTHER_AMO', { otherCover }) };
  }
  const coverage = { type: 'coverage', scheme: SCHEME, ...time, reportedBy: { source, reference } } as const;
  const details = { scheme: SCHEME, rightFrom: rightFrom(coverage, rules) } as const;
  const place = { listId, line };
  const endedDependant = declarationToEnd(facts, time.from);
  if (known !== undefined) {
    const { registrationNumber } = known.person;
    const change = {
      registrationNumber,
      open: { coverage, because: 'RAMED_MIGRATION' },
      by: place,
      endedDependant,
    };
    return {
      decision: decision(
        linked,
        'COVERAGE_CHANGED',
        {
          ...details,
          registrationNumber,
          tell: tellOfChange('coverage-changed', known.person, 'RAMED_MIGRATION', head.phone),
        },
        [{ kind: 'change-coverage', change }],
      ),
      family: { kind: 'known', head: known, from: time.from, tell: wayTo(known.person, head) },
    };
  }
  const tell = { kind: 'registered', phone: head.phone ?? null, language: 'ar' } as const;
  const person = newPerson(head, place, { ramedNumber: head.household });
  return {
    decision: decision(linked, 'REGISTERED', { ...details, tell }, [
      { kind: 'register', registration: { person, coverage, dependants: [], endedDependant } },
    ]),
    family: {
      ...{ kind: 'new', headLine: line, from: time.from },
      tell: { phone: tell.phone, language: tell.language },
    },
  };
}
