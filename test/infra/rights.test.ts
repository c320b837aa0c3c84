import { beforeAll, describe, expect, it } from 'vitest';
import { type Resource, STAGES, stringsIn, synthesise } from './synthesise.ts';

interface Statement {
  Effect: 'Allow' | 'Deny';
  Action: string | string[];
  Resource: unknown;
}

/** Actions for which AWS has no resource to name; whoever adds one must say here why. */
const WITHOUT_RESOURCE = [
  'sns:Publish',
  'textract:GetDocumentTextDetection',
  'textract:StartDocumentTextDetection',
  'xray:PutTelemetryRecords',
  'xray:PutTraceSegments',
];

describe.each(STAGES)('stage %s', (stage) => {
  let resources: readonly Resource[];

  beforeAll(() => {
    ({ resources } = synthesise(stage));
  });

  /** Statements of the policies of roles, with the logical id of the policy. */
  const statements = () =>
    resources
      .filter(({ Type }) => Type === 'AWS::IAM::Policy')
      .flatMap(({ Properties, logicalId }) =>
        (Properties['PolicyDocument'] as { Statement: Statement[] }).Statement.map((statement) => ({
          policy: logicalId,
          effect: statement.Effect,
          actions: [statement.Action].flat(),
          resources: [statement.Resource].flat(),
        })),
      );
  const allowed = () => statements().filter(({ effect }) => effect === 'Allow');
  const whoMay = (action: string, resource = '') =>
    allowed()
      .filter(
        ({ actions, resources: on }) =>
          actions.includes(action) && stringsIn(on).join(' ').includes(resource),
      )
      .map(({ policy }) => policy.replace(/ConsumerRole.*$|RoleDefaultPolicy.*$/, ''))
      .sort();

  it('allows actions on everything only where AWS has nothing to name', () => {
    const broad = allowed().filter(({ resources: on }) => on.includes('*'));
    const actions = new Set(broad.flatMap(({ actions: names }) => names));
    expect(WITHOUT_RESOURCE).toEqual(expect.arrayContaining([...actions]));
  });

  it('names every action in full', () => {
    expect(
      allowed()
        .flatMap(({ actions }) => actions)
        .filter((action) => action.includes('*')),
    ).toEqual([]);
  });

  it('uses no policy of AWS’s own, whose contents can change', () => {
    const roles = resources.filter(({ Type }) => Type === 'AWS::IAM::Role');
    expect(roles.filter(({ Properties }) => Properties['ManagedPolicyArns'] !== undefined)).toEqual([]);
  });

  it('lets no function delete a claim, an event, a person or a document', () => {
    const deleting = allowed()
      .flatMap(({ actions }) => actions)
      .filter((action) => /^(dynamodb|s3):Delete/.test(action));
    expect(deleting).toEqual([]);
  });

  it('lets only order-payments write a bank order', () => {
    expect(whoMay('s3:PutObject', '/remittances/*')).toEqual(['PaymentsOrderPayments']);
    expect(whoMay('s3:PutObject', '-bank-')).toEqual(['PaymentsOrderPayments']);
  });

  it('lets only notify-person text people, and nothing else through SNS', () => {
    expect(whoMay('sns:Publish')).toEqual(['NotificationNotifyPerson', 'ReadingChannel']);
    const denied = statements().filter(
      ({ effect, actions }) => effect === 'Deny' && actions.includes('sns:Publish'),
    );
    expect(denied.map(({ resources: on }) => on)).toEqual([['arn:aws:sns:*:*:*']]);
  });

  it('lets no function change the registry', () => {
    const registryWriters = allowed().filter(
      ({ actions, resources: on }) =>
        actions.includes('dynamodb:PutItem') && JSON.stringify(on).includes('Registry'),
    );
    expect(registryWriters).toEqual([]);
  });

  it('lets only start-reading hand a role to another service, and only to Textract', () => {
    expect(whoMay('iam:PassRole')).toEqual(['ReadingStartReading']);
    const policy = JSON.stringify(resources.filter(({ Type }) => Type === 'AWS::IAM::Policy'));
    expect(policy).toContain('"iam:PassedToService":"textract.amazonaws.com"');
  });

  it('lets Textract use its role for jobs of this account only', () => {
    const role = resources.find(
      ({ Type, logicalId }) => Type === 'AWS::IAM::Role' && logicalId.startsWith('ReadingChannel'),
    )!;
    const conditions = JSON.stringify(role.Properties['AssumeRolePolicyDocument']);
    expect(conditions).toContain('aws:SourceAccount');
    expect(conditions).toContain('aws:SourceArn');
  });
});
