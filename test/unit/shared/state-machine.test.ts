import { describe, expect, it } from 'vitest';
import {
  defineStateMachine,
  mayMove,
  sourcesOf,
  statesOf,
  toMermaid,
} from '../../../contexts/shared/state-machine.ts';

const door = defineStateMachine<'OPEN' | 'SHUT' | 'LOCKED' | 'GONE'>({
  name: 'door',
  initial: ['OPEN'],
  moves: { OPEN: ['SHUT', 'GONE'], SHUT: ['OPEN', 'LOCKED'], LOCKED: ['SHUT'], GONE: [] },
});

describe('a state machine', () => {
  it('is refused where nothing leads to a state, naming it', () => {
    expect(() =>
      defineStateMachine<'A' | 'B' | 'LOST'>({
        name: 'broken',
        initial: ['A'],
        moves: { A: ['B'], B: [], LOST: ['A'] },
      }),
    ).toThrow('State machine "broken": nothing leads to LOST');
  });

  it('is refused where two states lead only to each other', () => {
    expect(() =>
      defineStateMachine<'A' | 'B' | 'C'>({
        name: 'island',
        initial: ['A'],
        moves: { A: [], B: ['C'], C: ['B'] },
      }),
    ).toThrow('nothing leads to B, C');
  });

  it('is taken where a state is reached over others, also in a circle', () => {
    expect(statesOf(door)).toEqual(['OPEN', 'SHUT', 'LOCKED', 'GONE']);
  });

  it('never moves a state to itself unless its table says so', () => {
    expect(statesOf(door).filter((state) => mayMove(door, state, state))).toEqual([]);
  });

  it('gives as the condition of a write exactly the states that may come before', () => {
    expect(sourcesOf(door, 'SHUT')).toEqual(['OPEN', 'LOCKED']);
    expect(sourcesOf(door, 'GONE')).toEqual(['OPEN']);
  });

  it('lets nothing be written that would lead back to a state that is only a beginning', () => {
    const order = defineStateMachine<'NEW' | 'SENT'>({
      name: 'order',
      initial: ['NEW'],
      moves: { NEW: ['SENT'], SENT: [] },
    });

    expect(sourcesOf(order, 'NEW')).toEqual([]);
  });

  it('is drawn with its beginnings, its moves and its ends', () => {
    expect(toMermaid(door)).toBe(
      [
        'stateDiagram-v2',
        '  [*] --> OPEN',
        '  OPEN --> SHUT',
        '  OPEN --> GONE',
        '  SHUT --> OPEN',
        '  SHUT --> LOCKED',
        '  LOCKED --> SHUT',
        '  GONE --> [*]',
      ].join('\n'),
    );
  });
});
