import { rowsOn } from '#rules';
import { decideHead } from './decide-head.ts';
import { decideMember } from './decide-member.ts';
import type { Family, HeadDecision, MemberLine, MigrationContext } from './household.ts';
import type { LineDecision, LineWrite, ListContext } from './line-decision.ts';
import { decideByLine, decision } from './line-outcome.ts';
import type { NewDependant } from './registration.ts';

/**
 * Decides what becomes of a RAMED household: its head becomes an insured person under the scheme RAMED migrated to, the others
 * members of his family. All of it is one registration, whose writes are on the head's line.
 * @param lines all lines of the household, in the order of the list
 * @returns decisions by line number
 */
export function decideHousehold(
  lines: readonly MemberLine[],
  context: ListContext,
): ReadonlyMap<number, LineDecision> {
  const migration = migrationOf(context);
  const decisions = new Map<number, LineDecision>();
  const head = headOf(lines);
  if (head === undefined) {
    for (const { linked } of lines)
      decisions.set(linked.verified.line, decideByLine(linked) ?? decision(linked, 'HOUSEHOLD_WITHOUT_HEAD'));
    return decisions;
  }
  const headDecision = decideHead(head, cardEnd(lines), migration);
  const dependants: NewDependant[] = [];
  const members = lines.filter((line) => line !== head);
  const firstId = lastDeclaredId(headDecision.family) + 1;
  for (const [index, member] of members.entries()) {
    const decided = decideMember(member, headDecision.family, firstId + index, migration);
    decisions.set(member.linked.verified.line, decided.decision);
    if (decided.dependant !== undefined) dependants.push(decided.dependant);
  }
  decisions.set(head.linked.verified.line, withFamily(headDecision, head, dependants));
  return decisions;
}

function migrationOf(context: ListContext): MigrationContext {
  const row = rowsOn(context.rules.data.migrations, context.asOf).find(({ source }) => source === 'ramed');
  if (row === undefined)
    throw new Error(
      `The rule book has no migration of RAMED for ${context.asOf}: add a row to migrations.json`,
    );
  const { coverageFrom } = row;
  return { ...context, coverageFrom, day: context.asOf > coverageFrom ? context.asOf : coverageFrom };
}

/** The only head; a line that repeats another one is not counted. */
function headOf(lines: readonly MemberLine[]): MemberLine | undefined {
  const heads = lines.filter(({ member }) => member.role === 'head');
  if (heads.length === 1) return heads[0];
  const lineNumbers = new Set(lines.map(({ linked }) => linked.verified.line));
  const left = heads.filter(
    ({ linked: { link } }) => link?.kind !== 'duplicate' || link.line === null || !lineNumbers.has(link.line),
  );
  return left.length === 1 ? left[0] : undefined;
}

/** A card is of the whole household: the last day that any of its lines has. */
function cardEnd(lines: readonly MemberLine[]): string | undefined {
  return lines
    .flatMap(({ member: { cardTo } }) => cardTo ?? [])
    .toSorted()
    .at(-1);
}

/** Ids go on after those that were given before this list; by the place in the list, not by who is eligible. */
function lastDeclaredId(family: Family | undefined): number {
  if (family?.kind !== 'known') return 0;
  return Math.max(0, ...family.head.dependants.map(({ dependantId }) => Number(dependantId)));
}

/** The writes of the head with those of the family. */
function withFamily(
  { decision: ofHead, family }: HeadDecision,
  { member, facts }: MemberLine,
  dependants: readonly NewDependant[],
): LineDecision {
  if (family === undefined) return ofHead;
  if (family.kind === 'new') {
    const writes = ofHead.writes.map((write): LineWrite =>
      write.kind === 'register' ? { ...write, registration: { ...write.registration, dependants } } : write,
    );
    return { ...ofHead, writes };
  }
  const { registrationNumber } = family.head.person;
  const isMapped = facts.household?.person.registrationNumber === registrationNumber;
  if (dependants.length === 0 && isMapped) return ofHead;
  const household = { registrationNumber, ramedNumber: member.household, dependants };
  return { ...ofHead, writes: [...ofHead.writes, { kind: 'join-household', household }] };
}
