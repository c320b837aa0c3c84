import { readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';
import type { Stack } from 'aws-cdk-lib';
import { Annotations, Match } from 'aws-cdk-lib/assertions';
import { beforeAll, describe, expect, it } from 'vitest';
import { buildStage, REPOSITORY, type Resource, STAGES, stringsIn, synthesise } from './synthesise.ts';

interface Rule {
  readonly Name: string;
  readonly Priority: number;
  readonly Action?: { Block?: { CustomResponse?: { ResponseCode: number } } };
  readonly OverrideAction?: object;
  readonly Statement: {
    readonly RateBasedStatement?: {
      AggregateKeyType: string;
      Limit: number;
      EvaluationWindowSec: number;
      ScopeDownStatement?: object;
    };
    readonly ManagedRuleGroupStatement?: { VendorName: string; Name: string };
  };
}

interface DistributionConfig {
  WebACLId?: string;
  Origins: { Id: string; OriginCustomHeaders?: { HeaderName: string; HeaderValue: unknown }[] }[];
  CacheBehaviors: { PathPattern: string; TargetOriginId: string; FunctionAssociations: unknown[] }[];
}

const REAL = STAGES.filter((stage) => stage !== 'local');

describe.each(REAL)('the edge of stage %s', (stage) => {
  let resources: readonly Resource[];
  const ofType = (type: string) => resources.filter(({ Type }) => Type === type);
  const acl = () => ofType('AWS::WAFv2::WebACL')[0]!;
  const rules = () => acl().Properties['Rules'] as Rule[];

  beforeAll(() => {
    ({ resources } = synthesise(stage));
  });

  it('has a web ACL for CloudFront, in the region that CloudFront takes it from', () => {
    expect(ofType('AWS::WAFv2::WebACL')).toHaveLength(1);
    expect(acl()).toMatchObject({ stack: `milaf-${stage}-edge`, Properties: { Scope: 'CLOUDFRONT' } });
    const edge = buildStage(stage).app.node.findChild('MilafEdge');
    expect(edge).toMatchObject({ region: 'us-east-1' });
  });

  it('puts it in front of pages and API', () => {
    const [distribution] = ofType('AWS::CloudFront::Distribution');
    const { WebACLId } = distribution!.Properties['DistributionConfig'] as DistributionConfig;
    expect(WebACLId).toMatch(/^arn:aws:wafv2:us-east-1:/);
  });

  it('bounds what one source asks for, and sign-ins closer than the rest', () => {
    const rates = rules().flatMap(({ Name, Action, Statement: { RateBasedStatement } }) =>
      RateBasedStatement === undefined ? [] : [{ Name, Action, ...RateBasedStatement }],
    );
    expect(rates.map(({ Name }) => Name)).toEqual(['sign-in-per-source', 'requests-per-source']);
    for (const rate of rates) {
      // Never by a header, which a client can write.
      expect(rate.AggregateKeyType).toBe('IP');
      expect(rate.Action?.Block?.CustomResponse?.ResponseCode).toBe(429);
    }
    const [signIn, all] = rates;
    expect(signIn!.Limit).toBeLessThan(all!.Limit);
    expect(all!.ScopeDownStatement).toBeUndefined();
    expect(stringsIn(signIn!.ScopeDownStatement)).toEqual(
      expect.arrayContaining(['/api/session', '/api/portal-session', 'URL_DECODE', 'NORMALIZE_PATH']),
    );
  });

  it('asks the groups of rules that AWS keeps, and blocks what they block', () => {
    const groups = rules().filter(({ Statement }) => Statement.ManagedRuleGroupStatement !== undefined);
    expect(groups.map(({ Statement }) => Statement.ManagedRuleGroupStatement?.Name)).toEqual([
      'AWSManagedRulesAmazonIpReputationList',
      'AWSManagedRulesKnownBadInputsRuleSet',
      'AWSManagedRulesCommonRuleSet',
    ]);
    for (const { OverrideAction } of groups) expect(OverrideAction).toEqual({ None: {} });
    expect(new Set(rules().map(({ Priority }) => Priority)).size).toBe(rules().length);
  });

  it('keeps no sample of a request, with its cookies and numbers', () => {
    expect(JSON.stringify(acl().Properties)).not.toContain('"SampledRequestsEnabled":true');
  });
});

const faultsOf = (stack: Stack) =>
  Annotations.fromStack(stack)
    .findError('*', Match.anyValue())
    .map(({ entry }) => entry.data);

it.each(REAL)('is no site without its web ACL: stage %s is refused, and told what to do', (stage) => {
  const { web } = buildStage(stage, { facts: { webAclArn: undefined } });
  expect(faultsOf(web)).toEqual([expect.stringMatching(/Deploy MilafEdge first.*webAclArn/)]);
});

it.each(STAGES)('lets stage %s be deployed with it', (stage) => {
  expect(faultsOf(buildStage(stage).web)).toEqual([]);
});

it('takes no other thing for a web ACL', () => {
  expect(() => buildStage('production', { facts: { webAclArn: 'none' } })).toThrow(/webAclArn/);
});

describe.each(STAGES)('the API of stage %s', (stage) => {
  let resources: readonly Resource[];
  const ofType = (type: string) => resources.filter(({ Type }) => Type === type);
  const environmentOf = (name: string) =>
    (
      resources.find(({ Properties }) => Properties['FunctionName'] === `milaf-${stage}-${name}`)!.Properties[
        'Environment'
      ] as { Variables: Record<string, unknown> }
    ).Variables;

  beforeAll(() => {
    ({ resources } = synthesise(stage));
  });

  it('is shown by CloudFront a secret that stands in no template', () => {
    const [distribution] = ofType('AWS::CloudFront::Distribution');
    const config = distribution!.Properties['DistributionConfig'] as DistributionConfig;
    const api = config.CacheBehaviors.find(({ PathPattern }) => PathPattern === '/api/*')!;
    const origin = config.Origins.find(({ Id }) => Id === api.TargetOriginId)!;
    expect(origin.OriginCustomHeaders).toEqual([
      { HeaderName: 'x-milaf-origin', HeaderValue: expect.anything() as unknown },
    ]);
    const value = stringsIn(origin.OriginCustomHeaders![0]!.HeaderValue).join('');
    expect(value).toMatch(/^\{\{resolve:secretsmanager:.*:SecretString:::\}\}$/);
    // The pages' origin is another one, and not told.
    expect(
      config.Origins.filter(({ OriginCustomHeaders }) => OriginCustomHeaders !== undefined),
    ).toHaveLength(1);
  });

  it('names to every function behind it which secret to ask for', () => {
    for (const name of ['serve-console', 'serve-portal', 'serve-sign-in'])
      expect(JSON.stringify(environmentOf(name)['ORIGIN_SECRET_ID'])).toMatch(/OriginSecret/);
  });

  it('tells the viewer’s address by the connection, for each of its paths', () => {
    const [distribution] = ofType('AWS::CloudFront::Distribution');
    const config = distribution!.Properties['DistributionConfig'] as DistributionConfig;
    const api = config.CacheBehaviors.find(({ PathPattern }) => PathPattern === '/api/*')!;
    expect(JSON.stringify(api.FunctionAssociations)).toMatch(
      /viewerrequest.*"viewer-request"|"viewer-request".*viewerrequest/,
    );
  });

  it('has copies of its functions counted off, so that no flood takes those of claims and payments', () => {
    const reserved = Object.fromEntries(
      ofType('AWS::Lambda::Function')
        .filter(({ Properties }) => Properties['ReservedConcurrentExecutions'] !== undefined)
        .map(({ Properties }) => [
          String(Properties['FunctionName']).replace(`milaf-${stage}-`, ''),
          Properties['ReservedConcurrentExecutions'] as number,
        ]),
    );
    expect(Object.keys(reserved).sort()).toEqual([
      'challenge-insured',
      'serve-console',
      'serve-portal',
      'serve-sign-in',
    ]);
    const sum = Object.values(reserved).reduce((one, other) => one + other, 0);
    // Of 1,000 that an account usually has.
    expect(sum).toBeLessThanOrEqual(300);
  });
});

it('makes every function that answers the API refuse what comes beside the site', () => {
  const served = readdirSync(path.join(REPOSITORY, 'lambdas'))
    .filter((name) => name.startsWith('serve-'))
    .map((name) => readFileSync(path.join(REPOSITORY, 'lambdas', name, 'index.ts'), 'utf8'));
  expect(served.length).toBeGreaterThanOrEqual(3);
  for (const index of served) expect(index).toMatch(/apiLambda\(\s*app,\s*new OriginSecret\(/);
});
