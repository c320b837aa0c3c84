import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { contentHashOf } from '../../../../contexts/intake/domain/content-hash.ts';
import { fileIdOf } from '../../../../contexts/intake/domain/receipt.ts';
import {
  formatReceipt,
  parseReceipt,
  shortReceipt,
} from '../../../../contexts/shared/identifiers/receipt-number.ts';

const upload = { bucket: 'scans', key: 'incoming/shop-1/a.pdf', versionId: 'v1' };

describe('the receipt number', () => {
  it('is the same for the same upload, and another for another version, key or bucket', () => {
    expect(fileIdOf({ ...upload })).toBe(fileIdOf(upload));
    const ids = [
      upload,
      { ...upload, versionId: 'v2' },
      { ...upload, key: 'incoming/shop-1/b.pdf' },
      { ...upload, bucket: 'other' },
    ];
    expect(new Set(ids.map(fileIdOf)).size).toBe(4);
  });

  it('does not mix up where the bucket ends and the key begins', () => {
    expect(fileIdOf({ bucket: 'a', key: 'b","c', versionId: 'd' })).not.toBe(
      fileIdOf({ bucket: 'a","b', key: 'c', versionId: 'd' }),
    );
  });

  it('is the first 80 bits of the hash, most significant first', () => {
    // sha256 of ["b","k","v"] begins with these 20 hexadecimal digits; 5 bits a character by hand.
    const digest = contentHashOf(Buffer.from('["b","k","v"]')).slice(0, 20);
    const bits = BigInt(`0x${digest}`).toString(2).padStart(80, '0');
    const expected = bits
      .match(/.{5}/g)!
      .map((five) => '0123456789ABCDEFGHJKMNPQRSTVWXYZ'[Number.parseInt(five, 2)])
      .join('');
    expect(fileIdOf({ bucket: 'b', key: 'k', versionId: 'v' })).toBe(expected);
  });

  it('is read back however people write it', () => {
    fc.assert(
      fc.property(fc.string(), (key) => {
        const fileId = fileIdOf({ ...upload, key });
        expect(formatReceipt(fileId)).toMatch(/^[0-9A-Z]{4}(-[0-9A-Z]{4}){3}$/);
        expect(parseReceipt(formatReceipt(fileId))).toBe(fileId);
        expect(
          parseReceipt(` ${formatReceipt(fileId).toLowerCase().replaceAll('0', 'o').replaceAll('1', 'l')} `),
        ).toBe(fileId);
        expect(fileId.startsWith(shortReceipt(fileId).replace('-', ''))).toBe(true);
      }),
    );
  });

  it.each(['', '7Q2M-K8D1', '7Q2M-K8D1-0ABC-DEFGH', '7Q2M-K8D1-0ABC-DEFU'])(
    'does not take %j for one',
    (text) => {
      expect(parseReceipt(text)).toBeUndefined();
    },
  );
});
