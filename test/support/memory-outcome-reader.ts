import type { LineOutcome } from '../../contexts/registration/records/list-lines.ts';
import type { List } from '../../contexts/registration/domain/lists/list.ts';
import type { OutcomeReader } from '../../contexts/registration/ports/lists.ts';
import type { MemoryListObjects } from './memory-list-objects.ts';

/** Outcomes of a small list, sorted in memory. */
export class MemoryOutcomeReader implements OutcomeReader {
  readonly #objects: MemoryListObjects;

  constructor(objects: MemoryListObjects) {
    this.#objects = objects;
  }

  async *inOrder({ listId, unitCount = 0, lineCount }: List): AsyncGenerator<LineOutcome> {
    const units = Array.from({ length: unitCount }, (_, index) =>
      this.#objects.readOutcomes(listId, index + 1),
    );
    const outcomes = units.flat().toSorted((one, other) => one.line - other.line);
    if (outcomes.length !== lineCount || new Set(outcomes.map(({ line }) => line)).size !== lineCount)
      throw new Error('Not every line has exactly one outcome');
    yield* await Promise.resolve(outcomes);
  }
}
