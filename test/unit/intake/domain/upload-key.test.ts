import { describe, expect, it } from 'vitest';
import {
  establishmentOfChannel,
  isChannelId,
  parseUploadKey,
  UploadKeyError,
} from '../../../../contexts/intake/domain/upload-key.ts';

describe('the channel of an upload', () => {
  it.each([
    ['incoming/agency-rabat-01/2026/11/scan.pdf', 'agency-rabat-01'],
    ['incoming/mobile-7/a', 'mobile-7'],
    [`incoming/shop-${'x'.repeat(40)}/ملف.pdf`, `shop-${'x'.repeat(40)}`],
    ['incoming/shop-1/odd\nname.pdf', 'shop-1'],
    ['incoming/provider-091024578/2026/11/scan.pdf', 'provider-091024578'],
  ])('is the folder of %j', (key, channelId) => {
    expect(parseUploadKey(key)).toEqual({ channelId });
    expect(isChannelId(channelId)).toBe(true);
  });

  it.each([
    'incoming/agency-rabat-01/',
    'incoming/agency-rabat-01',
    'incoming/agency-/x.pdf',
    'incoming/bank-1/x.pdf',
    `incoming/shop-${'x'.repeat(41)}/x.pdf`,
    'incoming/Agency-1/x.pdf',
    'incoming/provider-09102457/x.pdf',
    'incoming/provider-0910245781/x.pdf',
    'incoming/provider-rabat-01/x.pdf',
    'agency-1/x.pdf',
    '/incoming/agency-1/x.pdf',
    '',
  ])('is not to be derived from %j, and the error says what is expected', (key) => {
    expect(() => parseUploadKey(key)).toThrow(UploadKeyError);
    expect(() => parseUploadKey(key)).toThrow('incoming/<channelId>/<file>');
  });

  it('names the establishment that files for itself, and nobody where the insured file', () => {
    expect(establishmentOfChannel('provider-091024578')).toBe('091024578');
    for (const channelId of ['agency-provider-091024578', 'shop-091024578', 'unknown', 'provider-x'])
      expect(establishmentOfChannel(channelId)).toBeUndefined();
  });

  it('does not repeat the key, which may hold a name', () => {
    expect(() => parseUploadKey('incoming/alami-hassan.pdf')).not.toThrow('alami');
  });
});
