import { RemovalPolicy, Stack } from 'aws-cdk-lib';
import { AccessLogFormat } from 'aws-cdk-lib/aws-apigateway';
import {
  CfnRoute,
  HttpApi,
  HttpMethod,
  HttpStage,
  type IHttpRouteAuthorizer,
  LogGroupLogDestination,
} from 'aws-cdk-lib/aws-apigatewayv2';
import { HttpUserPoolAuthorizer } from 'aws-cdk-lib/aws-apigatewayv2-authorizers';
import { HttpLambdaIntegration } from 'aws-cdk-lib/aws-apigatewayv2-integrations';
import type { IKey } from 'aws-cdk-lib/aws-kms';
import type { IFunction } from 'aws-cdk-lib/aws-lambda';
import { LogGroup } from 'aws-cdk-lib/aws-logs';
import { Construct } from 'constructs';
import { acknowledge } from '../constructs/acknowledge.ts';
import { RETENTION } from '../constructs/log-retention.ts';
import type { Stage } from '../stages/stage.ts';
import type { InsuredPool } from './insured-pool.ts';
import type { StaffPool } from './staff-pool.ts';

export interface WebApiProps {
  readonly stage: Stage;
  readonly console: IFunction;
  readonly portal: IFunction;
  readonly signIn: IFunction;
  readonly staff: StaffPool;
  readonly insured: InsuredPool;
  /** Encrypts the log. */
  readonly key: IKey;
}

/** The API: sign-in is open, all else is for holders of a token of the right pool. */
export class WebApi extends Construct {
  readonly api: HttpApi;

  constructor(scope: Construct, id: string, props: WebApiProps) {
    super(scope, id);
    const { stage, staff, insured } = props;
    this.api = new HttpApi(this, 'Api', {
      apiName: `milaf-${stage.name}`,
      description: 'Console and portal',
      createDefaultStage: false,
    });
    const log = new LogGroup(this, 'AccessLog', {
      logGroupName: `/milaf/${stage.name}/api`,
      retention: RETENTION[stage.logRetentionDays],
      encryptionKey: props.key,
      removalPolicy: stage.keepsData ? RemovalPolicy.RETAIN : RemovalPolicy.DESTROY,
    });
    new HttpStage(this, 'Stage', {
      httpApi: this.api,
      stageName: '$default',
      autoDeploy: true,
      // Which operation, how it went, how long it took: no address, no name, no query.
      accessLogSettings: {
        destination: new LogGroupLogDestination(log),
        format: AccessLogFormat.custom(
          JSON.stringify({
            requestId: '$context.requestId',
            at: '$context.requestTimeEpoch',
            method: '$context.httpMethod',
            route: '$context.routeKey',
            status: '$context.status',
            milliseconds: '$context.responseLatency',
            refusedBecause: '$context.authorizer.error',
          }),
        ),
      },
      throttle: { rateLimit: stage.web.requestsPerSecond, burstLimit: stage.web.requestsPerSecond * 2 },
    });
    const console = new HttpLambdaIntegration('Console', props.console);
    const portal = new HttpLambdaIntegration('Portal', props.portal);
    const signIn = new HttpLambdaIntegration('SignIn', props.signIn);
    const forStaff = new HttpUserPoolAuthorizer('Staff', staff.pool, { userPoolClients: [staff.client] });
    const forInsured = new HttpUserPoolAuthorizer('Insured', insured.pool, {
      userPoolClients: [insured.client],
    });
    const add = (path: string, integration: HttpLambdaIntegration, authorizer?: IHttpRouteAuthorizer) =>
      this.api.addRoutes({
        path,
        methods: [HttpMethod.ANY],
        integration,
        ...(authorizer === undefined ? {} : { authorizer }),
      });
    add('/api/session', console);
    add('/api/session/{proxy+}', console);
    add('/api/console/{proxy+}', console, forStaff);
    add('/api/portal-session', signIn);
    add('/api/portal-session/{proxy+}', signIn);
    add('/api/portal/{proxy+}', portal, forInsured);
    this.acknowledgeSignIn();
  }

  /** Whoever signs in has no token yet. */
  private acknowledgeSignIn(): void {
    for (const route of this.api.node.findAll()) {
      if (route instanceof CfnRoute && route.authorizationType === 'NONE')
        acknowledge(
          route,
          'APIG4',
          'Sign-in is open to whoever has no token yet; everything else asks for one.',
        );
    }
  }

  /** Host and path under which CloudFront reaches the API. */
  get hostName(): string {
    const { region, urlSuffix } = Stack.of(this);
    return `${this.api.apiId}.execute-api.${region}.${urlSuffix}`;
  }
}
