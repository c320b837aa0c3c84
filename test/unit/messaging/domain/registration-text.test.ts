import fc from 'fast-check';
import { SegmentedMessage } from 'sms-segments-calculator';
import { describe, expect, it } from 'vitest';
import type { PreparedMessage } from '../../../../contexts/messaging/records/list-messages.ts';
import { schemeSchema } from '../../../../contexts/shared/identifiers/schemas.ts';
import { coverageReasonCodes } from '../../../../contexts/messaging/domain/coverage-reasons.ts';
import { registrationSmsFor } from '../../../../contexts/messaging/domain/registration-text.ts';

const languages = ['ar', 'fr'] as const;
const kinds = ['registered', 'coverage-changed', 'coverage-closed', 'proof-wanted'] as const;
const schemes = [...schemeSchema.options, undefined];
const reasons = [...coverageReasonCodes, 'CODE_OF_ANOTHER_VERSION', 'toString', undefined];

type Told = Pick<PreparedMessage, 'kind' | 'registrationNumber' | 'scheme' | 'reason'>;

const every = (registrationNumber: string): Told[] =>
  kinds.flatMap((kind) =>
    schemes.flatMap((scheme) =>
      reasons.map((reason) => ({
        kind,
        registrationNumber,
        ...(scheme === undefined ? {} : { scheme }),
        ...(reason === undefined ? {} : { reason }),
      })),
    ),
  );

describe('the text of an SMS about a registration', () => {
  it.each(languages)('is one segment for every kind, scheme and reason (%s)', (language) => {
    const long = every('999999999')
      .map((told) => registrationSmsFor(told, language))
      .filter(({ segments }) => segments !== 1)
      .map(({ text }) => `${text.length} ${text}`);
    expect(long).toEqual([]);
  });

  it('is one segment and says the number, whatever the number', () => {
    fc.assert(
      fc.property(
        fc.integer({ min: 0, max: 999_999_999 }),
        fc.constantFrom(...languages),
        (number, language) => {
          const registrationNumber = String(number).padStart(9, '0');
          const { text } = registrationSmsFor({ kind: 'registered', registrationNumber }, language);
          expect(new SegmentedMessage(text).segmentsCount).toBe(1);
          expect(text).toContain(registrationNumber);
        },
      ),
    );
  });

  it('is in Arabic the text that CNSS uses, of 63 characters', () => {
    const sms = registrationSmsFor({ kind: 'registered', registrationNumber: '123456789' }, 'ar');
    expect(sms.text).toBe('تم تسجيلكم في التأمين الإجباري عن المرض. رقم التسجيل: 123456789');
    expect(sms.text).toHaveLength(63);
    expect(sms).toMatchObject({ encoding: 'UCS-2', segments: 1 });
  });

  it('keeps French to the letters of which 160 make a segment', () => {
    for (const told of every('123456789')) expect(registrationSmsFor(told, 'fr').encoding).toBe('GSM-7');
  });

  it('says the number at the registration only: news of a coverage is read over shoulders too', () => {
    for (const told of every('123456789')) {
      for (const language of languages)
        expect(registrationSmsFor(told, language).text.includes('123456789')).toBe(
          told.kind === 'registered',
        );
    }
  });

  it('names the scheme and the reason of a change, and never a code of ours', () => {
    for (const told of every('123456789')) {
      for (const language of languages)
        expect(registrationSmsFor(told, language).text).not.toMatch(/[A-Z]+_[A-Z]+|undefined/);
    }
    const told = { kind: 'coverage-closed', registrationNumber: '123456789' } as const;
    const closed = registrationSmsFor({ ...told, scheme: 'AMO_TADAMON', reason: 'CARD_EXPIRED' }, 'fr');
    expect(closed.text).toBe(
      'Votre droit à AMO Tadamon est fermé. Motif: votre carte a expiré. Votre agence peut vous renseigner.',
    );
  });

  it('gives every known reason words of its own', () => {
    const told = { kind: 'coverage-changed', registrationNumber: '123456789' } as const;
    for (const language of languages) {
      const texts = reasons.map((reason) => registrationSmsFor({ ...told, reason }, language).text);
      expect(new Set(texts).size).toBe(coverageReasonCodes.length + 1);
    }
  });
});
