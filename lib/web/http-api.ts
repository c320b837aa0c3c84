import { Stack } from 'aws-cdk-lib';
import { HttpApi, HttpMethod, HttpStage, type IHttpRouteAuthorizer } from 'aws-cdk-lib/aws-apigatewayv2';
import { HttpUserPoolAuthorizer } from 'aws-cdk-lib/aws-apigatewayv2-authorizers';
import { HttpLambdaIntegration } from 'aws-cdk-lib/aws-apigatewayv2-integrations';
import type { IFunction } from 'aws-cdk-lib/aws-lambda';
import { Construct } from 'constructs';
import type { Stage } from '../stages/stage.ts';
import type { InsuredPool } from './insured-pool.ts';
import type { StaffPool } from './staff-pool.ts';

export interface WebApiProps {
  readonly stage: Stage;
  readonly console: IFunction;
  readonly portal: IFunction;
  readonly staff: StaffPool;
  readonly insured: InsuredPool;
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
    new HttpStage(this, 'Stage', {
      httpApi: this.api,
      stageName: '$default',
      autoDeploy: true,
      throttle: { rateLimit: stage.web.requestsPerSecond, burstLimit: stage.web.requestsPerSecond * 2 },
    });
    const console = new HttpLambdaIntegration('Console', props.console);
    const portal = new HttpLambdaIntegration('Portal', props.portal);
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
    add('/api/portal-session', portal);
    add('/api/portal-session/{proxy+}', portal);
    add('/api/portal/{proxy+}', portal, forInsured);
  }

  /** Host and path under which CloudFront reaches the API. */
  get hostName(): string {
    const { region, urlSuffix } = Stack.of(this);
    return `${this.api.apiId}.execute-api.${region}.${urlSuffix}`;
  }
}
