import path from 'node:path';
import { Annotations, Duration, Fn, RemovalPolicy, Stack } from 'aws-cdk-lib';
import { Certificate } from 'aws-cdk-lib/aws-certificatemanager';
import {
  AllowedMethods,
  CachePolicy,
  Distribution,
  type DistributionProps,
  Function,
  FunctionCode,
  FunctionEventType,
  FunctionRuntime,
  HeadersFrameOption,
  HeadersReferrerPolicy,
  HttpVersion,
  OriginProtocolPolicy,
  OriginRequestPolicy,
  PriceClass,
  ResponseHeadersPolicy,
  SecurityPolicyProtocol,
  ViewerProtocolPolicy,
} from 'aws-cdk-lib/aws-cloudfront';
import { HttpOrigin, S3BucketOrigin } from 'aws-cdk-lib/aws-cloudfront-origins';
import { PolicyStatement, ServicePrincipal } from 'aws-cdk-lib/aws-iam';
import { BlockPublicAccess, Bucket, BucketEncryption, ObjectOwnership } from 'aws-cdk-lib/aws-s3';
import { Construct } from 'constructs';
import { acknowledge } from '../constructs/acknowledge.ts';
import { howToGive } from '../stages/deployment-facts.ts';
import type { Stage } from '../stages/stage.ts';
import type { WebApi } from './http-api.ts';
import type { OriginSecret } from './origin-secret.ts';

export interface SiteProps {
  readonly stage: Stage;
  readonly api: WebApi;
  readonly originSecret: OriginSecret;
  readonly accessLogsBucketName: string;
  /** From and to which pages load pictures and documents: these and no other, since anyone may have a bucket. */
  readonly documentBucketNames: readonly string[];
}

/** The pages and, below `/api`, the API: one origin for the browser, so nothing is ever sent across sites. */
export class Site extends Construct {
  readonly distribution: Distribution;
  readonly pagesBucketName: string;
  readonly address: string;

  constructor(
    scope: Construct,
    id: string,
    { stage, api, originSecret, accessLogsBucketName, documentBucketNames }: SiteProps,
  ) {
    super(scope, id);
    const { account, region } = Stack.of(this);
    const isLocal = stage.web.localGatewayPort !== undefined;
    const pages = new Bucket(this, 'Pages', {
      bucketName: `milaf-${stage.name}-pages-${account}-${region}`,
      encryption: BucketEncryption.S3_MANAGED,
      blockPublicAccess: BlockPublicAccess.BLOCK_ALL,
      objectOwnership: ObjectOwnership.BUCKET_OWNER_ENFORCED,
      serverAccessLogsBucket: Bucket.fromBucketName(this, 'AccessLogs', accessLogsBucketName),
      serverAccessLogsPrefix: 'pages/',
      // The emulator speaks plain HTTP inside, and takes this rule at its word.
      ...(isLocal ? {} : { enforceSSL: true, minimumTLSVersion: 1.2 }),
      removalPolicy: RemovalPolicy.DESTROY,
    });
    this.pagesBucketName = pages.bucketName;
    const viewerProtocolPolicy = isLocal
      ? ViewerProtocolPolicy.ALLOW_ALL
      : ViewerProtocolPolicy.REDIRECT_TO_HTTPS;
    const responseHeadersPolicy = this.addHeaders(stage, documentBucketNames);
    const pagesOrigin = S3BucketOrigin.withOriginAccessControl(
      // By name: CDK's own types of a bucket disagree under our compiler options.
      Bucket.fromBucketName(this, 'PagesByName', pages.bucketName),
    );
    this.distribution = new Distribution(this, 'Distribution', {
      comment: `milaf-${stage.name}: console and portal`,
      defaultRootObject: 'index.html',
      httpVersion: HttpVersion.HTTP2_AND_3,
      priceClass: PriceClass.PRICE_CLASS_100,
      minimumProtocolVersion: SecurityPolicyProtocol.TLS_V1_2_2021,
      ...this.ownDomain(stage),
      ...(stage.web.webAclArn === undefined ? {} : { webAclId: stage.web.webAclArn }),
      defaultBehavior: {
        origin: pagesOrigin,
        viewerProtocolPolicy,
        responseHeadersPolicy,
        cachePolicy: CachePolicy.CACHING_OPTIMIZED,
        compress: true,
        functionAssociations: [
          { eventType: FunctionEventType.VIEWER_REQUEST, function: this.addFunction(stage, 'page-path') },
        ],
      },
      additionalBehaviors: {
        // Files with a digest in their name: nothing has to find their way.
        '/assets/*': {
          origin: pagesOrigin,
          viewerProtocolPolicy,
          responseHeadersPolicy,
          cachePolicy: CachePolicy.CACHING_OPTIMIZED,
          compress: true,
        },
        '/api/*': {
          origin: apiOrigin(stage, api, originSecret),
          viewerProtocolPolicy,
          responseHeadersPolicy,
          allowedMethods: AllowedMethods.ALLOW_ALL,
          cachePolicy: CachePolicy.CACHING_DISABLED,
          originRequestPolicy: OriginRequestPolicy.ALL_VIEWER_EXCEPT_HOST_HEADER,
          functionAssociations: [
            {
              eventType: FunctionEventType.VIEWER_REQUEST,
              function: this.addFunction(stage, 'viewer-request'),
            },
          ],
        },
      },
    });
    this.address = this.addressOf(stage);
    this.acknowledge(stage);
    pages.addToResourcePolicy(
      new PolicyStatement({
        principals: [new ServicePrincipal('cloudfront.amazonaws.com')],
        actions: ['s3:GetObject'],
        resources: [pages.arnForObjects('*')],
        conditions: { StringEquals: { 'AWS:SourceArn': this.distribution.distributionArn } },
      }),
    );
  }

