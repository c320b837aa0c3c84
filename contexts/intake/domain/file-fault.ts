import type { QuarantineReason } from '#claims';

/** A file that cannot be read, found while walking its structure. */
export class FileFault extends Error {
  readonly reason: QuarantineReason;

  constructor(reason: QuarantineReason) {
    super(`The file is quarantined: ${reason}`);
    this.name = 'FileFault';
    this.reason = reason;
  }
}
