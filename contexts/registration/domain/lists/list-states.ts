import { defineStateMachine } from '#shared';

/** A list from its arrival until the last of its lines is answered. */
export type ListState =
  'RECEIVED' | 'REFUSED' | 'VERIFYING' | 'LINKING' | 'REGISTERING' | 'CLOSING' | 'CLOSED';

export const listMachine = defineStateMachine<ListState>({
  name: 'list',
  initial: ['RECEIVED'],
  moves: {
    RECEIVED: ['VERIFYING', 'REFUSED'],
    /** Refused as a whole: nothing of it was applied. */
    REFUSED: [],
    /** Its ranges are verified in parallel. */
    VERIFYING: ['LINKING'],
    /** All of its lines are looked at together: who is twice in it, which household is whose. */
    LINKING: ['REGISTERING'],
    /** Its units are registered in parallel; in a dry run only decided. */
    REGISTERING: ['CLOSING'],
    /** The answer is written and counted. */
    CLOSING: ['CLOSED'],
    CLOSED: [],
  },
});
