import type { Stage, StageName } from './stage.ts';

/** A stage before the deployment's own facts (who pays, who is called at night) are filled in. */
type StageDefaults = Omit<Stage, 'payments'> & {
  readonly payments: Omit<Stage['payments'], 'debtor'> & { readonly debtor?: Stage['payments']['debtor'] };
};

const KILOBYTE = 1024;
const MEGABYTE = 1024 * KILOBYTE;

const intake: Stage['intake'] = {
  // Ten phone photographs of 2 MB, or a scan of 20 pages at 300 dpi; the largest file Textract takes is 500 MB.
  maxFileBytes: 20 * MEGABYTE,
  maxPages: 30,
  graceMinutes: 15,
  // Each run lists every channel's day: hourly, 15,000 channels cost about $7 a day in S3 requests.
  reconcileEveryMinutes: 60,
  // Of 9,000 files in the busiest hour at 90,000 a day, 3 %.
  quarantineAlarmPerHour: 270,
};

const witnesses: Stage['witnesses'] = {
  // One sheet holds so many places of usual size.
  maxLooksPerClaim: 16,
  // With it, reading a claim of three pages costs 13 % more.
  secondLooksPerClaimBudget: 0.4,
  missingAlarmPerHour: 20,
};

const lists: Stage['lists'] = {
  // The largest there can be: RAMED's 11 million people, with room.
  maxLines: 15_000_000,
  // Some seconds of work: a worker that is killed costs no more, and 11 million lines are 11,000 messages.
  maxLinesPerRange: 1000,
  maxBytesPerRange: 256 * KILOBYTE,
  linesPerUnit: 200,
  linkEngine: 'duckdb',
  engineMemoryMb: 10_240,
  engineStorageMb: 10_240,
  workDays: 90,
  refusedAlarmPerDay: 5,
  stuckAlarmMinutes: 120,
};

// An agency of thirty people, or the telephones of a village, may stand behind one address.
const firewall: Stage['web']['firewall'] = { requestsPerSource: 6000, signInRequestsPerSource: 300 };

const signIn: Stage['signIn'] = {
  codesPerNumber: {
    // Each may be guessed at three times: 15 chances in a million an hour for whoever knows the number.
    byStrangers: { perHour: 5, perDay: 10 },
    withCin: { perHour: 3, perDay: 10 },
    perKnownDevice: { perHour: 5, perDay: 20 },
    spare: { perHour: 1, perDay: 2 },
  },
  undeliveredCodesPerHour: 10,
  codesInAll: {
    toStrangers: { perMinute: 120, perHour: 3000, perDay: 12_000 },
    withCin: { perMinute: 60, perHour: 1500, perDay: 6000 },
    toKnownDevices: { perMinute: 200, perHour: 5000, perDay: 22_000 },
  },
  // Operators put thousands of telephones behind one address of IPv4.
  startsPerSource: { perMinute: 30, perHour: 300, perDay: 1500 },
  startsPerWideSource: { perMinute: 60, perHour: 600, perDay: 3000 },
  startsPerKnownDevice: { perMinute: 5, perHour: 20, perDay: 50 },
};

/** All tests come from one address, sign in again and again, and wait for nothing. */
const OFTEN = { perMinute: 1000, perHour: 10_000, perDay: 100_000 };

/**
 * The stages side by side. Debtor, region, alarm address and quotas can be given at deployment: see `deployment-facts.ts`.
 */
