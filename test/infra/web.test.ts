import { beforeAll, describe, expect, it } from 'vitest';
import { type Resource, STAGES, stringsIn, synthesise } from './synthesise.ts';

interface RouteProperties {
  RouteKey: string;
  AuthorizationType: string;
}

interface PoolProperties {
  MfaConfiguration?: string;
  AdminCreateUserConfig: { AllowAdminCreateUserOnly: boolean };
}

const OPEN = /^ANY \/api\/(portal-)?session(\/\{proxy\+\})?$/;

describe.each(STAGES)('console and portal of stage %s', (stage) => {
  let resources: readonly Resource[];
  const ofType = (type: string) => resources.filter(({ Type }) => Type === type);
  const pools = () =>
    ofType('AWS::Cognito::UserPool').map(({ Properties }) => Properties as unknown as PoolProperties);

  beforeAll(() => {
    ({ resources } = synthesise(stage));
  });

  it('answers nobody without a token but whoever signs in', () => {
    const routes = ofType('AWS::ApiGatewayV2::Route').map(
      ({ Properties }) => Properties as unknown as RouteProperties,
    );
    expect(routes.length).toBeGreaterThanOrEqual(6);
    for (const { RouteKey, AuthorizationType } of routes)
      expect([RouteKey, AuthorizationType]).toEqual([RouteKey, OPEN.test(RouteKey) ? 'NONE' : 'JWT']);
  });

  it('takes tokens of the staff for the console and tokens of the insured for the portal', () => {
    const authorizers = ofType('AWS::ApiGatewayV2::Authorizer');
    expect(authorizers.map(({ Properties }) => Properties['AuthorizerType'])).toEqual(['JWT', 'JWT']);
    const issuers = authorizers.map(({ Properties }) => JSON.stringify(Properties['JwtConfiguration']));
    expect(new Set(issuers).size).toBe(2);
  });

  it('has bounds for how much may be asked of it', () => {
    const [apiStage] = ofType('AWS::ApiGatewayV2::Stage');
    const { ThrottlingRateLimit, ThrottlingBurstLimit } = apiStage!.Properties['DefaultRouteSettings'] as {
      ThrottlingRateLimit: number;
      ThrottlingBurstLimit: number;
    };
    expect(ThrottlingRateLimit).toBeGreaterThan(0);
    expect(ThrottlingBurstLimit).toBeGreaterThanOrEqual(ThrottlingRateLimit);
  });

  it('logs requests without addresses, names and queries', () => {
    const [apiStage] = ofType('AWS::ApiGatewayV2::Stage');
    const { Format } = apiStage!.Properties['AccessLogSettings'] as { Format: string };
    expect(Format).toContain('$context.routeKey');
    expect(Format).not.toMatch(/sourceIp|userAgent|authorizer\.claims|querystring|\$context\.path/i);
  });

  it('lets nobody write what decides their rights: their channel, their number', () => {
    const clients = ofType('AWS::Cognito::UserPoolClient');
    expect(clients).toHaveLength(2);
    for (const { Properties } of clients) expect(Properties['WriteAttributes']).toEqual(['locale']);
  });

  it('lets nobody make an account for themselves', () => {
    expect(pools()).toHaveLength(2);
    for (const { AdminCreateUserConfig } of pools())
      expect(AdminCreateUserConfig.AllowAdminCreateUserOnly).toBe(true);
  });

  it('demands a second factor of the staff, except on a developer’s machine', () => {
    const staff = pools().filter(({ MfaConfiguration }) => MfaConfiguration !== undefined);
    expect(staff.map(({ MfaConfiguration }) => MfaConfiguration)).toEqual([
      stage === 'local' ? 'OPTIONAL' : 'ON',
    ]);
  });

  it('runs no code but its own in a page, and shows the page in no other site', () => {
    const [policy] = ofType('AWS::CloudFront::ResponseHeadersPolicy');
    const headers = stringsIn(policy!.Properties).join('\n');
    expect(headers).toContain("default-src 'self'");
    expect(headers).toContain("frame-ancestors 'none'");
    expect(headers).not.toMatch(/script-src|unsafe-eval|default-src[^;]*unsafe-inline/);
  });

  it('has each upload that a form leads to looked at by the step that counts forms used twice', () => {
    const posted = ofType('AWS::S3::Bucket').filter(({ Properties }) =>
      stringsIn(Properties['CorsConfiguration']).includes('POST'),
    );
    expect(posted.length).toBeGreaterThanOrEqual(2);
    for (const { Properties } of posted) {
      const name = stringsIn(Properties['BucketName']).find((text) => text.startsWith(`milaf-${stage}-`))!;
      expect(JSON.stringify(Properties['NotificationConfiguration'])).toContain('EventBridge');
      const targets = ofType('AWS::Events::Rule')
        .filter((rule) => stringsIn(rule.Properties['EventPattern']).some((text) => text.includes(name)))
        .map((rule) => JSON.stringify(rule.Properties['Targets']));
      expect(targets.join()).toMatch(/ReceiveFileWorkQueue/);
    }
  });

  it('loads documents from its own buckets, and from nobody else’s', () => {
    const [policy] = ofType('AWS::CloudFront::ResponseHeadersPolicy');
    const text = JSON.stringify(policy?.Properties);
    expect(text).toContain('img-src');
    expect(text).not.toContain('*.s3');
  });

  it('shows pages over TLS only', () => {
    const [distribution] = ofType('AWS::CloudFront::Distribution');
    expect(JSON.stringify(distribution!.Properties)).not.toContain('allow-all');
  });
});
