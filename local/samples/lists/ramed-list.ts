import type { RegistryRecord } from '../../../contexts/registry/records/registry-records.ts';
import { HOUSEHOLDS_OF_A_CYCLE, type MemberPlan } from './household-kinds.ts';
import { memberLine, type RamedListParts } from './member-line.ts';
import { registryRecordsOf } from './registry-records-of.ts';
import { memberAt, type MemberPlace } from './ramed-members.ts';
import { USUAL_SHAPE, type SampleLine, type SampleList, type SampleReference } from './sample-list.ts';
import type { SampleListSpec } from './sample-list.ts';

const AS_OF = '2022-11-30';

export type RamedListSpec = Omit<SampleListSpec, 'lines'> & { readonly households: number };

/** RAMED households with their members, every kind of household in known numbers: see `household-kinds`. */
export function ramedList({
  seed,
  households,
  asOf = AS_OF,
  shape = USUAL_SHAPE,
  mobileShare,
}: RamedListSpec): SampleList {
  const parts: RamedListParts = { seed, asOf, shape, mobileShare };
  const places = () => placesOf(households);
  return {
    source: 'ramed',
    asOf,
    shape,
    lineCount: countLines(households),
    *lines(): Iterable<SampleLine> {
      for (const place of places()) yield memberLine(parts, place);
    },
    *registryBefore(): Iterable<RegistryRecord> {
      for (const place of places())
        if (place.plan.trouble === 'employee')
          yield* registryRecordsOf(memberAt(seed, place), {
            index: FIRST_NUMBER + place.position,
            scheme: 'AMO_SALARIE',
          });
    },
    *referencesBefore(): Iterable<SampleReference> {
      for (const place of places())
        if (place.plan.trouble === 'cnops')
          yield {
            source: 'cnops',
            record: { kind: 'cover', cin: memberAt(seed, place).cin, scheme: 'CNOPS', from: '2012-09-01' },
          };
    },
  };
}

/** Registration numbers of people whom the registry knew before: others than those of lists of workers. */
const FIRST_NUMBER = 50_000_000;

function planOf(household: number): readonly MemberPlan[] {
  return HOUSEHOLDS_OF_A_CYCLE[household % HOUSEHOLDS_OF_A_CYCLE.length] ?? [];
}

function countLines(households: number): number {
  const cycle = HOUSEHOLDS_OF_A_CYCLE.reduce((sum, members) => sum + members.length, 0);
  const whole = Math.floor(households / HOUSEHOLDS_OF_A_CYCLE.length);
  const rest = HOUSEHOLDS_OF_A_CYCLE.slice(0, households % HOUSEHOLDS_OF_A_CYCLE.length);
  return whole * cycle + rest.reduce((sum, members) => sum + members.length, 0);
}

function* placesOf(households: number): Generator<MemberPlace, void> {
  let position = 0;
  for (let household = 0; household < households; household += 1) {
    const firstPosition = position;
    for (const [index, plan] of planOf(household).entries()) {
      // Those who go back to another head go back to the household just before, whose head is its first line.
      const before = firstPosition - planOf(household - 1).length;
      yield {
        position,
        household,
        firstPosition,
        headBefore: before,
        index,
        isAlone: planOf(household).length === 1,
        plan,
      };
      position += 1;
    }
  }
}
