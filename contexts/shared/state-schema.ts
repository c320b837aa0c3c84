import * as z from 'zod';
import { statesOf, type StateMachine } from './state-machine.ts';

/** One of the states of a machine. */
export const stateOf = <State extends string>(machine: StateMachine<State>) => z.enum(statesOf(machine));
