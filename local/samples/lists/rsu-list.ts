import type { InvalidReason, OutcomeCode } from '../../../contexts/registration/records/list-lines.ts';
import type { RegistryRecord } from '../../../contexts/registry/records/registry-records.ts';
import type { Scheme } from '../../../contexts/shared/identifiers/schemes.ts';
import { withoutMissing, type Faults } from './listed-fields.ts';
import { numberBefore, registryRecordsOf } from './registry-records-of.ts';
import {
  headerLines,
  USUAL_SHAPE,
  type SampleLine,
  type SampleList,
  type SampleListSpec,
} from './sample-list.ts';
import { samplePerson, type SamplePerson } from './sample-person.ts';

/** A change of a score: of whom, and what must come of it. */
interface ScoreKind {
  /** Scheme the person is covered by before; absent: nobody has the CIN. */
  readonly scheme?: Scheme;
  readonly score: string;
  readonly wantsAchamil?: true;
  /** Named by registration number in place of the CIN. */
  readonly byNumber?: true;
  readonly faults?: Faults;
  readonly code: OutcomeCode;
  readonly reasons?: readonly InvalidReason[];
  readonly lacks?: readonly InvalidReason[];
}

/** The threshold of Tadamon is 9.3264284: at or below it the right stays, above it the right ends. */
const KINDS: readonly [ScoreKind, ...ScoreKind[]] = [
  { scheme: 'AMO_TADAMON', score: '9.3264284', code: 'COVERAGE_UNCHANGED' },
  { scheme: 'AMO_TADAMON', score: '9.3264285', code: 'COVERAGE_CLOSED' },
  { scheme: 'AMO_TADAMON', score: '10.5', wantsAchamil: true, code: 'COVERAGE_CHANGED' },
  { scheme: 'AMO_TADAMON', score: '8', byNumber: true, code: 'COVERAGE_UNCHANGED' },
  { scheme: 'AMO_ACHAMIL', score: '7.25', code: 'COVERAGE_CHANGED' },
  { scheme: 'AMO_ACHAMIL', score: '11', wantsAchamil: true, code: 'COVERAGE_UNCHANGED' },
  { score: '8.1', code: 'PERSON_UNKNOWN', lacks: ['NAME_MISSING', 'BIRTH_DATE_MISSING'] },
  { score: '-', code: 'INVALID', reasons: ['SCORE_INVALID'] },
  { score: '8', faults: { scoreFrom: '2024-13-01' }, code: 'INVALID', reasons: ['SCORE_DATE_INVALID'] },
  { score: '8', faults: { cin: undefined }, code: 'INVALID', reasons: ['CIN_MISSING'] },
];
const FIRST_PERSON = 35_000_000;
const AS_OF = '2024-06-30';

/** Later changes of scores, each kind in turn. */
export function rsuList({
  seed,
  lines: lineCount,
  asOf = AS_OF,
  shape = USUAL_SHAPE,
}: SampleListSpec): SampleList {
  const kindAt = (position: number): ScoreKind => KINDS[position % KINDS.length] ?? KINDS[0];
  const personAt = (position: number): SamplePerson =>
    samplePerson({ seed, index: FIRST_PERSON + position, bornFrom: 1955, bornTo: 1995 });
  const positions = Array.from({ length: lineCount }, (_, position) => position);
  return {
    source: 'rsu',
    asOf,
    shape,
    lineCount,
    *lines(): Iterable<SampleLine> {
      for (const position of positions)
        yield rsuLine(headerLines(shape) + 1 + position, position, kindAt(position), personAt(position));
    },
    *registryBefore(): Iterable<RegistryRecord> {
      for (const position of positions) {
        const { scheme } = kindAt(position);
        if (scheme !== undefined)
          yield* registryRecordsOf(personAt(position), { index: FIRST_PERSON + position, scheme });
      }
    },
    referencesBefore: () => [],
  };
}

function rsuLine(line: number, position: number, kind: ScoreKind, person: SamplePerson): SampleLine {
  const reference = `RSU-2024-${position.toString().padStart(8, '0')}`;
  const isTold = kind.code === 'COVERAGE_CHANGED' || kind.code === 'COVERAGE_CLOSED';
  return {
    line,
    reference,
    fields: withoutMissing({
      reference,
      ...(kind.byNumber === true
        ? { registrationNumber: numberBefore(FIRST_PERSON + position) }
        : { cin: person.cin }),
      score: kind.score,
      scoreFrom: '2024-06-01',
      wantsAchamil: kind.wantsAchamil === true ? 'yes' : 'no',
      ...kind.faults,
    }),
    expected: {
      codes: [kind.code],
      reasons: kind.reasons ?? [],
      lacks: kind.lacks,
      warnings: [],
      registrationNumber: kind.scheme === undefined ? undefined : numberBefore(FIRST_PERSON + position),
      tellBy: isTold ? person.phone : undefined,
    },
  };
}
