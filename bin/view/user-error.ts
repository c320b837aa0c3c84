/** What kind of thing went wrong: scripts tell them apart, and each has an exit code of its own. */
export type ErrorCode =
  /** The command, or a file that was given, is not as it has to be. */
  | 'usage'
  | 'not-found'
  /** It would be right another time, or for somebody else: a state, a rule, a decision stands in the way. */
  | 'refused'
  /** No way to the stage: network, credentials, rights. */
  | 'no-connection'
  /** Something on this machine is missing or in the way. */
  | 'machine-not-ready'
  /** Begun or done in part: how far is told apart from this. */
  | 'unfinished'
  | 'internal';

/** 1 is also said where all was done and the answer is no: a list was refused, an answer is not valid, a count does not agree. */
export const exitCodes: Readonly<Record<ErrorCode, number>> = {
  unfinished: 1,
  usage: 2,
  'not-found': 3,
  refused: 4,
  'no-connection': 5,
  'machine-not-ready': 5,
  internal: 70,
};

interface UserErrorOptions extends ErrorOptions {
  readonly code?: ErrorCode;
}

/** Something that the person at the keyboard can put right. */
export class UserError extends Error {
  override name = 'UserError';
  readonly code: ErrorCode;
  readonly whatToDo: string;

  /**
   * @param message what is wrong, in a sentence
   * @param whatToDo how to put it right, in a sentence
   */
  constructor(message: string, whatToDo: string, { code = 'usage', ...options }: UserErrorOptions = {}) {
    super(message, options);
    this.code = code;
    this.whatToDo = whatToDo;
  }
}
