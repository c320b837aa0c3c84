import { namesOf } from './names-of.ts';

/**
 * A state machine as data: which states there are, which are ends, and which moves are allowed. The condition of each
 * write and the pictures in the docs come from the same table.
 */
export interface StateMachine<State extends string> {
  readonly name: string;
  readonly initial: readonly State[];
  /** For each state the states it may move to; an end has none. */
  readonly moves: Readonly<Record<State, readonly State[]>>;
}

/**
 * Checks a machine when it is loaded and hands it back.
 * @throws Error when a state cannot be reached from an initial one
 */
export function defineStateMachine<State extends string>(machine: StateMachine<State>): StateMachine<State> {
  const reached = new Set<State>(machine.initial);
  for (const state of reached) for (const next of machine.moves[state]) reached.add(next);
  const lost = statesOf(machine).filter((state) => !reached.has(state));
  if (lost.length > 0)
    throw new Error(`State machine "${machine.name}": nothing leads to ${lost.join(', ')}`);
  return machine;
}

export function statesOf<State extends string>(machine: StateMachine<State>): State[] {
  return namesOf(machine.moves);
}

export function mayMove<State extends string>(machine: StateMachine<State>, from: State, to: State): boolean {
  return machine.moves[from].includes(to);
}

/** The states a write that moves to `to` must find: its condition. */
export function sourcesOf<State extends string>(machine: StateMachine<State>, to: State): State[] {
  return statesOf(machine).filter((state) => mayMove(machine, state, to));
}

/** Draws the machine as a mermaid state diagram. */
export function toMermaid<State extends string>(machine: StateMachine<State>): string {
  const lines = ['stateDiagram-v2'];
  for (const state of machine.initial) lines.push(`  [*] --> ${state}`);
  for (const state of statesOf(machine)) {
    const next = machine.moves[state];
    for (const to of next) lines.push(`  ${state} --> ${to}`);
    if (next.length === 0) lines.push(`  ${state} --> [*]`);
  }
  return lines.join('\n');
}
