import type { Coverage } from '#registry';
import type { RegistrationCategory } from '#rules';
import { addDays, firstOfMonthAfter } from '#shared';
import type { ListedWorker } from '../records/list-lines.ts';
import { coversOf, isNotOverOn, isOn, timeBeside, type Cover } from './covers.ts';
import { declarationToEnd } from './declaration-to-end.ts';
import { factsBeforeList } from './facts-before-list.ts';
import type { IdentityFacts } from './identity-facts.ts';
import type { LineDecision, LineWrite, ListContext } from './line-decision.ts';
import { decideByLine, decision, tellOfChange, type LineToDecide } from './line-outcome.ts';
import { newPerson } from './new-person.ts';
import { isAgePlausible } from './plausible-age.ts';
import { rightFrom } from './right-from.ts';
import { isSameIdentity } from './same-identity.ts';

const SCHEME = 'AMO_TNS';

/** All that a worker is decided from. */
interface WorkerCase {
  readonly linked: LineToDecide;
  readonly worker: ListedWorker;
  readonly category: RegistrationCategory;
  readonly facts: IdentityFacts;
  readonly context: ListContext;
}

/**
 * Decides what becomes of a self-employed worker (TNS, law 98-15) on a list of a liaison body: the checks in the order in which
 * the first that speaks against registration is the answer.
 */
export function decideWorker(
  linked: LineToDecide,
  worker: ListedWorker,
  known: IdentityFacts,
  context: ListContext,
): LineDecision {
  const byLine = decideByLine(linked);
  if (byLine !== undefined) return byLine;
  const { listId, source, asOf, rules } = context;
  const category = rules.categoryOn(worker.category, source, asOf);
  if (category === undefined) return decision(linked, 'INVALID', { reasons: ['CATEGORY_UNKNOWN'] });
  if (worker.deceasedOn !== undefined || known.reference?.deceasedOn !== undefined)
    return decision(linked, 'DECEASED');
  if (worker.activityTo !== undefined && worker.activityTo <= asOf)
    return decision(linked, 'ACTIVITY_CLOSED');
  if (!isAgePlausible(worker.birthDate, 'worker', asOf, rules)) return decision(linked, 'AGE_NOT_PLAUSIBLE');

  const { facts, otherLine } = factsBeforeList(known, { listId, line: linked.verified.line });
  if (otherLine !== undefined) return decision(linked, 'DUPLICATE', { duplicateOfLine: otherLine });
  const others = [facts.person?.person, facts.dependantOf?.dependant].filter((other) => other !== undefined);
  if (others.some((other) => !isSameIdentity(worker, other))) return decision(linked, 'IDENTITY_MISMATCH');
  if (others.some(({ deceasedOn }) => deceasedOn !== undefined)) return decision(linked, 'DECEASED');
  return decideCover({ linked, worker, category, facts, context });
}

function decideCover(worker: WorkerCase): LineDecision {
  const { linked, facts, context } = worker;
  const { asOf } = context;
  const coverages = facts.person?.coverages ?? [];
  const tns = coverages.find((coverage) => coverage.scheme === SCHEME && isNotOverOn(coverage, asOf));
  if (tns !== undefined) return alreadyRegistered(worker, tns);
  const other = coversOf(facts).find((cover) => isOn(cover, asOf) && !isGivenUp(cover));
  if (other !== undefined) return decision(linked, 'NOT_SUBJECT_OTHER_AMO', { otherCover: other.scheme });
  return register(worker);
}

/**
 * Tadamon and Achamil are for those whom no other scheme must cover (laws 27-22 and 60-22), and a working self-employed person
 * must be covered by TNS: it takes their place, from the month after the list, never backwards.
 */
const isGivenUp = (cover: Cover): boolean => cover.scheme === 'AMO_TADAMON' || cover.scheme === 'AMO_ACHAMIL';

/** One activity pays the contribution; what another list, or another line of the register, reports is kept beside it. */
function alreadyRegistered({ linked, worker, context }: WorkerCase, tns: Coverage): LineDecision {
  const { source, rules } = context;
  const { registrationNumber, reportedBy } = tns;
  const { reference } = linked.verified;
  const isTheSame = reportedBy?.source === source && reportedBy.reference === reference;
  const write: LineWrite = {
    kind: 'add-activity',
    activity: {
      type: 'activity',
      registrationNumber,
      source,
      reference,
      category: worker.category,
      from: worker.activityFrom,
      to: worker.activityTo,
    },
  };
  return decision(
    linked,
    'ALREADY_REGISTERED',
    {
      registrationNumber,
      scheme: SCHEME,
      rightFrom: rightFrom(tns, rules),
    },
    isTheSame ? [] : [write],
  );
}

function register(work: WorkerCase): LineDecision {
  const { linked, worker, category, facts, context } = work;
  const { listId, source, asOf, rules } = context;
  const place = { listId, line: linked.verified.line };
  const givenUp = facts.person?.coverages.find(
    (coverage) => isGivenUp(coverage) && coverage.to === undefined,
  );
  const due = latest([
    category.contributionsFrom,
    `${worker.activityFrom.slice(0, 7)}-01`,
    ...(givenUp === undefined ? [] : [firstOfMonthAfter(asOf, 1), firstOfMonthAfter(givenUp.from, 1)]),
  ]);
  const beside = coversOf(facts).filter((cover) => cover !== givenUp);
  const time = timeBeside(due, beside, asOf);
  if (time === undefined) {
    const scheme = beside.find((cover) => isNotOverOn(cover, due))?.scheme ?? null;
    return decision(linked, 'NOT_SUBJECT_OTHER_AMO', { otherCover: scheme });
  }
  const coverage = {
    type: 'coverage',
    scheme: SCHEME,
    from: time.from,
    to: time.to,
    category: worker.category,
    reportedBy: { source, reference: linked.verified.reference },
  } as const;
  const details = { scheme: SCHEME, rightFrom: rightFrom(coverage, rules) } as const;
  const endedDependant = declarationToEnd(facts, latest([time.from, firstOfMonthAfter(asOf, 1)]));
  if (facts.person === undefined) {
    const tell = { kind: 'registered', phone: worker.phone ?? null, language: 'ar' } as const;
    const registration = { person: newPerson(worker, place), coverage, dependants: [], endedDependant };
    return decision(linked, 'REGISTERED', { ...details, tell }, [{ kind: 'register', registration }]);
  }
  const { person } = facts.person;
  const { registrationNumber } = person;
  const tell = tellOfChange('coverage-changed', person, 'ACTIVITY_REPORTED', worker.phone);
  return decision(linked, 'COVERAGE_CHANGED', { ...details, registrationNumber, tell }, [
    {
      kind: 'change-coverage',
      change: {
        registrationNumber,
        ...(givenUp === undefined
          ? {}
          : { close: { coverage: givenUp, to: addDays(time.from, -1), because: 'OTHER_COVER' } }),
        open: { coverage, because: 'ACTIVITY_REPORTED' },
        by: place,
        endedDependant,
      },
    },
  ]);
}

function latest(days: readonly string[]): string {
  return days.reduce((last, day) => (day > last ? day : last), '');
}
