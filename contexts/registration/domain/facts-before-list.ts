import type { Coverage, KnownPerson, LinePlace } from '#registry';
import type { IdentityFacts } from './identity-facts.ts';

/** What was known before a list: and the other line of the list that has dealt with the person already, where one has. */
export interface FactsBeforeList {
  readonly facts: IdentityFacts;
  readonly otherLine: number | undefined;
}

/**
 * Takes back what a list has done to the registry: someone whom this very line registered is new, a coverage it closed is open.
 * So a line that comes again, or half of whose work was done before a crash, is decided as it was the first time.
 */
export function factsBeforeList(facts: IdentityFacts, place: LinePlace): FactsBeforeList {
  const { dependantOf } = facts;
  const insured = personBefore(dependantOf?.insured, place);
  const isDeclaredHere = dependantOf?.dependant.registeredFrom?.listId === place.listId;
  const otherLines = [
    otherLineOf(facts.person, place),
    otherLineOf(facts.household, place),
    isDeclaredHere ? otherThan(dependantOf.dependant.registeredFrom, place) : undefined,
  ];
  return {
    facts: {
      ...facts,
      person: personBefore(facts.person, place),
      household: personBefore(facts.household, place),
      dependantOf: isDeclaredHere || !insured ? undefined : dependantOf && { ...dependantOf, insured },
    },
    otherLine: otherLines.find((line) => line !== undefined),
  };
}

function personBefore(known: KnownPerson | undefined, { listId }: LinePlace): KnownPerson | undefined {
  if (known === undefined || known.person.registeredFrom?.listId === listId) return undefined;
  return {
    person: known.person,
    dependants: known.dependants.filter(({ registeredFrom }) => registeredFrom?.listId !== listId),
    coverages: known.coverages
      .filter(({ openedBy }) => openedBy?.listId !== listId)
      .map((coverage) => (coverage.closedBy?.listId === listId ? reopened(coverage) : coverage)),
  };
}

function reopened({ closedBy, ...coverage }: Coverage): Coverage {
  return { ...coverage, to: closedBy?.toBefore, closedBecause: undefined };
}

/** Links say which lines are of one person; this is for those they did not find. */
function otherLineOf(known: KnownPerson | undefined, place: LinePlace): number | undefined {
  if (known === undefined) return undefined;
  const places = [
    known.person.registeredFrom,
    ...known.coverages.flatMap(({ openedBy, closedBy }) => [openedBy, closedBy]),
  ];
  return places.map((other) => otherThan(other, place)).find((line) => line !== undefined);
}

function otherThan(other: LinePlace | undefined, place: LinePlace): number | undefined {
  return other?.listId === place.listId && other.line !== place.line ? other.line : undefined;
}
