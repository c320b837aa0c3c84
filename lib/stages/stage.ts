import * as z from 'zod';
import { MOST_PAYMENTS_IN_BATCH } from '../../contexts/payments/domain/payment-batch.ts';
import { isValidRib } from '../../contexts/shared/identifiers/rib.ts';
import { type SignInLimits, signInLimitsSchema } from '../../contexts/portal/domain/sign-in-limits.ts';

const logRetentionDays = z.union([
  z.literal(7),
  z.literal(30),
  z.literal(90),
  z.literal(365),
  z.literal(731),
]);

/** How a queue is drained, a message a call: by so many copies of the function at once (AWS asks for at least 2). */
const consumerSchema = z.strictObject({
  maxConcurrency: z.int().min(2).max(1000),
});

const WEB_ACL_ARN = /^arn:aws[a-z-]*:wafv2:us-east-1:\d{12}:global\/webacl\//;

/** Of the SMS that the account may send, codes take no more than this part: claims, payments and lists have the rest. */
export const MOST_SMS_FOR_CODES = 1 / 3;

const sumOf = (codes: SignInLimits['codesInAll'], window: 'perMinute' | 'perDay'): number =>
  codes.toStrangers[window] + codes.withCin[window] + codes.toKnownDevices[window];

/**
 * Everything in which one deployment of Milaf may differ from another. A setting that is not here is the same everywhere.
 */
