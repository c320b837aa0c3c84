import type { Random } from '../../../local/samples/random.ts';
import type { Mutator } from '../target.ts';
import { encodeWord } from './bytes.ts';

const LONG_ONE_IN = 40;
const MAX_REPEATED = 3000;
const DELIMITERS = [';', ',', '\t'] as const;

type LinesChange = (lines: string[], random: Random, others: readonly string[]) => void;

/** One character a byte: the encoding of a list is not known. */
const textOf = (bytes: Uint8Array): string => Buffer.from(bytes).toString('latin1');

const anyIndex = (lines: readonly string[], random: Random): number =>
  random.whole(0, Math.max(0, lines.length - 1));

const dropLine: LinesChange = (lines, random) => {
  lines.splice(anyIndex(lines, random), 1);
};

const repeatLine: LinesChange = (lines, random) => {
  const at = anyIndex(lines, random);
  const times = random.whole(1, random.whole(1, LONG_ONE_IN) === 1 ? MAX_REPEATED : 3);
  lines.splice(at, 0, ...Array.from({ length: times }, () => lines[at] ?? ''));
};

const swapLines: LinesChange = (lines, random) => {
  const one = anyIndex(lines, random);
  const other = anyIndex(lines, random);
  [lines[one], lines[other]] = [lines[other] ?? '', lines[one] ?? ''];
};

const takeLine: LinesChange = (lines, random, others) => {
  lines.splice(anyIndex(lines, random), 0, others[anyIndex(others, random)] ?? '');
};

const addLine: LinesChange = (lines, random) => {
  const line = random.pick(['', ' ', '\r', ';;;;;;', '"', '{}', '[]', 'null', '#milaf-list', '\0', '\ufeff']);
  lines.splice(anyIndex(lines, random), 0, line);
};

const joinLines: LinesChange = (lines, random) => {
  const at = anyIndex(lines, random);
  lines.splice(at, 2, (lines[at] ?? '') + (lines[at + 1] ?? ''));
};

function changeCells(change: (cells: string[], at: number, random: Random) => void): LinesChange {
  return (lines, random) => {
    const at = anyIndex(lines, random);
    const line = lines[at] ?? '';
    const delimiter = DELIMITERS.find((sign) => line.includes(sign)) ?? ';';
    const cells = line.split(delimiter);
    change(cells, anyIndex(cells, random), random);
    lines[at] = cells.join(delimiter);
  };
}

const dropCell = changeCells((cells, at) => cells.splice(at, 1));
const repeatCell = changeCells((cells, at, random) => {
  const times = random.whole(1, random.whole(1, LONG_ONE_IN) === 1 ? MAX_REPEATED : 3);
  cells.splice(at, 0, ...Array.from({ length: times }, () => cells[at] ?? ''));
});
const swapCells = changeCells((cells, at, random) => {
  const other = anyIndex(cells, random);
  [cells[at], cells[other]] = [cells[other] ?? '', cells[at] ?? ''];
});
const quoteCell = changeCells((cells, at, random) => {
  const cell = cells[at] ?? '';
  cells[at] = random.pick([
    `"${cell}"`,
    `"${cell}`,
    `${cell}"`,
    `""${cell}`,
    `"${cell}" "`,
    `"${cell};${cell}"`,
  ]);
});

const otherLineEnds: Mutator = (bytes, random) =>
  Buffer.from(
    textOf(bytes).replaceAll(/\r?\n/g, random.pick(['\r\n', '\r', '\n\n', '\r\r\n', '\n', ''])),
    'latin1',
  );

const otherDelimiter: Mutator = (bytes, random) => {
  const text = textOf(bytes);
  return Buffer.from(text.replaceAll(random.pick(DELIMITERS), random.pick(DELIMITERS)), 'latin1');
};

/** Changes to lines and cells. */
export function lineMutators(words: readonly string[]): readonly Mutator[] {
  const latin = words.map((word) => textOf(encodeWord(word)));
  const setCell = changeCells((cells, at, random) => {
    cells[at] = latin[random.whole(0, latin.length - 1)] ?? '';
  });
  const changes: readonly LinesChange[] = [
    ...[dropLine, repeatLine, swapLines, takeLine, addLine, joinLines],
    ...[dropCell, repeatCell, swapCells, quoteCell, setCell, setCell, setCell],
  ];
  return [
    ...changes.map((change): Mutator => (bytes, random, other) => {
      const lines = textOf(bytes).split('\n');
      change(lines, random, textOf(other).split('\n'));
      return Buffer.from(lines.join('\n'), 'latin1');
    }),
    otherLineEnds,
    otherDelimiter,
  ];
}
