import { describe, expect, it } from 'vitest';
import {
  claimMachine,
  fileMachine,
  messageMachine,
  paymentMachine,
  paymentBatchMachine,
  stateMachines,
} from '../../../../contexts/claims/domain/states.ts';
import {
  mayMove,
  sourcesOf,
  statesOf,
  type StateMachine,
} from '../../../../contexts/shared/state-machine.ts';

/** Moves that people agreed on, written down a second time: a change of a table has to be meant. */
const agreed = [
  [fileMachine, ['ACCEPTED > READ', 'ACCEPTED > QUARANTINED']],
  [
    claimMachine,
    [
      'DRAFTED > APPROVED',
      'DRAFTED > PARTLY_APPROVED',
      'DRAFTED > REJECTED',
      'DRAFTED > REFERRED',
      'DRAFTED > PARTLY_REFERRED',
      'DRAFTED > INCOMPLETE',
      'REFERRED > DRAFTED',
      'PARTLY_REFERRED > DRAFTED',
      'INCOMPLETE > REFERRED',
      'REJECTED > REFERRED',
    ],
  ],
  [
    paymentMachine,
    [
      'HELD > PENDING',
      'HELD > DISPUTED',
      'PENDING > ORDERED',
      'PENDING > HELD',
      'PENDING > DISPUTED',
      'ORDERED > ACCEPTED',
      'ORDERED > PAID',
      'ORDERED > HELD',
      'ORDERED > DISPUTED',
      'ACCEPTED > PAID',
      'ACCEPTED > HELD',
      'ACCEPTED > DISPUTED',
      'PAID > HELD',
      'PAID > DISPUTED',
      'DISPUTED > PAID',
      'DISPUTED > HELD',
    ],
  ],
  [paymentBatchMachine, ['OPEN > SEALED', 'SEALED > SENT', 'SEALED > EMPTY']],
  [messageMachine, ['SENDING > SENT', 'SENDING > SKIPPED']],
] as unknown as readonly (readonly [StateMachine<string>, readonly string[]])[];

interface Move {
  readonly machine: StateMachine<string>;
  readonly from: string;
  readonly to: string;
}

const movesOf = (machine: StateMachine<string>): Move[] =>
  statesOf(machine).flatMap((from) => statesOf(machine).map((to) => ({ machine, from, to })));

const titled = (moves: readonly Move[]) =>
  moves.map((move) => [`${move.machine.name} ${move.from} to ${move.to}`, move] as const);

const allowed = agreed.flatMap(([machine, names]) =>
  movesOf(machine).filter(({ from, to }) => names.includes(`${from} > ${to}`)),
);
const refused = agreed.flatMap(([machine, names]) =>
  movesOf(machine).filter(({ from, to }) => !names.includes(`${from} > ${to}`)),
);

describe('the states of files, claims, payments, batches and messages', () => {
  it('are all looked at here', () => {
    expect(agreed.map(([machine]) => machine)).toEqual(stateMachines);
    expect(allowed).toHaveLength(agreed.flatMap(([, names]) => names).length);
  });

  it.each(titled(allowed))(
    'allow %s, and the condition of its write lets it through',
    (_title, { machine, from, to }) => {
      expect(mayMove(machine, from, to)).toBe(true);
      expect(sourcesOf(machine, to)).toContain(from);
    },
  );

  it.each(titled(refused))(
    'refuse %s, and the condition of its write keeps it out',
    (_title, { machine, from, to }) => {
      expect(mayMove(machine, from, to)).toBe(false);
      expect(sourcesOf(machine, to)).not.toContain(from);
    },
  );
});

describe('where records begin', () => {
  it('a claim is drafted before anything is decided of it', () => {
    expect(claimMachine.initial).toEqual(['DRAFTED']);
  });

  it('a payment waits for an order or for an account, and is never ordered at once', () => {
    expect(paymentMachine.initial).toEqual(['PENDING', 'HELD']);
  });

  it('a payment has no end: a bank may send money back even after it said that it was settled', () => {
    expect(statesOf(paymentMachine).filter((state) => paymentMachine.moves[state].length === 0)).toEqual([]);
  });

  it('a file that was quarantined, linked to another or read is never read again', () => {
    expect(statesOf(fileMachine).filter((state) => fileMachine.moves[state].length === 0)).toEqual([
      'DUPLICATE',
      'QUARANTINED',
      'READ',
    ]);
  });
});