const settingsSchema = z.strictObject({
  name: z.enum(['local', 'staging', 'production']),
  region: z.string().regex(/^[a-z]{2}(-[a-z]+)+-\d$/, 'is not an AWS region such as eu-west-3'),
  /** Tables, buckets and keys outlive their stack, and cannot be deleted by a mistaken click. */
  keepsData: z.boolean(),
  tracing: z.boolean(),
  processor: z.enum(['arm64', 'x86_64']),
  logLevel: z.enum(['DEBUG', 'INFO', 'WARN']),
  logRetentionDays,
  /** Where alarms are mailed to; without it they are seen on the dashboard only. */
  alarmEmail: z.email().optional(),
  /** Spend in US dollars a month above which a mail is sent. */
  monthlyBudgetUsd: z.number().positive().optional(),
  functionTimeoutSeconds: z.strictObject({
    /** Steps that wait for one or two AWS calls a message. */
    quick: z.int().min(3).max(900),
    /** Steps that parse a whole file, or walk a whole queue or bucket. */
    thorough: z.int().min(3).max(900),
    /** Steps that go over a whole list of people, millions of lines of it. */
    wholeList: z.int().min(3).max(900),
  }),
  intake: z.strictObject({
    maxFileBytes: z.int().positive(),
    maxPages: z.int().min(1).max(3000),
    /** Uploads younger than this may still be on their way. */
    graceMinutes: z.int().positive(),
    reconcileEveryMinutes: z.int().min(1),
    /** More refused files than this in an hour are a sign of a broken scanner, or of someone trying the door. */
    quarantineAlarmPerHour: z.int().positive(),
  }),
  /** The Textract quota of this account and region, as Service Quotas answers it. */
  ocr: z.strictObject({
    startsPerSecond: z.number().positive(),
    concurrentJobs: z.int().positive(),
    /** How long a job of a usual file takes; with `concurrentJobs` it bounds how many may be started a second. */
    typicalJobSeconds: z.number().positive(),
    /** After this long without a completion message the job is asked for its result. */
    readingCheckSeconds: z.int().min(1).max(900),
  }),
  /** What speaks beside the OCR of a file. */
  witnesses: z.strictObject({
    /** Places of a claim that are read once more, in one call, where they would decide it; 0: none. */
    maxLooksPerClaim: z.int().min(0).max(20),
    /** Such calls that are paid for, a claim: above it an alarm rings. */
    secondLooksPerClaimBudget: z.number().positive(),
    /** More files than this in an hour that go on without a witness are a sign that it is broken. */
    missingAlarmPerHour: z.int().positive(),
  }),
  payments: z.strictObject({
    /** Payment runs start by themselves; a person can always ask for one. */
    scheduled: z.boolean(),
    /** EventBridge cron fields, UTC. */
    scheduleCronUtc: z.string().min(1),
    maxPaymentsPerBatch: z.int().positive().max(MOST_PAYMENTS_IN_BATCH),
    /** More returned payments than this in a day are a sign of wrong or tampered accounts. */
    returnedAlarmPerDay: z.int().positive(),
    /** Who pays: printed on every bank order. */
    debtor: z.strictObject({
      name: z.string().min(1).max(70),
      rib: z
        .string()
        .refine(isValidRib, 'must be 24 digits, without spaces, with the right key (the last two)'),
      bic: z.string().regex(/^[A-Z0-9]{8}([A-Z0-9]{3})?$/, 'is not a BIC of 8 or 11 characters'),
    }),
  }),
  sms: z.strictObject({
    senderId: z.string().regex(/^[A-Za-z0-9_-]{1,11}$/, 'must be 1 to 11 letters, digits, _ or -'),
    /** The account's spending limit for SMS: at 80 % of it an alarm rings. */
    monthlySpendUsd: z.number().positive(),
    /** What the account may send to Morocco, of all kinds. */
    messagesPerSecond: z.number().min(1),
    /** What a day needs of all kinds: the month's limit is to be asked for thirty times as many. */
    messagesPerDay: z.int().min(1),
  }),
  /** Lists of people to be registered. */
  lists: z.strictObject({
    /** A list with more lines than this is refused: it is to be sent in parts. */
    maxLines: z.int().positive(),
    /** A range is what one call of verify-range reads: it ends at whichever of both comes first. */
    maxLinesPerRange: z.int().min(1).max(20_000),
    maxBytesPerRange: z.int().min(1024),
    /** About how many lines one call of register-unit decides; a household is never cut. */
    linesPerUnit: z.int().min(1).max(1000),
    /** Which engine looks at all lines of a list together: one machine, or Athena for what outgrows it. */
    linkEngine: z.enum(['duckdb', 'athena']),
    /** Of the functions that hold that engine (link-list, close-list); AWS allows up to 10,240 of both. */
    engineMemoryMb: z.int().min(1024).max(10_240),
    engineStorageMb: z.int().min(512).max(10_240),
    /** What is only needed while a list is processed is removed after this; answers and letters are kept. */
    workDays: z.int().min(1),
    /** More refused lists than this in a day: a sender makes a mistake again and again. */
    refusedAlarmPerDay: z.int().min(0),
    /** A list that has not moved for this long is stuck. */
    stuckAlarmMinutes: z.int().min(5),
  }),
  /** SMS with the registration number. */
  registrationSms: z.strictObject({
    messagesPerSecond: z.number().min(1).max(500),
    /** Hours of the day in Casablanca in which people are texted: from the first until, not in, the second. */
    fromHour: z.int().min(0).max(23),
    untilHour: z.int().min(1).max(24),
    /** How soon it is noticed that the window opened, or that the provider is back. */
    wakeEveryMinutes: z.int().min(1),
    /** A campaign that was paused for longer than this was probably forgotten. */
    pausedAlarmHours: z.int().min(1),
  }),
  /** The periodic look at whether rights still hold. */
  rights: z.strictObject({
    scheduled: z.boolean(),
    /** EventBridge cron fields, UTC. The law says "periodic" and names no period. */
    scheduleCronUtc: z.string().min(1),
    /** Parts of the registry that are processed side by side; no more than copies of the function make sense. */
    segments: z.int().min(1).max(90),
  }),
  /** The sign-in of the insured, which anyone can try. */
  signIn: signInLimitsSchema,
  /** Console and portal. */
  web: z.strictObject({
    /** Of the whole API: above it, requests are answered with 429. */
    requestsPerSecond: z.int().min(1),
    /**
     * Copies of each function that anyone can call. They are taken from those of the account: however many requests come, the
     * steps of claims and payments have the others.
     */
    reservedConcurrency: z.strictObject({
      signIn: z.int().min(1),
      challengeInsured: z.int().min(1),
      portal: z.int().min(1),
      console: z.int().min(1),
    }),
    /** What the web ACL lets through from one address in five minutes; whole agencies and networks of telephones share one. */
    firewall: z.strictObject({
      requestsPerSource: z.int().min(10),
      signInRequestsPerSource: z.int().min(10),
    }),
    /** A changed bank account is used after this many days; until then the old phone can object. */
    accountChangeDelayDays: z.int().min(0),
    /** Payments wait for this many days more after the account has changed. */
    accountChangeHoldDays: z.int().min(0),
    /** For so long whoever sent a claim to be decided can take it back; 0: not at all. */
    undoSeconds: z.int().min(0).max(900),
    /** Where the emulator answers; on AWS the API has a name of its own. */
    localGatewayPort: z.int().min(1).max(65_535).optional(),
    /** The address people know, and its certificate (AWS Certificate Manager, us-east-1). */
    domainName: z.string().optional(),
    certificateArn: z.string().optional(),
    /** ARN of the web ACL in front, as the edge stack gives it; every stage but the local one is refused without it. */
    webAclArn: z.string().regex(WEB_ACL_ARN, 'is not the ARN of a web ACL of CloudFront').optional(),
    /** Version of the secret that CloudFront shows; the newest at the first deployment, where it is not given. */
    originSecretVersion: z.string().min(1).optional(),
  }),
  consumers: z.strictObject({
    receiveFile: consumerSchema,
    collectReading: consumerSchema,
    readForms: consumerSchema,
    adjudicateClaim: consumerSchema,
    releasePayments: consumerSchema,
    orderPayments: consumerSchema,
    applyBankAnswer: consumerSchema,
    notifyPerson: consumerSchema,
    renderPages: consumerSchema,
    sendSignInCode: consumerSchema,
    reconcileIntake: consumerSchema,
    receiveList: consumerSchema,
    advanceList: consumerSchema,
    verifyRange: consumerSchema,
    linkList: consumerSchema,
    registerUnit: consumerSchema,
    closeList: consumerSchema,
    prepareMessages: consumerSchema,
    sendRegistrationSms: consumerSchema,
    checkRights: consumerSchema,
    relayEvents: z.strictObject({
      batchSize: z.int().min(1).max(1000),
      /** Batches of one shard that are processed at once. */
      parallelization: z.int().min(1).max(10),
    }),
    /** Figures may be a while behind; larger batches make them cheaper. */
    recordStatistics: z.strictObject({
      batchSize: z.int().min(1).max(1000),
      batchingWindowSeconds: z.int().min(0).max(300),
    }),
  }),
});

/** Settings that fit each other. */
export const stageSchema = settingsSchema.refine(
  ({ sms, signIn: { codesInAll: codes } }) =>
    sumOf(codes, 'perMinute') <= sms.messagesPerSecond * 60 * MOST_SMS_FOR_CODES &&
    sumOf(codes, 'perDay') <= sms.messagesPerDay * MOST_SMS_FOR_CODES,
  { path: ['signIn', 'codesInAll'], message: 'takes SMS that claims and payments need' },
);

export type Stage = z.infer<typeof stageSchema>;
export type StageName = Stage['name'];
