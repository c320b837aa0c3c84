import type { RegistryRecord } from '../../../contexts/registry/records/registry-records.ts';
import type { SampleLine, SampleList, SampleListSpec, SampleReference } from './sample-list.ts';
import { USUAL_SHAPE } from './sample-list.ts';
import { samplePerson, type SamplePerson } from './sample-person.ts';
import { recordsBefore, referencesBefore } from './worker-background.ts';
import { ORIGINALS, placesOf } from './worker-cycle.ts';
import { WORKER_CYCLE } from './worker-kinds.ts';
import { workerLine, type WorkerListParts } from './worker-line.ts';

const AS_OF = '2025-12-31';
const FIRST_OF_BARID = 10_000_000;

/** CPU taxpayers and traders with accounts, from the tax office. */
export function dgiList(spec: SampleListSpec): SampleList {
  return workerList(dgiParts(spec), spec.lines);
}

/**
 * Auto-entrepreneurs, from the post. Some are workers of a list of the tax office: the truth is that list's having been
 * applied before.
 */
export function baridList(
  spec: SampleListSpec & {
    readonly overlapping?: {
      readonly list: SampleListSpec;
      /** Of the lines of this list; up to 0.3. */
      readonly share: number;
    };
  },
): SampleList {
  const { overlapping } = spec;
  const parts: WorkerListParts = {
    source: 'barid',
    seed: spec.seed,
    asOf: spec.asOf ?? AS_OF,
    shape: spec.shape ?? USUAL_SHAPE,
    mobileShare: spec.mobileShare,
    categories: ['AUTO_ENTREPRENEUR'],
    referencePrefix: 'AE',
    firstPerson: FIRST_OF_BARID,
    knownElsewhere: (place) =>
      overlapping === undefined || place.kind !== 'new' || place.numberOfKind < ORIGINALS
        ? undefined
        : sharedPerson(overlapping.list, place.cycle, place.numberOfKind - ORIGINALS, overlapping.share),
  };
  return workerList(parts, spec.lines);
}

function dgiParts(spec: SampleListSpec): WorkerListParts {
  return {
    source: 'dgi',
    seed: spec.seed,
    asOf: spec.asOf ?? AS_OF,
    shape: spec.shape ?? USUAL_SHAPE,
    mobileShare: spec.mobileShare,
    categories: ['CPU', 'TRADER_WITH_ACCOUNTS'],
    referencePrefix: 'IF',
    firstPerson: 0,
    knownElsewhere: () => undefined,
  };
}

/** The n-th plain new line of the other list, over and over its cycles; nobody beyond the share or the list. */
function sharedPerson(
  list: SampleListSpec,
  cycle: number,
  place: number,
  share: number,
): SamplePerson | undefined {
  const perCycle = Math.round(share * WORKER_CYCLE);
  if (place >= perCycle) return undefined;
  const nth = cycle * perCycle + place;
  const position = Math.floor(nth / ORIGINALS) * WORKER_CYCLE + (nth % ORIGINALS);
  return position < Math.floor(list.lines / WORKER_CYCLE) * WORKER_CYCLE
    ? samplePerson({ seed: list.seed, index: position, bornFrom: 1960, bornTo: 1998 })
    : undefined;
}

function workerList(parts: WorkerListParts, lineCount: number): SampleList {
  const places = () => placesOf(parts.seed, lineCount);
  return {
    source: parts.source,
    asOf: parts.asOf,
    shape: parts.shape,
    lineCount,
    *lines(): Iterable<SampleLine> {
      for (const place of places()) yield workerLine(parts, place);
    },
    *registryBefore(): Iterable<RegistryRecord> {
      for (const place of places()) yield* recordsBefore(parts, place);
    },
    *referencesBefore(): Iterable<SampleReference> {
      for (const place of places()) yield* referencesBefore(parts, place);
    },
  };
}
