import type { LineWarning, OutcomeCode } from '../../../contexts/registration/records/list-lines.ts';
import type { ListSource } from '../../../contexts/shared/identifiers/list-source.ts';
import {
  faultsOf,
  withoutMissing,
  writtenMobile,
  writtenNames,
  type ListedFields,
  type WayOfNames,
} from './listed-fields.ts';
import {
  headerLines,
  namesMobile,
  type ExpectedOutcome,
  type SampleLine,
  type SampleShape,
} from './sample-list.ts';
import { samplePerson, type SamplePerson } from './sample-person.ts';
import type { WorkerPlace } from './worker-cycle.ts';
import { WORKER_EXPECTATIONS } from './worker-expectations.ts';
import type { WorkerKind } from './worker-kinds.ts';

/** What parts one list of workers from another. */
export interface WorkerListParts {
  readonly source: ListSource;
  readonly seed: number;
  readonly asOf: string;
  readonly shape: SampleShape;
  readonly mobileShare: number | undefined;
  readonly categories: readonly [string, ...string[]];
  /** Before the number of a line, in its reference. */
  readonly referencePrefix: string;
  /** Its people are those of the indexes from here. */
  readonly firstPerson: number;
  /** Who was registered by another sender's list before, where a new line is about such a person. */
  readonly knownElsewhere: (place: WorkerPlace) => SamplePerson | undefined;
}

const WARNINGS: Readonly<Partial<Record<WorkerKind, LineWarning>>> = {
  withoutPhone: 'PHONE_MISSING',
  phoneInvalid: 'PHONE_INVALID',
};

/** Whom a line is about, as it says. */
export function personAt(parts: WorkerListParts, place: WorkerPlace): SamplePerson {
  const at = (position: number): SamplePerson =>
    samplePerson({ seed: parts.seed, index: parts.firstPerson + position, bornFrom: 1960, bornTo: 1998 });
  const { position, kind, partner } = place;
  if (partner === undefined || kind === 'conflictFirst') return parts.knownElsewhere(place) ?? at(position);
  return kind === 'conflictSecond' ? { ...at(position), cin: at(partner).cin } : at(partner);
}

export function workerLine(parts: WorkerListParts, place: WorkerPlace): SampleLine {
  const { position, kind } = place;
  const { asOf, shape } = parts;
  const faults = faultsOf(kind, asOf);
  const reference = `${parts.referencePrefix}${(10_000_000 + position).toString()}`;
  const broken = brokenness(kind, shape);
  return {
    line: headerLines(shape) + 1 + position,
    reference: broken !== undefined || 'reference' in faults ? '' : reference,
    fields: withoutMissing({ ...goodFields(parts, place), reference, ...faults }),
    broken,
    expected: expectedOf(parts, place),
  };
}

function goodFields(parts: WorkerListParts, place: WorkerPlace): ListedFields {
  const { position, kind } = place;
  const { categories } = parts;
  const person = personAt(parts, place);
  const { address, commune } = person;
  return {
    cin: person.cin,
    ...writtenNames(person, wayOf(kind, position)),
    birthDate: person.birthDate,
    sex: person.sex,
    ...(namesMobile(position, parts.mobileShare) ? { phone: writtenMobile(person.phone, position) } : {}),
    // Delimiters and quotes inside a cell, as addresses have them.
    address: position % 7 === 0 ? `${address}; "résidence" n° 3, ${commune}` : address,
    commune,
    category: categories[position % categories.length] ?? categories[0],
    activityFrom: `${(2015 + (position % 8)).toString()}-0${(1 + (position % 9)).toString()}-01`,
  };
}

function wayOf(kind: WorkerKind, position: number): WayOfNames {
  if (kind === 'newInArabicOnly' || kind === 'duplicateInArabic') return 'arabic';
  if (kind === 'duplicateInOtherSpelling' || kind === 'registeredInOtherSpelling') return 'otherLatin';
  return position % 3 === 0 ? 'both' : 'latin';
}

function brokenness(kind: WorkerKind, { format }: SampleShape): SampleLine['broken'] {
  if (kind === 'lineMalformed') return 'unclosed-quote';
  // A JSON object has no columns to count: it is cut off in the middle.
  if (kind === 'columnCount') return format === 'csv' ? 'cells-missing' : 'unclosed-quote';
  return undefined;
}

function expectedOf(parts: WorkerListParts, place: WorkerPlace): ExpectedOutcome {
  const { kind, partner } = place;
  const { code, reasons = [], otherCover } = WORKER_EXPECTATIONS[kind];
  const isNamed = namesMobile(place.position, parts.mobileShare);
  const warning = WARNINGS[kind] ?? (isNamed ? undefined : 'PHONE_MISSING');
  const warnings = warning === undefined || code === 'INVALID' ? [] : [warning];
  if (parts.knownElsewhere(place) !== undefined)
    return { codes: ['ALREADY_REGISTERED'], reasons: [], warnings };
  return {
    codes: [code],
    reasons: brokenness(kind, parts.shape) === 'unclosed-quote' ? ['LINE_MALFORMED'] : reasons,
    warnings,
    otherCover,
    duplicateOfLine:
      code === 'DUPLICATE' && partner !== undefined ? headerLines(parts.shape) + 1 + partner : undefined,
    tellBy: tellBy(parts, place, code, warning === undefined),
  };
}

/** Who is new is notified at the phone of the list; who was registered before has a phone on file. */
function tellBy(
  parts: WorkerListParts,
  place: WorkerPlace,
  code: OutcomeCode,
  hasListedMobile: boolean,
): string | undefined {
  if (code !== 'REGISTERED' && code !== 'COVERAGE_CHANGED') return undefined;
  return code === 'REGISTERED' && !hasListedMobile ? 'letter' : personAt(parts, place).phone;
}
