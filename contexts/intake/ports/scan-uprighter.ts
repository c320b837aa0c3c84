/** Makes pictures plain that are stored turned or mirrored: whether an OCR heeds what the camera says of itself is not known. */
export interface ScanUprighter {
  /**
   * @returns what is to be read instead of the file; undefined where it is stored as viewers show it
   * @throws FileFault; PageNotDrawableError, of which PageTooCostlyError is one
   */
  upright(bytes: Uint8Array, mediaType: string): Promise<Uint8Array | undefined>;
}