  /** What people type, or follow. */
  private addressOf({ web }: Stage): string {
    const { distributionDomainName } = this.distribution;
    if (web.domainName !== undefined) return `https://${web.domainName}`;
    if (web.localGatewayPort === undefined) return `https://${distributionDomainName}`;
    const label = Fn.select(0, Fn.split('.', distributionDomainName));
    return `http://${label}.cloudfront.localhost:${web.localGatewayPort}`;
  }

  /** An address of the institution's own, with its certificate; without one CloudFront's name and oldest TLS hold. */
  private ownDomain({ web }: Stage): Pick<DistributionProps, 'domainNames' | 'certificate'> {
    const { domainName, certificateArn } = web;
    if (domainName === undefined || certificateArn === undefined) return {};
    return {
      domainNames: [domainName],
      certificate: Certificate.fromCertificateArn(this, 'Certificate', certificateArn),
    };
  }

  private acknowledge({ name, web }: Stage): void {
    acknowledge(
      this.distribution,
      'CFR1',
      'Insured people look at their file from abroad too, and agencies are found by their sign-in, not their country.',
    );
    acknowledge(
      this.distribution,
      'CFR3',
      'Pages hold no data; each request to the API is logged by the API, and each look at a file is on record in the audit table.',
    );
    if (web.webAclArn === undefined) this.demandWebAcl(name);
    if (web.domainName === undefined)
      acknowledge(
        this.distribution,
        'CFR4',
        'Without a domain name of its own CloudFront allows no newer minimum; with one (webDomainName) it is TLS 1.2.',
      );
  }

  /** Only a developer's machine does without; the edge stack has to be deployed first, and can be. */
  private demandWebAcl(stageName: Stage['name']): void {
    acknowledge(
      this.distribution,
      'CFR2',
      'The web ACL is made by the edge stack before: without its ARN this stack is not deployed, except on the local cloud.',
    );
    if (stageName === 'local') return;
    Annotations.of(this.distribution).addError(
      `The site has no web ACL. Deploy MilafEdge first, then give its output WebAclArn: ${howToGive('webAclArn')}.`,
    );
  }

  private addFunction(stage: Stage, name: string): Function {
    return new Function(this, name, {
      functionName: `milaf-${stage.name}-${name}`,
      runtime: FunctionRuntime.JS_2_0,
      code: FunctionCode.fromFile({ filePath: path.join(import.meta.dirname, `${name}.js`) }),
    });
  }

  private addHeaders(stage: Stage, bucketNames: readonly string[]): ResponseHeadersPolicy {
    const { region } = Stack.of(this);
    const documents =
      stage.web.localGatewayPort === undefined
        ? bucketNames.map((name) => `https://${name}.s3.${region}.amazonaws.com`).join(' ')
        : `http://127.0.0.1:${stage.web.localGatewayPort} http://localhost:${stage.web.localGatewayPort}`;
    return new ResponseHeadersPolicy(this, 'Headers', {
      responseHeadersPolicyName: `milaf-${stage.name}-pages`,
      securityHeadersBehavior: {
        contentSecurityPolicy: {
          override: true,
          contentSecurityPolicy: [
            "default-src 'self'",
            `img-src 'self' data: blob: ${documents}`,
            `connect-src 'self' ${documents}`,
            // React Aria and the charts set sizes and places as style attributes.
            "style-src 'self' 'unsafe-inline'",
            "object-src 'none'",
            "base-uri 'none'",
            "form-action 'self'",
            "frame-ancestors 'none'",
          ].join('; '),
        },
        contentTypeOptions: { override: true },
        frameOptions: { frameOption: HeadersFrameOption.DENY, override: true },
        referrerPolicy: { referrerPolicy: HeadersReferrerPolicy.NO_REFERRER, override: true },
        strictTransportSecurity: {
          accessControlMaxAge: Duration.days(365),
          includeSubdomains: true,
          override: true,
        },
      },
      customHeadersBehavior: {
        customHeaders: [
          {
            header: 'permissions-policy',
            value: 'camera=(), microphone=(), geolocation=(), payment=()',
            override: true,
          },
        ],
      },
    });
  }
}

function apiOrigin({ web }: Stage, { api, hostName }: WebApi, originSecret: OriginSecret): HttpOrigin {
  const customHeaders = { 'x-milaf-origin': originSecret.shown };
  if (web.localGatewayPort === undefined)
    return new HttpOrigin(hostName, { customHeaders, protocolPolicy: OriginProtocolPolicy.HTTPS_ONLY });
  return new HttpOrigin('127.0.0.1', {
    customHeaders,
    protocolPolicy: OriginProtocolPolicy.HTTP_ONLY,
    httpPort: web.localGatewayPort,
    originPath: Fn.join('', ['/_aws/execute-api/', api.apiId, '/$default']),
  });
}
