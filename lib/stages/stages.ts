import type { Stage, StageName } from './stage.ts';

/** A stage before the deployment's own facts (who pays, who is called at night) are filled in. */
type StageDefaults = Omit<Stage, 'payments'> & {
  readonly payments: Omit<Stage['payments'], 'debtor'> & { readonly debtor?: Stage['payments']['debtor'] };
};

const MEGABYTE = 1024 * 1024;

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
    functionTimeoutSeconds: { quick: 10, thorough: 20 },
    intake: { ...intake, graceMinutes: 1, quarantineAlarmPerHour: 20 },
    // The local OCR service has no quota unless it is given one.
    ocr: { startsPerSecond: 100, concurrentJobs: 1000, typicalJobSeconds: 1, readingCheckSeconds: 20 },
    payments: {
      scheduled: false,
      scheduleCronUtc: '0 12 ? * MON-FRI *',
      maxPaymentsPerRemittance: 1000,
      returnedAlarmPerDay: 10,
      // Synthetic: bank 007, with a right key, of nobody.
      debtor: { name: 'CAISSE DE DEMONSTRATION', rib: '011780000000000000000150', bic: 'BCMAMAMC' },
    },
    sms: { senderId: 'MILAF', monthlySpendUsd: 1 },
    consumers: {
      batchingWindowSeconds: 0,
      receiveFile: { batchSize: 10, maxConcurrency: 4 },
      collectReading: { batchSize: 5, maxConcurrency: 4 },
      adjudicateClaim: { batchSize: 10, maxConcurrency: 4 },
      orderPayments: { batchSize: 1, maxConcurrency: 2 },
      applyBankAnswer: { batchSize: 1, maxConcurrency: 2 },
      notifyPerson: { batchSize: 10, maxConcurrency: 2 },
      reconcileIntake: { batchSize: 1, maxConcurrency: 2 },
      relayEvents: { batchSize: 100, parallelization: 1 },
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
    functionTimeoutSeconds: { quick: 30, thorough: 120 },
    intake: { ...intake, quarantineAlarmPerHour: 20 },
    // The lowest default anyone has reported for Paris; to be replaced by what Service Quotas answers.
    ocr: { startsPerSecond: 1, concurrentJobs: 100, typicalJobSeconds: 20, readingCheckSeconds: 300 },
    payments: {
      scheduled: false,
      scheduleCronUtc: '0 12 ? * MON-FRI *',
      maxPaymentsPerRemittance: 5000,
      returnedAlarmPerDay: 10,
    },
    sms: { senderId: 'MILAF', monthlySpendUsd: 20 },
    consumers: {
      batchingWindowSeconds: 1,
      receiveFile: { batchSize: 10, maxConcurrency: 10 },
      collectReading: { batchSize: 5, maxConcurrency: 10 },
      adjudicateClaim: { batchSize: 10, maxConcurrency: 10 },
      orderPayments: { batchSize: 1, maxConcurrency: 2 },
      applyBankAnswer: { batchSize: 1, maxConcurrency: 2 },
      notifyPerson: { batchSize: 10, maxConcurrency: 2 },
      reconcileIntake: { batchSize: 1, maxConcurrency: 2 },
      relayEvents: { batchSize: 100, parallelization: 2 },
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
    functionTimeoutSeconds: { quick: 30, thorough: 300 },
    intake,
    // To be asked for before launch: 90,000 files a day need 5.5 starts a second in the peak hour (docs/operating.md).
    ocr: { startsPerSecond: 10, concurrentJobs: 600, typicalJobSeconds: 20, readingCheckSeconds: 300 },
    payments: {
      scheduled: true,
      scheduleCronUtc: '0 12 ? * MON-FRI *',
      maxPaymentsPerRemittance: 5000,
      returnedAlarmPerDay: 500,
    },
    sms: { senderId: 'CNSS', monthlySpendUsd: 10_000 },
    consumers: {
      batchingWindowSeconds: 1,
      receiveFile: { batchSize: 10, maxConcurrency: 50 },
      collectReading: { batchSize: 5, maxConcurrency: 50 },
      adjudicateClaim: { batchSize: 10, maxConcurrency: 50 },
      orderPayments: { batchSize: 1, maxConcurrency: 2 },
      applyBankAnswer: { batchSize: 1, maxConcurrency: 2 },
      // SMS gateways count messages a second: two copies of ten keep to about 20.
      notifyPerson: { batchSize: 10, maxConcurrency: 2 },
      reconcileIntake: { batchSize: 1, maxConcurrency: 2 },
      relayEvents: { batchSize: 100, parallelization: 4 },
    },
  },
};
