import { CfnWebACL } from 'aws-cdk-lib/aws-wafv2';
import { Construct } from 'constructs';
import type { Stage } from '../stages/stage.ts';

/** How far back a rate rule looks. */
const WINDOW_SECONDS = 300;

/** Groups of rules that AWS keeps, in the order in which they are asked. */
const MANAGED_GROUPS = [
  { name: 'AWSManagedRulesAmazonIpReputationList', counted: [] },
  { name: 'AWSManagedRulesKnownBadInputsRuleSet', counted: [] },
  // A form with all its fields corrected is larger than the 8 KB that this group allows; the API has bounds of its own.
  { name: 'AWSManagedRulesCommonRuleSet', counted: ['SizeRestrictions_BODY'] },
] as const;

/** Where anyone may ask without a session. */
const SIGN_IN_PATHS = ['/api/session', '/api/portal-session'] as const;

const TOO_MANY = 'too-many';

/** What stands in front of console and portal: how much may come from one address, and what is known to be an attack. */
export class WebAcl extends Construct {
  readonly acl: CfnWebACL;

  constructor(scope: Construct, id: string, { name: stage, web }: Stage) {
    super(scope, id);
    const { requestsPerSource, signInRequestsPerSource } = web.firewall;
    this.acl = new CfnWebACL(this, 'Acl', {
      name: `milaf-${stage}`,
      description: 'Milaf: console and portal',
      scope: 'CLOUDFRONT',
      defaultAction: { allow: {} },
      customResponseBodies: {
        [TOO_MANY]: {
          contentType: 'APPLICATION_JSON',
          content: JSON.stringify({ code: 'SLOW_DOWN', title: 'Too many requests.', status: 429 }),
        },
      },
      visibilityConfig: seenAs(`milaf-${stage}`),
      rules: [
        ratePerSource('sign-in-per-source', 0, signInRequestsPerSource, {
          orStatement: { statements: SIGN_IN_PATHS.map(pathBelow) },
        }),
        ratePerSource('requests-per-source', 1, requestsPerSource),
        ...MANAGED_GROUPS.map(({ name, counted }, index) => managedGroup(name, counted, 2 + index)),
      ],
    });
  }
}

/** Samples of requests would keep cookies and numbers of people. */
const seenAs = (metricName: string): CfnWebACL.VisibilityConfigProperty => ({
  metricName,
  cloudWatchMetricsEnabled: true,
  sampledRequestsEnabled: false,
});

/** Addresses are read from the connection, never from a header that a client can write. */
function ratePerSource(
  name: string,
  priority: number,
  limit: number,
  scopeDownStatement?: CfnWebACL.StatementProperty,
): CfnWebACL.RuleProperty {
  return {
    name,
    priority,
    statement: {
      rateBasedStatement: {
        aggregateKeyType: 'IP',
        limit,
        evaluationWindowSec: WINDOW_SECONDS,
        ...(scopeDownStatement === undefined ? {} : { scopeDownStatement }),
      },
    },
    action: { block: { customResponse: { responseCode: 429, customResponseBodyKey: TOO_MANY } } },
    visibilityConfig: seenAs(name),
  };
}

function managedGroup(name: string, counted: readonly string[], priority: number): CfnWebACL.RuleProperty {
  return {
    name,
    priority,
    statement: {
      managedRuleGroupStatement: {
        vendorName: 'AWS',
        name,
        ruleActionOverrides: counted.map((rule) => ({ name: rule, actionToUse: { count: {} } })),
      },
    },
    overrideAction: { none: {} },
    visibilityConfig: seenAs(name),
  };
}

/** Written differently (`/API/…`, `%61pi`), a path is the same to whoever comes after. */
const pathBelow = (path: string): CfnWebACL.StatementProperty => ({
  byteMatchStatement: {
    searchString: path,
    fieldToMatch: { uriPath: {} },
    positionalConstraint: 'STARTS_WITH',
    textTransformations: [
      { priority: 0, type: 'URL_DECODE' },
      { priority: 1, type: 'NORMALIZE_PATH' },
      { priority: 2, type: 'LOWERCASE' },
    ],
  },
});
