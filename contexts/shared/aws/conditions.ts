import { sourcesOf, type StateMachine } from '../state-machine.ts';

/** A condition expression with the names and values it uses. */
export interface Condition {
  readonly ConditionExpression: string;
  readonly ExpressionAttributeNames: Record<string, string>;
  readonly ExpressionAttributeValues: Record<string, string | number>;
}

/** The state machine as the condition of a write: the item must be in a state that may move to `to`. */
export function mayMoveTo<State extends string>(
  machine: StateMachine<State>,
  to: State,
  expectedVersion: number,
): Condition {
  const sources = sourcesOf(machine, to);
  const names = sources.map((_, index) => `:from${index}`);
  return {
    ConditionExpression: `#state IN (${names.join(', ')}) AND #version = :expectedVersion`,
    ExpressionAttributeNames: { '#state': 'state', '#version': 'version' },
    ExpressionAttributeValues: {
      ...Object.fromEntries(sources.map((source, index) => [`:from${index}`, source])),
      ':expectedVersion': expectedVersion,
    },
  };
}

/** Nothing is there yet. */
export const isNew = { ConditionExpression: 'attribute_not_exists(pk)' } as const;
