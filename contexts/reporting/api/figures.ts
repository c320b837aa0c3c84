import * as z from 'zod';
import { payees } from '#events';
import { schemeSchema } from '#shared';

/** Figures for managers: `/api/console/figures`. Counts only; nothing about a person or a claim. */

/** Tables that can be had as CSV. */
export const figureTables = [
  'days',
  'orders',
  'channels',
  'schemes',
  'payees',
  'durations',
  'reasons',
  'queue',
  'reviewers',
  'cost',
  'registrations',
] as const;
export const figureTableSchema = z.enum(figureTables);

/** First and last day, in Morocco. */
export const figuresQuerySchema = z.object({ from: z.iso.date(), to: z.iso.date() });
export const figuresExportQuerySchema = figuresQuerySchema.extend({ table: figureTableSchema });

const count = z.int();
const percent = z.number().min(0).max(100);
const schemeOrUnknownSchema = z.enum([...schemeSchema.options, 'UNKNOWN']);

export const dayFiguresSchema = z
  .object({
    /** ISO date. */
    day: z.string(),
    filesAccepted: count,
    filesDuplicate: count,
    filesQuarantined: count,
    pages: count,
    /** Claims that were decided for the first time. */
    claimsDecided: count,
    /** ... of them paid or rejected by the rules alone. */
    straightThrough: count,
    referred: count,
    paymentsMade: count,
    paidCentimes: count,
    registered: count,
  })
  .meta({ id: 'DayFigures' });

/**
 * Orders to the bank that left on a day, and what became of them until now: `ordered` is the sum of the five others. What is
 * disputed was called paid and not paid by the bank, or differs from what was ordered.
 */
export const orderFiguresSchema = z
  .object({
    /** ISO date. */
    day: z.string(),
    ordered: count,
    open: count,
    settled: count,
    returned: count,
    refused: count,
    disputed: count,
  })
  .meta({ id: 'OrderFigures' });

export const channelFiguresSchema = z
  .object({
    channelId: z.string(),
    filesAccepted: count,
    filesDuplicate: count,
    filesQuarantined: count,
    claims: z.array(z.object({ scheme: schemeOrUnknownSchema, count })),
  })
  .meta({ id: 'ChannelFigures' });

export const schemeFiguresSchema = z
  .object({
    scheme: schemeOrUnknownSchema,
    approved: count,
    partlyApproved: count,
    rejected: count,
    referred: count,
    incomplete: count,
    paymentsMade: count,
    paidCentimes: count,
  })
  .meta({ id: 'SchemeFigures' });

/** Payments that the bank made, by who was paid: the insured, or an establishment in their place. */
export const payeeFiguresSchema = z
  .object({
    /** Unknown: paid before it was counted whom. */
    payee: z.enum([...payees, 'UNKNOWN']),
    paymentsMade: count,
    paidCentimes: count,
  })
  .meta({ id: 'PayeeFigures' });

/** Whole days since submission, without those in which a document was waited for. */
export const durationFiguresSchema = z
  .object({
    count,
    medianDays: z.int().optional(),
    p95Days: z.int().optional(),
    /** Share that took no longer than the target. */
    withinTargetPercent: percent.optional(),
    histogram: z.array(z.object({ days: z.int(), count })),
  })
  .meta({ id: 'DurationFigures' });

export const reasonFiguresSchema = z
  .object({
    outcome: z.enum(['referred', 'rejected', 'partly-approved', 'incomplete', 'quarantined']),
    code: z.string(),
    count,
  })
  .meta({ id: 'ReasonFigures' });

export const queueAgeSchema = z
  .object({
    fromDays: z.int(),
    /** Left out for the oldest. */
    toDays: z.int().optional(),
    count,
  })
  .meta({ id: 'QueueAge' });

export const reviewerFiguresSchema = z
  .object({
    userId: z.string(),
    taken: count,
    submitted: count,
    medianMinutes: z.int().optional(),
    p95Minutes: z.int().optional(),
    /** Claims that this person keyed after somebody else, and how many were the same. */
    keyedSecond: count,
    agreed: count,
    overridden: count,
    settled: count,
  })
  .meta({ id: 'ReviewerFigures' });

export const myDaySchema = z
  .object({
    /** ISO date. */
    day: z.string(),
    /** Claims validated or rejected, without those taken back. */
    finished: count,
    /** Claims passed on to a supervisor, or for which a document was asked. */
    passedOn: count,
  })
  .meta({ id: 'MyDay' });

export const costPartSchema = z
  .object({
    what: z.enum(['textract-page', 'platform-file', 'sms-part']),
    quantity: count,
    /** US dollars for one; left out where no price is known. */
    unitUsd: z.number().optional(),
    usd: z.number().optional(),
    /** Day from which the price holds, as far as it is known. */
    from: z.string(),
    source: z.string(),
    confidence: z.enum(['high', 'medium', 'low', 'unknown']),
  })
  .meta({ id: 'CostPart' });

export const registrationFiguresSchema = z
  .object({
    /** Who sent the list, or unknown. */
    source: z.string(),
    scheme: schemeOrUnknownSchema,
    count,
  })
  .meta({ id: 'RegistrationFigures' });

export const figuresSchema = z
  .object({
    from: z.string(),
    to: z.string(),
    /** ISO instant up to which changes were counted; left out where nothing was. */
    countedAt: z.string().optional(),
    days: z.array(dayFiguresSchema),
    /** Days on which orders left. */
    orders: z.array(orderFiguresSchema),
    channels: z.array(channelFiguresSchema),
    schemes: z.array(schemeFiguresSchema),
    payees: z.array(payeeFiguresSchema),
    targetDays: z.int(),
    toDecision: durationFiguresSchema,
    toMoney: durationFiguresSchema,
    /** Paid or rejected by the rules alone, of those decided for the first time. */
    straightThroughPercent: percent.optional(),
    reasons: z.array(reasonFiguresSchema),
    /** As it stands now, whatever the days asked for. */
    queue: z.object({
      open: count,
      oldestDepositDate: z.string().optional(),
      ages: z.array(queueAgeSchema),
    }),
    reviewers: z.array(reviewerFiguresSchema),
    /** Share of claims keyed twice on which both agreed. */
    agreementPercent: percent.optional(),
    cost: z.object({
      claims: count,
      parts: z.array(costPartSchema),
      /** Of the parts whose price is known. */
      usdPerClaim: z.number().optional(),
    }),
    registrations: z.array(registrationFiguresSchema),
    coveragesOpened: count,
    coveragesClosed: count,
  })
  .meta({ id: 'Figures' });

export type FigureTable = z.infer<typeof figureTableSchema>;
export type Figures = z.infer<typeof figuresSchema>;
export type DayFigures = z.infer<typeof dayFiguresSchema>;
export type OrderFigures = z.infer<typeof orderFiguresSchema>;
export type ChannelFigures = z.infer<typeof channelFiguresSchema>;
export type SchemeFigures = z.infer<typeof schemeFiguresSchema>;
export type PayeeFigures = z.infer<typeof payeeFiguresSchema>;
export type DurationFigures = z.infer<typeof durationFiguresSchema>;
export type ReasonFigures = z.infer<typeof reasonFiguresSchema>;
export type QueueAge = z.infer<typeof queueAgeSchema>;
export type MyDay = z.infer<typeof myDaySchema>;
export type ReviewerFigures = z.infer<typeof reviewerFiguresSchema>;
export type CostPart = z.infer<typeof costPartSchema>;
export type RegistrationFigures = z.infer<typeof registrationFiguresSchema>;
