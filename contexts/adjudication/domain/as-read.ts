import type { CareForm, FieldSource } from '#reading';
import type { AssessedAct, AssessedLine, CertainFacts } from './assessed-line.ts';
import type { Finding } from '#claims';

/** What the rules make of a form before people changed it. */
export interface AssessedAsRead {
  readonly form: CareForm;
  readonly facts: CertainFacts;
  readonly acts: readonly AssessedAct[];
  readonly lines: readonly AssessedLine[];
  readonly findings: readonly Finding[];
}

interface Row {
  readonly source: FieldSource;
}

export const rowsOf = ({ acts, dispensing }: CareForm): readonly Row[] => [
  ...acts,
  ...(dispensing?.medicines ?? []),
];

/** Lines are known by where they stand on the paper: those that people add stand nowhere. */
function isSameRow({ source: one }: Row, { source: other }: Row): boolean {
  const [box, otherBox] = [one.box, other.box];
  return (
    one.page === other.page &&
    box.width > 0 &&
    (['left', 'top', 'width', 'height'] as const).every((side) => box[side] === otherBox[side])
  );
}

/** By line of the form as it is: its line as it was read; absent for one that was added. People change no order. */
export function readLines(form: CareForm, asRead: CareForm): ReadonlyMap<number, number> {
  const matches = new Map<number, number>();
  const parts = [
    { rows: form.acts, before: asRead.acts, from: 0, fromBefore: 0 },
    {
      rows: form.dispensing?.medicines ?? [],
      before: asRead.dispensing?.medicines ?? [],
      from: form.acts.length,
      fromBefore: asRead.acts.length,
    },
  ];
  for (const { rows, before, from, fromBefore } of parts) {
    let next = 0;
    for (const [index, row] of rows.entries()) {
      const found = before.findIndex((other, at) => at >= next && isSameRow(row, other));
      if (found === -1) continue;
      matches.set(from + index, fromBefore + found);
      next = found + 1;
    }
  }
  return matches;
}

/** Lines that were read on pages of the form, or behind it, and are not on it any more. */
export function removedLines(form: CareForm, asRead: CareForm): readonly number[] {
  const there = new Set(readLines(form, asRead).values());
  const isLeft = (page: number): boolean => asRead.pages.includes(page) && !form.pages.includes(page);
  return rowsOf(asRead).flatMap(({ source }, line) => (there.has(line) || isLeft(source.page) ? [] : [line]));
}
