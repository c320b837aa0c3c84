import { otherCoverSchema } from '#registry';
import type { LineOutcome, OutcomeCode } from '../../../records/list-lines.ts';
import {
  answerClassSchema,
  invalidReasonSchema,
  lineWarningSchema,
  outcomeCodeSchema,
} from '../../../records/list-lines.ts';
import type { ListReport } from '../../../records/list-report.ts';
import { answerClassOf } from '../answer/answer-class.ts';
import type { List } from '../list.ts';

const FIRST_LINES = 5;
const DUPLICATES: ReadonlySet<OutcomeCode> = new Set([
  'DUPLICATE',
  'POSSIBLE_DUPLICATE',
  'IDENTITY_MISMATCH',
]);

/** Counts the outcomes of a list as they come by, in the order of its lines; holds a few line numbers of each kind, no more. */
export class ListTally {
  #lineCount = 0;
  readonly #classes = new Map<string, Tallied>();
  readonly #codes = new Map<string, Tallied>();
  readonly #reasons = new Map<string, Tallied>();
  readonly #warnings = new Map<string, Tallied>();
  readonly #covers = new Map<string, Tallied>();
  readonly #duplicates: ListReport['duplicates'] = [];

  get lineCount(): number {
    return this.#lineCount;
  }

  add(outcome: LineOutcome): void {
    const { line, code, otherCover } = outcome;
    this.#lineCount += 1;
    count(this.#classes, answerClassOf(code), line);
    count(this.#codes, code, line);
    for (const reason of new Set(outcome.reasons)) count(this.#reasons, reason, line);
    for (const warning of new Set(outcome.warnings)) count(this.#warnings, warning, line);
    if (otherCover !== null) count(this.#covers, otherCover, line);
    if (DUPLICATES.has(code) && (this.#codes.get(code)?.count ?? 0) <= FIRST_LINES) {
      const { duplicateOfLine: ofLine, registrationNumber: ofRegisteredPerson } = outcome;
      this.#duplicates.push({ line, code, ofLine, ofRegisteredPerson });
    }
  }

  /** Passes outcomes on and counts them on their way. */
  async *counting(outcomes: AsyncIterable<LineOutcome>): AsyncGenerator<LineOutcome> {
    for await (const outcome of outcomes) {
      this.add(outcome);
      yield outcome;
    }
  }

  byClass(): ListReport['byClass'] {
    return countsOf(answerClassSchema.options, this.#classes);
  }

  byCode(): Partial<Record<OutcomeCode, number>> {
    return countsOf(outcomeCodeSchema.options, this.#codes);
  }

  report({ listId, source, isDryRun }: Pick<List, 'listId' | 'source' | 'isDryRun'>): ListReport {
    return {
      version: 1,
      listId,
      source,
      isDryRun,
      lineCount: this.#lineCount,
      byClass: this.byClass(),
      byCode: named(outcomeCodeSchema.options, this.#codes).map(([code, tallied]) => ({
        code,
        class: answerClassOf(code),
        ...tallied,
      })),
      invalidReasons: named(invalidReasonSchema.options, this.#reasons).map(([reason, tallied]) => ({
        reason,
        ...tallied,
      })),
      warnings: named(lineWarningSchema.options, this.#warnings).map(([warning, tallied]) => ({
        warning,
        ...tallied,
      })),
      otherCovers: named(otherCoverSchema.options, this.#covers).map(([cover, tallied]) => ({
        cover,
        ...tallied,
      })),
      duplicates: this.#duplicates,
    };
  }
}

interface Tallied {
  count: number;
  readonly firstLines: number[];
}

function count(tallies: Map<string, Tallied>, name: string, line: number): void {
  const tallied = tallies.get(name) ?? { count: 0, firstLines: [] };
  tallies.set(name, tallied);
  tallied.count += 1;
  if (tallied.firstLines.length < FIRST_LINES) tallied.firstLines.push(line);
}

/** In the order of the contract, so that the same list gives the same report. */
function named<Name extends string>(
  names: readonly Name[],
  tallies: Map<string, Tallied>,
): [Name, Tallied][] {
  return names.flatMap((name): [Name, Tallied][] => {
    const tallied = tallies.get(name);
    return tallied === undefined ? [] : [[name, tallied]];
  });
}

function countsOf<Name extends string>(
  names: readonly Name[],
  tallies: Map<string, Tallied>,
): Partial<Record<Name, number>> {
  const counts: Partial<Record<Name, number>> = {};
  for (const [name, tallied] of named(names, tallies)) counts[name] = tallied.count;
  return counts;
}
