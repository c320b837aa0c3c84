/** Why a certificate cannot be printed as its facts are written. */
export type PrintFault =
  /** No font has these letters; another one in their place would make another name of it. */
  | { readonly because: 'LETTERS_NOT_PRINTABLE'; readonly letters: readonly string[] }
  /** Set as small as it can be read, a line is still too long, and what is cut off is lost. */
  | { readonly because: 'TEXT_TOO_LONG' };

/** A certificate says all that it certifies, or it is not printed: a person has to look at it. */
export class NotPrintableError extends Error {
  override name = 'NotPrintableError';
  readonly fault: PrintFault;

  constructor(fault: PrintFault) {
    super(`The certificate cannot be printed: ${fault.because}`);
    this.fault = fault;
  }
}
