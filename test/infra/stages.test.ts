import { describe, expect, it } from 'vitest';
import { readDeploymentFacts } from '../../lib/stages/deployment-facts.ts';
import { ocrPace } from '../../lib/stages/ocr-pace.ts';
import { readStage } from '../../lib/stages/read-stage.ts';
import { stageSchema } from '../../lib/stages/stage.ts';
import { stageDefaults } from '../../lib/stages/stages.ts';

const debtor = { debtorName: 'CAISSE', debtorRib: '011780000000000000000150', debtorBic: 'BCMAMAMC' };

describe('a stage', () => {
  it('is refused when nobody said which', () => {
    expect(() => readStage(undefined, {})).toThrow(
      /-c stage=NAME, where NAME is one of local, staging, production/,
    );
  });

  it('is refused when its name is unknown', () => {
    expect(() => readStage('prod', {})).toThrow(/one of local, staging, production/);
  });

  it('needs no facts on a developer’s machine', () => {
    expect(readStage('local', {}).payments.debtor.rib).toBe('011780000000000000000150');
  });

  it.each(['staging', 'production'])('%s does not deploy without knowing who pays', (stage) => {
    expect(() => readStage(stage, {})).toThrow(
      /does not know who pays.*-c debtorRib=… or MILAF_DEBTOR_RIB=…/,
    );
    expect(() => readStage(stage, { ...debtor, debtorBic: undefined })).toThrow(/who pays/);
  });

  it('never lends the synthetic debtor to a real stage', () => {
    expect(stageDefaults.staging.payments.debtor).toBeUndefined();
    expect(stageDefaults.production.payments.debtor).toBeUndefined();
  });

  it('is refused when the debtor’s account has a wrong key', () => {
    expect(() => readStage('production', { ...debtor, debtorRib: '007780000123456789012397' })).toThrow(
      /right key/,
    );
  });

  it('says which setting is wrong', () => {
    expect(() => readStage('production', { ...debtor, region: 'Paris' })).toThrow(/region/);
  });

  it.each(['local', 'staging', 'production'] as const)(
    '%s leaves two thirds of the SMS that the account may send to claims and payments',
    (stage) => {
      const { sms, consumers, functionTimeoutSeconds, signIn } = stageDefaults[stage];
      const sumOf = (window: 'perMinute' | 'perDay') =>
        Object.values(signIn.codesInAll).reduce((sum, allowed) => sum + allowed[window], 0);
      expect(sumOf('perMinute')).toBeLessThanOrEqual(sms.messagesPerSecond * 20);
      expect(sumOf('perDay')).toBeLessThanOrEqual(sms.messagesPerDay / 3);
      // At that pace, a copy has time for its code.
      const codeSeconds = consumers.sendSignInCode.maxConcurrency / (sms.messagesPerSecond / 3);
      expect(codeSeconds).toBeLessThan(functionTimeoutSeconds.quick / 2);
    },
  );

  it.each([{ perMinute: 1000 }, { perDay: 100_000 }])(
    'is refused where codes to sign in would take the SMS of claims and payments (%o)',
    (many) => {
      const { codesInAll } = stageDefaults.production.signIn;
      const toStrangers = { ...codesInAll.toStrangers, ...many };
      const stage = {
        ...readStage('production', debtor),
        signIn: { ...stageDefaults.production.signIn, codesInAll: { ...codesInAll, toStrangers } },
      };
      expect(stageSchema.safeParse(stage).error?.issues).toMatchObject([
        { path: ['signIn', 'codesInAll'], message: 'takes SMS that claims and payments need' },
      ]);
    },
  );

  it('can be put into another region', () => {
    expect(readStage('production', { ...debtor, region: 'eu-south-2' }).region).toBe('eu-south-2');
  });
});

describe('deployment facts', () => {
  it('come from CDK context before the environment', () => {
    const context = (key: string) => (key === 'debtorName' ? 'FROM CONTEXT' : undefined);
    const facts = readDeploymentFacts(context, {
      MILAF_DEBTOR_NAME: 'FROM ENVIRONMENT',
      MILAF_DEBTOR_BIC: 'BCMAMAMC',
    });
    expect(facts).toMatchObject({ debtorName: 'FROM CONTEXT', debtorBic: 'BCMAMAMC' });
  });

  it('are read as numbers where they are quotas', () => {
    expect(
      readDeploymentFacts((key) => (key === 'ocrStartsPerSecond' ? '2.5' : undefined), {}).ocrStartsPerSecond,
    ).toBe(2.5);
  });
});

describe('the OCR pace', () => {
  const ocr = { startsPerSecond: 10, concurrentJobs: 600, typicalJobSeconds: 20, readingCheckSeconds: 300 };

  it('keeps to the calls a second', () => {
    expect(ocrPace(ocr)).toEqual({ startsPerSecond: 10, maxConcurrency: 5 });
  });

  it('starts no more jobs than can run at once', () => {
    expect(ocrPace({ ...ocr, concurrentJobs: 40 }).startsPerSecond).toBe(2);
  });

  it('lets no copy wait for its turn until its time is up', () => {
    const slow = ocrPace({ ...ocr, startsPerSecond: 0.5 });
    expect(slow.maxConcurrency / slow.startsPerSecond).toBeLessThan(30 / 3);
  });

  it('adds copies for a large quota', () => {
    expect(ocrPace({ ...ocr, startsPerSecond: 100, concurrentJobs: 10_000 }).maxConcurrency).toBe(50);
  });
});
