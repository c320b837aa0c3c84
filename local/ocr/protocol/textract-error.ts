/** The exceptions of Textract's service model that this service answers with. */
export type TextractErrorCode =
  | 'BadDocumentException'
  | 'DocumentTooLargeException'
  | 'IdempotentParameterMismatchException'
  | 'InternalServerError'
  | 'InvalidJobIdException'
  | 'InvalidParameterException'
  | 'InvalidS3ObjectException'
  | 'LimitExceededException'
  | 'ProvisionedThroughputExceededException'
  | 'UnknownOperationException'
  | 'UnsupportedDocumentException';

/** An error that goes to the caller as it is: its message must say what to do and must hold no document content. */
export class TextractError extends Error {
  readonly code: TextractErrorCode;

  constructor(code: TextractErrorCode, message: string, options?: ErrorOptions) {
    super(message, options);
    this.name = code;
    this.code = code;
  }

  /** Textract's model marks only the service's own faults as 5xx. */
  get httpStatus(): number {
    return this.code === 'InternalServerError' ? 500 : 400;
  }
}

/** For what a caller asked and this service cannot do. */
export function invalidParameter(explanation: string): TextractError {
  return new TextractError('InvalidParameterException', `Request has invalid parameters: ${explanation}`);
}
