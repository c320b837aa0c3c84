import { describe, expect, it } from 'vitest';
import { submissionDateOf } from '../../../../contexts/intake/domain/submission-date.ts';

const rule = { farBackdatedDays: 30 };
const uploadedAt = new Date('2026-11-21T10:00:00Z');

describe('the submission date', () => {
  it('is the day the channel took the paper in', () => {
    expect(submissionDateOf({ declared: '2026-11-18', uploadedAt }, rule)).toEqual({
      submissionDate: '2026-11-18',
      receivedOn: '2026-11-21',
      findings: [],
    });
    expect(submissionDateOf({ declared: ' 2026-11-21 ', uploadedAt }, rule)).toEqual({
      submissionDate: '2026-11-21',
      receivedOn: '2026-11-21',
      findings: [],
    });
  });

  it('is the day of upload where the channel says none', () => {
    expect(submissionDateOf({ declared: undefined, uploadedAt }, rule)).toEqual({
      submissionDate: '2026-11-21',
      receivedOn: '2026-11-21',
      findings: [],
    });
    expect(submissionDateOf({ declared: '', uploadedAt }, rule)).toEqual({
      submissionDate: '2026-11-21',
      receivedOn: '2026-11-21',
      findings: [],
    });
  });

  it('is the day in Morocco: ahead of UTC by an hour in July 2025, by none in the Ramadan before', () => {
    const uploadDayAt = (instant: string) =>
      submissionDateOf({ declared: undefined, uploadedAt: new Date(instant) }, rule).submissionDate;
    expect(uploadDayAt('2025-07-21T22:59:59Z')).toBe('2025-07-21');
    expect(uploadDayAt('2025-07-21T23:00:00Z')).toBe('2025-07-22');
    expect(uploadDayAt('2025-03-10T23:00:00Z')).toBe('2025-03-10');
    const afterMidnight = { declared: '2025-07-22', uploadedAt: new Date('2025-07-21T23:30:00Z') };
    expect(submissionDateOf(afterMidnight, rule)).toEqual({
      submissionDate: '2025-07-22',
      receivedOn: '2025-07-22',
      findings: [],
    });
  });

  it('is never in the future: the day of upload, and a signal', () => {
    expect(submissionDateOf({ declared: '2026-11-22', uploadedAt }, rule)).toEqual({
      submissionDate: '2026-11-21',
      receivedOn: '2026-11-21',
      findings: [
        {
          kind: 'signal',
          code: 'DEPOSIT_DATE_INVALID',
          details: { declared: '2026-11-22', uploadDay: '2026-11-21' },
        },
      ],
    });
  });

  it.each(['2026-02-30', '21/11/2026', '2026-11', 'hier', '2026-11-18T10:00'])(
    'is the day of upload where %j is said, and a signal',
    (declared) => {
      const { submissionDate, findings } = submissionDateOf({ declared, uploadedAt }, rule);
      expect(submissionDate).toBe('2026-11-21');
      expect(findings).toMatchObject([{ kind: 'signal', code: 'DEPOSIT_DATE_INVALID' }]);
      expect(findings[0]?.details).toEqual({ uploadDay: '2026-11-21' });
    },
  );

  it('is believed when far back, but is a signal from the limit on', () => {
    expect(submissionDateOf({ declared: '2026-10-23', uploadedAt }, rule)).toEqual({
      submissionDate: '2026-10-23',
      receivedOn: '2026-11-21',
      findings: [],
    });
    expect(submissionDateOf({ declared: '2026-10-22', uploadedAt }, rule)).toEqual({
      submissionDate: '2026-10-22',
      receivedOn: '2026-11-21',
      findings: [
        { kind: 'signal', code: 'DEPOSIT_BACKDATED', details: { daysBefore: 30, farBackdatedDays: 30 } },
      ],
    });
  });
});
