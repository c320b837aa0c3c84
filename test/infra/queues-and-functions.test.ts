import { beforeAll, describe, expect, it } from 'vitest';
import { FUNCTIONS, type Resource, STAGES, synthesise } from './synthesise.ts';

interface QueueProperties {
  QueueName: string;
  KmsMasterKeyId?: unknown;
  MessageRetentionPeriod: number;
  RedrivePolicy?: { deadLetterTargetArn: { 'Fn::GetAtt': [string, string] }; maxReceiveCount: number };
  VisibilityTimeout?: number;
}

describe.each(STAGES)('stage %s', (stage) => {
  let resources: readonly Resource[];
  const ofType = (type: string) => resources.filter(({ Type }) => Type === type);
  const byId = (id: string) => resources.find(({ logicalId }) => logicalId === id)!;
  const queues = () =>
    ofType('AWS::SQS::Queue').map((queue) => ({
      ...queue,
      properties: queue.Properties as unknown as QueueProperties,
    }));
  const deadLetterIds = () =>
    new Set(
      queues().flatMap(
        ({ properties }) => properties.RedrivePolicy?.deadLetterTargetArn['Fn::GetAtt'][0] ?? [],
      ),
    );

  beforeAll(() => {
    ({ resources } = synthesise(stage));
  });

  it('has a dead-letter queue for every queue that is not one', () => {
    const without = queues().filter(({ logicalId, properties }) => {
      const isDeadLetters = deadLetterIds().has(logicalId) || properties.QueueName.endsWith('-dead-letters');
      return !isDeadLetters && properties.RedrivePolicy === undefined;
    });
    expect(without).toEqual([]);
    expect(queues().length).toBeGreaterThan(16);
  });

  it('keeps what was set aside for fourteen days', () => {
    const forgetful = queues().filter(
      ({ properties }) => properties.MessageRetentionPeriod !== 14 * 24 * 3600,
    );
    expect(forgetful).toEqual([]);
  });

  it('encrypts every queue under a key of its own account', () => {
    expect(queues().filter(({ properties }) => properties.KmsMasterKeyId === undefined)).toEqual([]);
  });

  it('has a place for every event that a rule cannot deliver', () => {
    const rules = ofType('AWS::Events::Rule');
    expect(rules.length).toBeGreaterThanOrEqual(8);
    for (const { Properties } of rules) {
      for (const target of Properties['Targets'] as { DeadLetterConfig?: unknown }[])
        expect(target.DeadLetterConfig).toBeDefined();
    }
  });

  it('has the functions that are written and none that CDK smuggled in', () => {
    const names = ofType('AWS::Lambda::Function').map(({ Properties }) => String(Properties['FunctionName']));
    expect(FUNCTIONS.length).toBeGreaterThanOrEqual(16);
    expect(names.sort()).toEqual(FUNCTIONS.map((name) => `milaf-${stage}-${name}`));
    expect(
      resources.filter(
        ({ Type }) => Type.startsWith('Custom::') || Type === 'AWS::CloudFormation::CustomResource',
      ),
    ).toEqual([]);
  });

  it('runs every function on Node 24', () => {
    for (const { Properties } of ofType('AWS::Lambda::Function'))
      expect(Properties['Runtime']).toBe('nodejs24.x');
  });

  it('writes every log into a group that is encrypted and ends', () => {
    const groups = ofType('AWS::Logs::LogGroup');
    // One more: the API's own.
    expect(groups).toHaveLength(FUNCTIONS.length + 1);
    for (const { Properties } of groups) {
      expect(Properties['RetentionInDays']).toBeGreaterThan(0);
      expect(Properties['KmsKeyId']).toBeDefined();
    }
    for (const { Properties } of ofType('AWS::Lambda::Function')) {
      const { LogGroup } = Properties['LoggingConfig'] as { LogGroup: { Ref: string } };
      expect(byId(LogGroup.Ref).Type).toBe('AWS::Logs::LogGroup');
    }
  });

  it('sends to a queue over TLS only', () => {
    const protectedQueues = ofType('AWS::SQS::QueuePolicy').filter((policy) =>
      JSON.stringify(policy.Properties).includes('"aws:SecureTransport":"false"'),
    );
    expect(protectedQueues).toHaveLength(queues().length);
  });
});
