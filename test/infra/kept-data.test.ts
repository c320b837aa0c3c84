import { beforeAll, describe, expect, it } from 'vitest';
import { type Resource, STAGES, stringsIn, synthesise } from './synthesise.ts';

interface Replica {
  DeletionProtectionEnabled: boolean;
  PointInTimeRecoverySpecification: { PointInTimeRecoveryEnabled: boolean };
  SSESpecification?: { KMSMasterKeyId: unknown };
}

const KEPT_TYPES = [
  'AWS::DynamoDB::GlobalTable',
  'AWS::S3::Bucket',
  'AWS::KMS::Key',
  'AWS::SecretsManager::Secret',
];

describe.each(STAGES)('stage %s', (stage) => {
  let resources: readonly Resource[];
  const ofType = (type: string) => resources.filter(({ Type }) => Type === type);
  const tables = () =>
    ofType('AWS::DynamoDB::GlobalTable').map(({ Properties }) => ({
      name: String(Properties['TableName']),
      replicas: Properties['Replicas'] as Replica[],
      Properties,
    }));

  beforeAll(() => {
    ({ resources } = synthesise(stage));
  });

  it('can restore every table to any second', () => {
    expect(
      tables()
        .map(({ name }) => name)
        .sort(),
    ).toEqual(['audit', 'claims', 'figures', 'registry'].map((name) => `milaf-${stage}-${name}`));
    for (const { replicas } of tables()) {
      for (const replica of replicas)
        expect(replica.PointInTimeRecoverySpecification.PointInTimeRecoveryEnabled).toBe(true);
    }
  });

  it('keeps tables, documents and keys when a stack is deleted, except on a developer’s machine', () => {
    const policy = stage === 'local' ? 'Delete' : 'Retain';
    const kept = resources.filter(
      (resource) => KEPT_TYPES.includes(resource.Type) && resource.stack === `milaf-${stage}-data`,
    );
    expect(kept).toHaveLength(4 + 7 + 4 + 1);
    const otherwise = kept.filter(
      ({ DeletionPolicy, UpdateReplacePolicy }) =>
        DeletionPolicy !== policy || UpdateReplacePolicy !== policy,
    );
    expect(otherwise).toEqual([]);
    for (const { replicas } of tables())
      expect(replicas[0]!.DeletionProtectionEnabled).toBe(stage !== 'local');
  });

  it('encrypts medical data, identity and figures under different keys of our own', () => {
    const keyOf = (purpose: string) =>
      JSON.stringify(
        tables().find(({ name }) => name.endsWith(purpose))!.replicas[0]!.SSESpecification?.KMSMasterKeyId,
      );
    expect(keyOf('claims')).toContain('MedicalKey');
    expect(keyOf('registry')).toContain('IdentityKey');
    expect(keyOf('audit')).toContain('IdentityKey');
    expect(keyOf('figures')).toContain('OperationsKey');
  });

  it('renews its keys every year, except the one whose signatures must stay verifiable', () => {
    const signing = ofType('AWS::KMS::Key').filter(
      ({ Properties }) => Properties['KeyUsage'] === 'SIGN_VERIFY',
    );
    expect(signing.map(({ Properties }) => Properties['KeySpec'])).toEqual(['ECC_NIST_P256']);
    for (const key of ofType('AWS::KMS::Key').filter((each) => !signing.includes(each)))
      expect(key.Properties['EnableKeyRotation']).toBe(true);
  });

  it('has the secret of the registration numbers made up once, and never turns it', () => {
    const [secret, ...others] = ofType('AWS::SecretsManager::Secret').filter(
      ({ stack }) => stack === `milaf-${stage}-data`,
    );
    expect(others).toEqual([]);
    expect(secret!.Properties['GenerateSecretString']).toEqual({
      ExcludePunctuation: true,
      PasswordLength: 64,
    });
    expect(secret!.Properties['KmsKeyId']).toBeDefined();
    expect(ofType('AWS::SecretsManager::RotationSchedule')).toEqual([]);
  });

  it('removes what was made while working on lists, and nothing that was sent or answered', () => {
    const lists = ofType('AWS::S3::Bucket').find(({ Properties }) =>
      stringsIn(Properties['BucketName']).join('').includes('-lists-'),
    )!;
    const { Rules } = lists.Properties['LifecycleConfiguration'] as {
      Rules: { Prefix?: string; ExpirationInDays?: number }[];
    };
    const expiring = Rules.filter(({ ExpirationInDays }) => ExpirationInDays !== undefined);
    expect(expiring.map(({ Prefix }) => Prefix)).toEqual(['work/']);
  });

  it('puts what each item became on the tables’ streams', () => {
    for (const { Properties } of tables())
      expect(Properties['StreamSpecification']).toEqual({ StreamViewType: 'NEW_IMAGE' });
  });

  it('lets nobody outside into a bucket, and nobody without TLS', () => {
    const buckets = ofType('AWS::S3::Bucket');
    const policies = ofType('AWS::S3::BucketPolicy');
    expect(policies).toHaveLength(buckets.length);
    for (const { Properties } of buckets) {
      expect(Properties['PublicAccessBlockConfiguration']).toEqual({
        BlockPublicAcls: true,
        BlockPublicPolicy: true,
        IgnorePublicAcls: true,
        RestrictPublicBuckets: true,
      });
      expect(stringsIn(Properties['OwnershipControls'])).toEqual(['BucketOwnerEnforced']);
    }
    for (const { Properties } of policies) {
      const strings = stringsIn(Properties);
      expect(strings).toEqual(expect.arrayContaining(['Deny', 'false', 's3:*']));
    }
  });

  it('encrypts documents under our keys, keeps their versions and logs who asked for them', () => {
    const documents = ofType('AWS::S3::Bucket').filter(
      ({ Properties }) => !/access-logs|-pages-/.test(stringsIn(Properties['BucketName']).join('')),
    );
    expect(documents).toHaveLength(6);
    for (const { Properties } of documents) {
      expect(stringsIn(Properties['BucketEncryption'])).toContain('aws:kms');
      expect(JSON.stringify(Properties['BucketEncryption'])).toContain('"BucketKeyEnabled":true');
      expect(Properties['VersioningConfiguration']).toEqual({ Status: 'Enabled' });
      expect(Properties['LoggingConfiguration']).toBeDefined();
    }
  });

  it('names buckets so that they are unique in all of AWS', () => {
    for (const { Properties } of ofType('AWS::S3::Bucket')) {
      const name = stringsIn(Properties['BucketName']).join('');
      expect(name).toContain('AWS::AccountId');
      expect(name).toMatch(/eu-west-3$/);
    }
  });

  it('tags everything that costs money with its stage and its part', () => {
    const billed = [
      'AWS::DynamoDB::GlobalTable',
      'AWS::S3::Bucket',
      'AWS::Lambda::Function',
      'AWS::SQS::Queue',
      'AWS::KMS::Key',
    ];
    for (const { Type, Properties } of resources.filter((resource) => billed.includes(resource.Type))) {
      const tags =
        Type === 'AWS::DynamoDB::GlobalTable'
          ? (Properties['Replicas'] as { Tags: unknown }[])[0]!.Tags
          : Properties['Tags'];
      expect(tags).toEqual(
        expect.arrayContaining([
          { Key: 'milaf:stage', Value: stage },
          expect.objectContaining({ Key: 'milaf:part' }),
        ]),
      );
    }
  });
});
