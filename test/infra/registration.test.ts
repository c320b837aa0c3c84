import { beforeAll, describe, expect, it } from 'vitest';
import { readStage } from '../../lib/stages/read-stage.ts';
import { type Resource, STAGES, stringsIn, synthesise } from './synthesise.ts';

interface FunctionProperties {
  Architectures: string[];
  MemorySize: number;
  EphemeralStorage?: { Size: number };
}

describe.each(STAGES)('registration in stage %s', (stage) => {
  let resources: readonly Resource[];
  const functionOf = (name: string) =>
    resources.find(({ Properties }) => Properties['FunctionName'] === `milaf-${stage}-${name}`)!
      .Properties as unknown as FunctionProperties;

  beforeAll(() => {
    ({ resources } = synthesise(stage));
  });

  it('has a stack of its own, so that it can be replaced while claims are processed', () => {
    const names = resources
      .filter(({ Type, stack }) => Type === 'AWS::SQS::Queue' && stack.endsWith('-registration'))
      .map(({ Properties }) => Properties['QueueName']);
    expect(names).toContain(`milaf-${stage}-verify-range`);
    expect(names).toContain(`milaf-${stage}-register-unit-dead-letters`);
  });

  it.each(['link-list', 'close-list'])('runs %s on the processor its compiled code is for', (name) => {
    const { Architectures, MemorySize, EphemeralStorage } = functionOf(name);
    expect(Architectures).toEqual(['x86_64']);
    expect(MemorySize).toBeGreaterThanOrEqual(2048);
    expect(EphemeralStorage!.Size).toBeGreaterThanOrEqual(1024);
  });

  it('uses no Athena unless it is asked for', () => {
    expect(resources.filter(({ Type }) => /^AWS::(Athena|Glue)::/.test(Type))).toEqual([]);
  });

  it('passes on new persons that carry an event, and accounts, and no other change of a person', () => {
    const mapping = resources.find(
      ({ Type, logicalId }) =>
        Type === 'AWS::Lambda::EventSourceMapping' && logicalId.includes('RegistryStream'),
    )!;
    const patterns = stringsIn(mapping.Properties['FilterCriteria']).map(
      (pattern) => JSON.parse(pattern) as unknown,
    );
    expect(patterns).toEqual([
      { eventName: ['INSERT'], dynamodb: { Keys: { sk: { S: [{ prefix: 'EVENT#' }] } } } },
      {
        eventName: ['INSERT'],
        dynamodb: {
          Keys: { sk: { S: ['PROFILE'] } },
          NewImage: { event: { M: { eventId: { S: [{ exists: true }] } } } },
        },
      },
      { eventName: ['INSERT', 'MODIFY'], dynamodb: { Keys: { sk: { S: [{ prefix: 'ACCOUNT#' }] } } } },
      { eventName: ['INSERT', 'MODIFY'], dynamodb: { Keys: { sk: { S: [{ prefix: 'SENT#' }] } } } },
    ]);
  });
});

describe('a stage that links lists with Athena', () => {
  let resources: readonly Resource[];

  beforeAll(() => {
    ({ resources } = synthesise('production', { linkEngine: 'athena' }));
  });

  it('has a workgroup that encrypts its results in the lists bucket and a database', () => {
    const workGroup = resources.find(({ Type }) => Type === 'AWS::Athena::WorkGroup')!;
    const configuration = JSON.stringify(workGroup.Properties);
    expect(configuration).toContain('/work/athena/');
    expect(configuration).toContain('SSE_KMS');
    expect(configuration).toContain('"EnforceWorkGroupConfiguration":true');
    expect(resources.filter(({ Type }) => Type === 'AWS::Glue::Database')).toHaveLength(1);
  });

  it('tells link-list where, and lets nobody else query', () => {
    const linkList = resources.find(
      ({ Properties }) => Properties['FunctionName'] === 'milaf-production-link-list',
    )!;
    expect(linkList.Properties['Environment']).toMatchObject({
      Variables: { LINK_ENGINE: 'athena', ATHENA_WORKGROUP: 'milaf-production-lists' },
    });
    const querying = resources.filter(
      ({ Type, Properties }) =>
        Type === 'AWS::IAM::Policy' && JSON.stringify(Properties).includes('athena:StartQueryExecution'),
    );
    expect(querying.map(({ logicalId }) => logicalId)).toEqual([expect.stringMatching(/^ListWorkLinkList/)]);
  });

  it('is refused when the engine is unknown', () => {
    const debtor = { debtorName: 'CAISSE', debtorRib: '011780000000000000000150', debtorBic: 'BCMAMAMC' };
    expect(() => readStage('production', { ...debtor, linkEngine: 'spark' })).toThrow(/linkEngine/);
  });
});
