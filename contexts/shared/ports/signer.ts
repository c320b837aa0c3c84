/** Signs with a key that never leaves its keeper. */
export interface Signer {
  /** @returns an ECDSA P-256 signature over the SHA-256 of the bytes, DER-encoded, as `openssl dgst -sha256 -verify` takes it */
  sign(bytes: Uint8Array): Promise<Uint8Array>;
  /** @returns the public key, PEM (SPKI) */
  publicKeyPem(): Promise<string>;
}
