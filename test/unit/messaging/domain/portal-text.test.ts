import { describe, expect, it } from 'vitest';
import { portalSms } from '../../../../contexts/messaging/domain/portal-text.ts';

describe.each(['fr', 'ar'] as const)('an SMS with a code to sign in (%s)', (language) => {
  const { text, segments } = portalSms({ kind: 'sign-in-code', code: '123456', reference: '417' }, language);

  it('costs one part', () => {
    expect(segments).toBe(1);
  });

  it('says for which request it is: others may ask for codes to the same phone', () => {
    expect(text).toMatch(/123456\D+417/);
  });
});

describe.each([
  ['fr', 1],
  ['ar', 2],
] as const)('an SMS with a code for any sign-in (%s)', (language, parts) => {
  const message = { kind: 'spare-code', code: '1234567890123456' } as const;
  const { text, segments } = portalSms(message, language);

  it('costs little, and shows the code in fours', () => {
    expect(segments).toBeLessThanOrEqual(parts);
    expect(text).toContain('1234 5678 9012 3456');
  });
});
