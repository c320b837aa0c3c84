import type { Provider } from '../../../../contexts/registry/records/registry-records.ts';
import { seededRandom, type Random } from '../../random.ts';
import { ribOf } from '../../scenarios/household.ts';
import { knownPayment, actsBeside, paidFor, totalOf, type AnyAct } from './any-acts.ts';
import { claimOfCase, pickCase, type AnyClaim, type ClaimCase, type ExpectedDecision } from './any-claim.ts';
import { anyProvider, LABORATORY } from './any-people.ts';
import { randomName } from './arabic-names.ts';
import { exchangedDigits, otherDigit } from './neighbours.ts';

/** Of a hundred claims; the others are in order. */
const SHARES: readonly (readonly [ClaimCase, number])[] = [
  ['row-provider-unknown', 8],
  ['wrong-total', 4],
  ['rights-closed', 4],
  ['other-name', 4],
];

/**
 * Invents a claim on whose form a second provider bills acts, sometimes a third, and what must become of it. The same number gives
 * the same claim.
 * @param number a whole number; those of other claims give other people
 * @param day ISO date on which the claim is handed in
 */
export function claimWithProviders(number: number, day: string): AnyClaim {
  const random = seededRandom(number + 0x9707a1);
  const claimCase = pickCase(SHARES, random);
  const claim = claimOfCase(number, day, claimCase, random);
  const lastDay = claim.acts.reduce((last, act) => (act.day > last ? act.day : last), '');
  const others = othersThan(claim.provider, random);
  const added = others.flatMap((provider) =>
    actsBeside({ provider, from: lastDay, to: claim.signedOn }, random),
  );
  const acts = [...claim.acts, ...added];
  const known = claimCase === 'row-provider-unknown' ? others.slice(1) : others;
  return {
    ...claim,
    acts,
    totalCentimes: claim.totalCentimes + totalOf(added),
    records: [...claim.records, ...known, ...others.flatMap((one) => nearTo(one, others, claim, random))],
    expected: expectedOf(claim, acts, claimCase === 'row-provider-unknown' ? others[0] : undefined),
  };
}

/** One more provider, or two, none of them like another: a laboratory more often than not. */
function othersThan(main: Provider, random: Random): readonly Provider[] {
  const count = random.next() < 0.75 ? 1 : 2;
  const others: Provider[] = [];
  while (others.length < count) {
    const drawn = anyProvider(random);
    const isWanted = others.length > 0 || drawn.specialty === LABORATORY || random.next() < 0.3;
    const isNew = [main, ...others].every(({ inpe, specialty }) => {
      return inpe !== drawn.inpe && specialty !== drawn.specialty;
    });
    if (isWanted && isNew) others.push(ofItsOwn(drawn, random));
  }
  return others;
}

/** A number that nobody else of the set has: whether the register knows it depends on the claim. */
function ofItsOwn(provider: Provider, random: Random): Provider {
  const name =
    provider.specialty === LABORATORY ? provider.name.replace(/^Dr/, 'Laboratoire') : provider.name;
  return { ...provider, inpe: `3${random.digits(8)}`, name };
}

/** Providers that a misread number finds; what is one digit off has the other sector's tariff. */
function nearTo(
  provider: Provider,
  others: readonly Provider[],
  { provider: main }: AnyClaim,
  random: Random,
): readonly Provider[] {
  const taken = new Set([main, ...others].map(({ inpe }) => inpe));
  const sector = provider.sector === 'PUBLIC' ? 'PRIVATE' : 'PUBLIC';
  return [otherDigit(provider.inpe, random), exchangedDigits(provider.inpe, random)]
    .filter((inpe) => !taken.has(inpe))
    .map((inpe) => {
      const { family, given } = randomName(random.pick(['M', 'F'] as const), random);
      return { ...provider, inpe, sector, name: `Dr ${family} ${given}` };
    });
}

function expectedOf(
  { claimCase, household, provider, expected }: AnyClaim,
  acts: readonly AnyAct[],
  unknown: Provider | undefined,
): ExpectedDecision {
  if (claimCase === 'no-tariff' || claimCase === 'row-provider-unknown') {
    const paidCentimes = acts
      .filter((act) => unknown === undefined || act.provider !== unknown)
      .map((act) => knownPayment(act, household.scheme, act.provider ?? provider) ?? 0)
      .reduce((sum, one) => sum + one, 0);
    return paidCentimes > 0 ? { ...expected, orPartly: { paidCentimes } } : expected;
  }
  if (claimCase !== 'in-order') return expected;
  return {
    ...expected,
    paidCentimes: acts.reduce(
      (sum, act) => sum + paidFor(act, household.scheme, act.provider ?? provider),
      0,
    ),
    ...(household.account === undefined ? {} : { toRib: ribOf(household.account) }),
  };
}