export const stageDefaults: Readonly<Record<StageName, StageDefaults>> = {
  local: {
    name: 'local',
    region: 'eu-west-3',
    keepsData: false,
    tracing: false,
    processor: 'x86_64',
    logLevel: 'INFO',
    logRetentionDays: 7,
    // A message comes back after 6 times this: short, because tests wait for it.
    functionTimeoutSeconds: { quick: 10, thorough: 20, wholeList: 60 },
    intake: { ...intake, graceMinutes: 1, quarantineAlarmPerHour: 20 },
    // The local OCR service has no quota unless it is given one; each copy of a function is a process of this machine.
    ocr: { startsPerSecond: 10, concurrentJobs: 1000, typicalJobSeconds: 1, readingCheckSeconds: 20 },
    witnesses,
    payments: {
      scheduled: false,
      scheduleCronUtc: '0 12 ? * MON-FRI *',
      maxPaymentsPerBatch: 1000,
      returnedAlarmPerDay: 10,
      // Synthetic: bank 007, with a right key, of nobody.
      debtor: { name: 'CAISSE DE DEMONSTRATION', rib: '011780000000000000000150', bic: 'BCMAMAMC' },
    },
    sms: { senderId: 'MILAF', monthlySpendUsd: 1, messagesPerSecond: 100, messagesPerDay: 200_000 },
    signIn: {
      ...signIn,
      codesPerNumber: { ...signIn.codesPerNumber, byStrangers: { perHour: 100, perDay: 100 } },
      startsPerSource: OFTEN,
      startsPerWideSource: OFTEN,
      startsPerKnownDevice: OFTEN,
    },
    lists: { ...lists, engineMemoryMb: 2048, engineStorageMb: 1024, workDays: 7 },
    // Whoever tries Milaf at night sees messages go out too.
    registrationSms: {
      messagesPerSecond: 100,
      fromHour: 0,
      untilHour: 24,
      wakeEveryMinutes: 1,
      pausedAlarmHours: 24,
    },
    rights: { scheduled: false, scheduleCronUtc: '0 2 1 * ? *', segments: 4 },
    web: {
      requestsPerSecond: 500,
      reservedConcurrency: { signIn: 20, challengeInsured: 20, portal: 20, console: 40 },
      firewall,
      undoSeconds: 30,
      accountChangeDelayDays: 3,
      accountChangeHoldDays: 2,
    },
    consumers: {
      receiveFile: { maxConcurrency: 4 },
      collectReading: { maxConcurrency: 4 },
      readForms: { maxConcurrency: 4 },
      adjudicateClaim: { maxConcurrency: 4 },
      releasePayments: { maxConcurrency: 4 },
      orderPayments: { maxConcurrency: 2 },
      applyBankAnswer: { maxConcurrency: 2 },
      notifyPerson: { maxConcurrency: 2 },
      renderPages: { maxConcurrency: 2 },
      sendSignInCode: { maxConcurrency: 2 },
      reconcileIntake: { maxConcurrency: 2 },
      receiveList: { maxConcurrency: 2 },
      advanceList: { maxConcurrency: 2 },
      verifyRange: { maxConcurrency: 2 },
      linkList: { maxConcurrency: 2 },
      registerUnit: { maxConcurrency: 2 },
      closeList: { maxConcurrency: 2 },
      prepareMessages: { maxConcurrency: 2 },
      sendRegistrationSms: { maxConcurrency: 2 },
      checkRights: { maxConcurrency: 2 },
      relayEvents: { batchSize: 100, parallelization: 1 },
      recordStatistics: { batchSize: 100, batchingWindowSeconds: 0 },
    },
  },
  staging: {
    name: 'staging',
    region: 'eu-west-3',
    keepsData: true,
    tracing: true,
    processor: 'arm64',
    logLevel: 'INFO',
    logRetentionDays: 30,
    monthlyBudgetUsd: 300,
    functionTimeoutSeconds: { quick: 30, thorough: 120, wholeList: 900 },
    intake: { ...intake, quarantineAlarmPerHour: 20 },
    // The lowest default anyone has reported for Paris; to be replaced by what Service Quotas answers.
    ocr: { startsPerSecond: 1, concurrentJobs: 100, typicalJobSeconds: 20, readingCheckSeconds: 300 },
    witnesses,
    payments: {
      scheduled: false,
      scheduleCronUtc: '0 12 ? * MON-FRI *',
      maxPaymentsPerBatch: 5000,
      returnedAlarmPerDay: 10,
    },
    sms: { senderId: 'MILAF', monthlySpendUsd: 20, messagesPerSecond: 1, messagesPerDay: 600 },
    signIn: {
      ...signIn,
      codesInAll: {
        toStrangers: { perMinute: 6, perHour: 50, perDay: 60 },
        withCin: { perMinute: 6, perHour: 50, perDay: 60 },
        toKnownDevices: { perMinute: 6, perHour: 50, perDay: 60 },
      },
    },
    lists: { ...lists, maxLines: 1_000_000, engineMemoryMb: 4096, engineStorageMb: 4096 },
    registrationSms: {
      messagesPerSecond: 1,
      fromHour: 9,
      untilHour: 20,
      wakeEveryMinutes: 1,
      pausedAlarmHours: 48,
    },
    rights: { scheduled: true, scheduleCronUtc: '0 2 1 * ? *', segments: 4 },
    web: {
      requestsPerSecond: 50,
      reservedConcurrency: { signIn: 5, challengeInsured: 5, portal: 10, console: 10 },
      firewall,
      undoSeconds: 30,
      accountChangeDelayDays: 3,
      accountChangeHoldDays: 2,
    },
    consumers: {
      receiveFile: { maxConcurrency: 10 },
      collectReading: { maxConcurrency: 10 },
      readForms: { maxConcurrency: 10 },
      adjudicateClaim: { maxConcurrency: 10 },
      releasePayments: { maxConcurrency: 4 },
      orderPayments: { maxConcurrency: 2 },
      applyBankAnswer: { maxConcurrency: 2 },
      notifyPerson: { maxConcurrency: 2 },
      renderPages: { maxConcurrency: 5 },
      sendSignInCode: { maxConcurrency: 2 },
      reconcileIntake: { maxConcurrency: 2 },
      receiveList: { maxConcurrency: 2 },
      advanceList: { maxConcurrency: 2 },
      verifyRange: { maxConcurrency: 5 },
      linkList: { maxConcurrency: 2 },
      registerUnit: { maxConcurrency: 5 },
      closeList: { maxConcurrency: 2 },
      prepareMessages: { maxConcurrency: 2 },
      sendRegistrationSms: { maxConcurrency: 2 },
      checkRights: { maxConcurrency: 2 },
      relayEvents: { batchSize: 100, parallelization: 2 },
      recordStatistics: { batchSize: 1000, batchingWindowSeconds: 60 },
    },
  },
  production: {
    name: 'production',
    region: 'eu-west-3',
    keepsData: true,
    tracing: true,
    processor: 'arm64',
    logLevel: 'INFO',
    logRetentionDays: 365,
    monthlyBudgetUsd: 15_000,
    functionTimeoutSeconds: { quick: 30, thorough: 300, wholeList: 900 },
    intake,
    // To be asked for before launch: 90,000 files a day need 5.5 starts a second in the peak hour (docs/operating.md).
    ocr: { startsPerSecond: 10, concurrentJobs: 600, typicalJobSeconds: 20, readingCheckSeconds: 300 },
    // Of 9,000 files in the busiest hour at 90,000 a day, 2 %.
    witnesses: { ...witnesses, missingAlarmPerHour: 180 },
    payments: {
      scheduled: true,
      scheduleCronUtc: '0 12 ? * MON-FRI *',
      maxPaymentsPerBatch: 5000,
      returnedAlarmPerDay: 500,
    },
    // A second: what SNS allows by default for a country; more is to be asked for. A day: one SMS for each of 90,000 files, and codes.
    sms: { senderId: 'CNSS', monthlySpendUsd: 10_000, messagesPerSecond: 20, messagesPerDay: 130_000 },
    signIn,
    lists,
    // What SNS allows by default for a country; more is to be asked for (docs/operating.md).
    registrationSms: {
      messagesPerSecond: 20,
      fromHour: 9,
      untilHour: 20,
      wakeEveryMinutes: 1,
      pausedAlarmHours: 48,
    },
    // In the night of the first of the month: contributions are known by month.
    rights: { scheduled: true, scheduleCronUtc: '0 2 1 * ? *', segments: 16 },
    // 15,000 points of deposit in a peak hour ask for less than 200 a second.
    web: {
      requestsPerSecond: 1000,
      // At a tenth of a second a request, 500 sign-ins and 1,000 requests of each kind a second.
      reservedConcurrency: { signIn: 50, challengeInsured: 50, portal: 100, console: 100 },
      firewall,
      undoSeconds: 30,
      accountChangeDelayDays: 3,
      accountChangeHoldDays: 5,
    },
    consumers: {
      receiveFile: { maxConcurrency: 50 },
      collectReading: { maxConcurrency: 50 },
      // At 2 seconds a file, ten times the peak hour of 90,000 files a day.
      readForms: { maxConcurrency: 100 },
      adjudicateClaim: { maxConcurrency: 50 },
      releasePayments: { maxConcurrency: 4 },
      orderPayments: { maxConcurrency: 2 },
      applyBankAnswer: { maxConcurrency: 2 },
      // SMS gateways count messages a second: at three a second each, seven copies keep to about 20.
      notifyPerson: { maxConcurrency: 7 },
      renderPages: { maxConcurrency: 20 },
      // Numbers that nobody has go through it too, and wait for nothing.
      sendSignInCode: { maxConcurrency: 5 },
      reconcileIntake: { maxConcurrency: 2 },
      receiveList: { maxConcurrency: 2 },
      advanceList: { maxConcurrency: 5 },
      verifyRange: { maxConcurrency: 50 },
      linkList: { maxConcurrency: 2 },
      registerUnit: { maxConcurrency: 50 },
      closeList: { maxConcurrency: 2 },
      prepareMessages: { maxConcurrency: 2 },
      sendRegistrationSms: { maxConcurrency: 2 },
      checkRights: { maxConcurrency: 2 },
      relayEvents: { batchSize: 100, parallelization: 4 },
      recordStatistics: { batchSize: 1000, batchingWindowSeconds: 60 },
    },
  },
};
