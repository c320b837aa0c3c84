import { Temporal } from 'temporal-polyfill';
import type { Finding } from '#claims';
import { dayInMorocco } from '#shared';

export interface SubmissionDate {
  /** ISO date. */
  readonly submissionDate: string;
  /** ISO date: the day of upload in Morocco. */
  readonly receivedOn: string;
  readonly findings: readonly Finding[];
}

/** Undefined unless it is a day of the calendar as YYYY-MM-DD. */
function parseDay(text: string): Temporal.PlainDate | undefined {
  if (!/^\d{4}-\d{2}-\d{2}$/.test(text)) return undefined;
  try {
    return Temporal.PlainDate.from(text, { overflow: 'reject' });
  } catch {
    return undefined;
  }
}

/**
 * The day the paper was handed in, which the deadline for filing is counted with: what the channel declares, since a file
 * may be scanned days later, else the day of upload in Morocco. A declared day that is not a day, or lies after the upload,
 * is not believed and is a signal; one that lies `farBackdatedDays` or more before it is believed and is a signal, because
 * it can bring a late file into the deadline.
 * @param declared the day as the channel says it, `YYYY-MM-DD`; undefined or empty when it says none.
 * @param uploadedAt when the object was stored, by the clock of S3.
 */
export function submissionDateOf(
  { declared, uploadedAt }: { readonly declared: string | undefined; readonly uploadedAt: Date },
  { farBackdatedDays }: { readonly farBackdatedDays: number },
): SubmissionDate {
  const receivedOn = dayInMorocco(uploadedAt);
  const uploadDay = Temporal.PlainDate.from(receivedOn);
  if (declared === undefined || declared.trim() === '')
    return { submissionDate: receivedOn, receivedOn, findings: [] };
  const day = parseDay(declared.trim());
  if (day === undefined || Temporal.PlainDate.compare(day, uploadDay) > 0) {
    const details =
      day === undefined
        ? { uploadDay: uploadDay.toString() }
        : { declared: day.toString(), uploadDay: uploadDay.toString() };
    return {
      submissionDate: receivedOn,
      receivedOn,
      findings: [{ kind: 'signal', code: 'DEPOSIT_DATE_INVALID', details }],
    };
  }
  const daysBefore = day.until(uploadDay, { largestUnit: 'day' }).days;
  const isFar = daysBefore >= farBackdatedDays;
  return {
    submissionDate: day.toString(),
    receivedOn,
    findings: isFar
      ? [{ kind: 'signal', code: 'DEPOSIT_BACKDATED', details: { daysBefore, farBackdatedDays } }]
      : [],
  };
}
