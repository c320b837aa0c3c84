import { readFile } from 'node:fs/promises';
import { gunzipSync } from 'node:zlib';
import path from 'node:path';
import { linkedLineSchema, type LineLink } from '../../../contexts/registration/records/list-lines.ts';
import { listObjects } from '../../../contexts/registration/domain/lists/list.ts';

/** How right the links of a list are, against the truth. A line is a repetition when its person has an earlier line. */
export interface LinkJudgement {
  readonly repetitions: number;
  readonly merges: number;
  readonly wrongMerges: number;
  /** Repetitions merged with a line of the same person, or referred to a person with one. */
  readonly mergedRight: number;
  readonly referred: number;
  readonly referredRight: number;
  readonly found: number;
  /** Probabilities of wrong merges. */
  readonly wrongProbabilities: readonly number[];
}

/** Reads the units that the engine wrote. @param persons by line */
export async function judgeLinks(
  folder: string,
  listId: string,
  unitCount: number,
  persons: Int32Array,
): Promise<LinkJudgement> {
  const isRepetition = repetitionsOf(persons);
  const counts = { merges: 0, wrongMerges: 0, mergedRight: 0, referred: 0, referredRight: 0, found: 0 };
  const wrongProbabilities: number[] = [];
  for (let unit = 1; unit <= unitCount; unit += 1) {
    const packed = await readFile(path.join(folder, listObjects.unit(listId, unit)));
    for (const { line, link } of linksOf(gunzipSync(packed).toString('utf8'))) {
      const isRight = link.line !== null && persons[line] === persons[link.line];
      const isFound = isRight && isRepetition[line] === 1;
      if (isFound) counts.found += 1;
      if (link.kind === 'duplicate') {
        counts.merges += 1;
        counts.wrongMerges += isRight ? 0 : 1;
        counts.mergedRight += isFound ? 1 : 0;
        if (!isRight) wrongProbabilities.push(link.probability);
      } else {
        counts.referred += 1;
        counts.referredRight += isRight ? 1 : 0;
      }
    }
  }
  return { ...counts, repetitions: isRepetition.reduce((sum, one) => sum + one, 0), wrongProbabilities };
}

function* linksOf(text: string): Generator<{ readonly line: number; readonly link: LineLink }> {
  for (const row of text.split('\n')) {
    // Lines without a link are most, and need not be read.
    if (row === '' || row.endsWith('"link":null}')) continue;
    const { verified, link } = linkedLineSchema.parse(JSON.parse(row));
    if (link !== null) yield { line: verified.line, link };
  }
}

function repetitionsOf(persons: Int32Array): Uint8Array {
  const seen = new Set<number>();
  const isRepetition = new Uint8Array(persons.length);
  for (let line = 1; line < persons.length; line += 1) {
    const person = persons[line] ?? 0;
    if (seen.has(person)) isRepetition[line] = 1;
    seen.add(person);
  }
  return isRepetition;
}
