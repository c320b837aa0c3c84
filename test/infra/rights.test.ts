import { beforeAll, describe, expect, it } from 'vitest';
import { type Resource, STAGES, stringsIn, synthesise } from './synthesise.ts';

interface Statement {
  Effect: 'Allow' | 'Deny';
  Action: string | string[];
  Resource: unknown;
  Condition?: unknown;
}

/** Actions for which AWS has no resource to name; whoever adds one must say here why. */
const WITHOUT_RESOURCE = [
  'sns:Publish',
  'textract:DetectDocumentText',
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
      .flatMap(({ Properties, logicalId, stack }) =>
        (Properties['PolicyDocument'] as { Statement: Statement[] }).Statement.map((statement) => ({
          policy: logicalId,
          stack,
          condition: JSON.stringify(statement.Condition ?? {}),
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

  const registrationStack = `milaf-${stage}-registration`;
  const webStack = `milaf-${stage}-web`;
  const registryWriters = () =>
    allowed().filter(
      ({ actions, resources: on }) =>
        actions.includes('dynamodb:PutItem') && JSON.stringify(on).includes('Registry'),
    );

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

  it('lets only three functions text people, and nothing else through SNS', () => {
    expect(whoMay('sns:Publish')).toEqual([
      'InsuredSignInSendSignInCode',
      'NotificationNotifyPerson',
      'ReadingChannel',
      'TellingSendRegistrationSms',
    ]);
    const denied = statements().filter(
      ({ effect, actions }) => effect === 'Deny' && actions.includes('sns:Publish'),
    );
    expect(denied.map(({ resources: on }) => on)).toEqual(Array(3).fill(['arn:aws:sns:*:*:*']));
  });

  it('lets only check-rights walk through a table', () => {
    expect(whoMay('dynamodb:Scan')).toEqual(['RightsCheckRights']);
    expect(whoMay('dynamodb:Scan', 'Registry')).toEqual(['RightsCheckRights']);
  });

  it('lets no function of the claims pipeline change the registry', () => {
    expect(registryWriters().filter(({ stack }) => ![registrationStack, webStack].includes(stack))).toEqual(
      [],
    );
  });

  it('lets the portal change the files of people, the console add to them, and nothing else of the registry', () => {
    const rights = registryWriters()
      .filter(({ stack }) => stack === webStack)
      .map(({ policy, condition }) => [policy.replace(/RoleDefaultPolicy.*$/, ''), condition]);
    const below = (...prefixes: string[]) =>
      JSON.stringify({ 'ForAllValues:StringLike': { 'dynamodb:LeadingKeys': prefixes } });
    expect(Object.fromEntries(rights)).toEqual({
      InsuredSignInChallengeInsuredServed: below('SIGN_IN_FLOW#*'),
      InsuredSignInSendSignInCodeConsumer: below('SIGN_IN_FLOW#*', 'SIGN_IN_COUNT#*'),
      InsuredSignInServeSignInServed: below(
        'SIGN_IN_FLOW#*',
        'SIGN_IN_COUNT#*',
        'SIGN_IN_DEVICE#*',
        'POOL_USER#*',
      ),
      ServeConsoleServed: below('PERSON#*', 'CIN#*'),
      ServePortalServed: below('PERSON#*', 'REQUEST#*'),
    });
    expect(whoMay('dynamodb:UpdateItem', 'Registry')).not.toContain('ServeConsoleServed');
  });

  it('lets the portal write no claim: what the insured sends for one is put beside it by another', () => {
    for (const action of ['dynamodb:PutItem', 'dynamodb:UpdateItem']) {
      expect(whoMay(action, 'Claims')).toContain('AdjudicationAdjudicateClaim');
      expect(whoMay(action, 'Claims')).not.toContain('ServePortalServed');
    }
    // It sees that a document was uploaded, and cannot look at it.
    expect(whoMay('s3:GetObject', '-evidence-')).not.toContain('ServePortalServed');
  });

  it('lets steps that read what others send change records of lists and of no person', () => {
    const readers = [
      'ListIntakeReceiveList',
      'ListIntakeAdvanceList',
      'ListWorkVerifyRange',
      'ListWorkLinkList',
    ];
    for (const reader of [...readers, 'ListWorkCloseList']) {
      const rights = registryWriters().filter(({ policy }) => policy.startsWith(reader));
      expect(rights).toHaveLength(1);
      expect(rights[0]!.condition).toBe(
        '{"ForAllValues:StringLike":{"dynamodb:LeadingKeys":["LIST#*","LISTS#*","LISTCONTENT#*"]}}',
      );
    }
  });

  it('keeps registration away from claims, scans, readings and the bank', () => {
    const reached = allowed()
      .filter(({ stack }) => stack === registrationStack)
      .map(({ resources: on }) => JSON.stringify(on));
    expect(reached.length).toBeGreaterThan(20);
    const forbidden = /Claims|MedicalKey|-(scans|quarantine|readings|bank)-/;
    expect(reached.filter((resource) => forbidden.test(resource))).toEqual([]);
  });

  it('keeps claims away from lists, the signing key and the secret of the numbers', () => {
    const reached = allowed()
      .filter(({ stack }) => stack !== registrationStack)
      .map(({ resources: on }) => JSON.stringify(on));
    expect(reached.filter((resource) => /-lists-|SigningKey|NumberSecret/.test(resource))).toEqual([]);
  });

  it('lets only register-unit know the secret of the registration numbers', () => {
    expect(whoMay('secretsmanager:GetSecretValue', 'NumberSecret')).toEqual(['ListWorkRegisterUnit']);
  });

  it('lets only what answers the API know the secret of the site', () => {
    expect(whoMay('secretsmanager:GetSecretValue')).toEqual([
      'InsuredSignInServeSignInServed',
      'ListWorkRegisterUnit',
      'ServeConsoleServed',
      'ServePortalServed',
    ]);
  });

  it('keeps what answers a sign-in from seeing who is insured, and from texting anyone', () => {
    const reached = allowed().filter(({ policy }) => /^InsuredSignIn(ServeSignIn|Challenge)/.test(policy));
    expect(reached.length).toBeGreaterThan(5);
    const ofTables = reached.filter(({ actions }) =>
      actions.some((action) => action.startsWith('dynamodb:')),
    );
    for (const { condition } of ofTables) expect(condition).toMatch(/LeadingKeys/);
    expect(JSON.stringify(reached)).not.toMatch(/PERSON#|CIN#|sns:Publish/);
  });

  it('lets only check-rights walk through a table, and only the registry', () => {
    expect(whoMay('dynamodb:Scan')).toEqual(['RightsCheckRights']);
    expect(whoMay('dynamodb:Scan', 'Registry')).toEqual(['RightsCheckRights']);
  });

  it('lets only close-list sign', () => {
    expect(whoMay('kms:Sign')).toEqual(['ListWorkCloseList']);
  });

  it('lets the two APIs have keys for cursors made, and use the key for nothing else by themselves', () => {
    const direct = allowed().filter(
      ({ actions, condition }) =>
        actions.includes('kms:GenerateDataKey') && !condition.includes('kms:ViaService'),
    );
    expect(direct.map(({ policy }) => policy.replace(/RoleDefaultPolicy.*$/, '')).sort()).toEqual([
      'ServeConsoleServed',
      'ServePortalServed',
    ]);
    for (const { condition, resources: on } of direct) {
      expect(condition).toBe('{"StringEquals":{"kms:EncryptionContext:purpose":"page-cursor"}}');
      expect(stringsIn(on).join(' ')).toContain('Operations');
    }
  });

  it('lets only close-list answer a list, and only collect-reading keep an answer of the OCR', () => {
    expect(whoMay('s3:PutObject', '/answers/*')).toEqual(['ListWorkCloseList', 'ReadingCollectReading']);
  });

  it('lets only read-forms have a page read while it waits', () => {
    expect(whoMay('textract:DetectDocumentText')).toEqual(['ReadingReadForms']);
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
