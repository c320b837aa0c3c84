/** What a witness said, as far as it could be heard. */
export interface Heard<Said> {
  readonly said: Said;
  /** Why not all of it was heard. */
  readonly failure?: unknown;
}
