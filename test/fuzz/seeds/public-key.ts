import { createPublicKey } from 'node:crypto';

/** Two times the generator of P-256 (SEC 2): a valid point, whose private key is 2. Signs nothing. */
const point = {
  x: '7cf27b188d034f7e8a52380304b51ac3c08969e277f21b35a60b48fc47669978',
  y: '07775510db8ed040293d9ac69f7430dbba7dade63ce982299e04b79d227873d1',
};

const base64url = (hex: string): string => Buffer.from(hex, 'hex').toString('base64url');

/** The same public key on every run. */
export const publicKeyPem: string = createPublicKey({
  key: { kty: 'EC', crv: 'P-256', x: base64url(point.x), y: base64url(point.y) },
  format: 'jwk',
})
  .export({ type: 'spki', format: 'pem' })
  .toString();
