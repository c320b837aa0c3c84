import { CfnOutput, Stack, type StackProps } from 'aws-cdk-lib';
import type { Construct } from 'constructs';
import { CURSOR_PURPOSE } from '../../contexts/shared/paging/page-cursors.ts';
import type { Env as ConsoleEnv } from '../../lambdas/serve-console/env.ts';
import type { Env as PortalEnv } from '../../lambdas/serve-portal/env.ts';
import {
  grantAddItems,
  grantDataKeys,
  grantListObjects,
  grantReadItems,
  grantReadObjects,
  grantReadSecret,
  grantReadTable,
  grantReadWriteItems,
  grantReadWriteTable,
  grantWriteObjects,
} from '../constructs/grants.ts';
import { EVIDENCE_OF_REQUESTS, INCOMING, type Kept, keptFor, operatedBy } from '../pipeline/kept.ts';
import type { Stage } from '../stages/stage.ts';
import { ApiFunction } from '../web/api-function.ts';
import { Figures } from '../web/figures.ts';
import { WebApi } from '../web/http-api.ts';
import { InsuredSignIn } from '../web/insured-sign-in.ts';
import { OriginSecret } from '../web/origin-secret.ts';
import { FORMS, PageImages, PAGES } from '../web/page-images.ts';
import { Site } from '../web/site.ts';
import type { DataStack } from './data-stack.ts';

export interface WebStackProps extends StackProps {
  readonly stage: Stage;
  readonly data: DataStack;
}

/** What people see: the console of the staff, the portal of the insured, and the API behind both. It can be replaced as a whole. */
export class WebStack extends Stack {
  readonly console: ApiFunction<ConsoleEnv>;
  readonly pageImages: PageImages;
  readonly portal: ApiFunction<PortalEnv>;

  constructor(scope: Construct, id: string, { stage, data, ...props }: WebStackProps) {
    super(scope, id, props);
    this.addStackDependency(data, 'The console works on what the data stack keeps.');
    const kept = keptFor(this, stage, data);
    const originSecret = new OriginSecret(this, 'OriginSecret', stage, kept.operationsKey);
    const signIn = new InsuredSignIn(this, 'InsuredSignIn', { kept, originSecret });

    this.pageImages = new PageImages(this, 'PageImages', kept);
    this.console = new ApiFunction<ConsoleEnv>(this, 'ServeConsole', {
      ...operatedBy(kept),
      name: 'serve-console',
      description: 'The API of the console',
      environment: {
        CLAIMS_TABLE: kept.claims.resource.tableName,
        REGISTRY_TABLE: kept.registry.resource.tableName,
        AUDIT_TABLE: kept.audit.resource.tableName,
        FIGURES_TABLE: kept.figures.resource.tableName,
        SCANS_BUCKET: kept.scans.resource.bucketName,
        READINGS_BUCKET: kept.readings.resource.bucketName,
        EVIDENCE_BUCKET: kept.evidence.resource.bucketName,
        STAFF_POOL_ID: data.staff.pool.userPoolId,
        STAFF_CLIENT_ID: data.staff.client.userPoolClientId,
        RENDER_PAGES_QUEUE_URL: this.pageImages.renderPages.work.queue.queueUrl,
        CURSOR_KEY_ID: kept.operationsKey.keyArn,
        ORIGIN_SECRET_ID: originSecret.resource.secretArn,
        UNDO_SECONDS: String(stage.web.undoSeconds),
        MAX_FILE_BYTES: String(stage.intake.maxFileBytes),
        MAX_PAGES: String(stage.intake.maxPages),
      },
      memoryMb: 1024,
      reservedConcurrency: stage.web.reservedConcurrency.console,
      errorImpact: 'Staff cannot review, search or take files in; uploads that were taken go on.',
      runbook: 'serve-console',
    });
    const { served } = this.console;
    grantReadWriteTable(served, kept.claims, ['queue', 'listing', 'owner']);
    // A request of an insured person that is accepted declares a member of the family.
    grantReadTable(served, kept.registry, ['queue', 'listing']);
    grantAddItems(served, kept.registry, ['PERSON#', 'CIN#']);
    grantReadObjects(served, kept.evidence, EVIDENCE_OF_REQUESTS);
    grantReadTable(served, kept.audit, ['subject']);
    grantAddItems(served, kept.audit);
    grantReadTable(served, kept.figures);
    // Clerks post files with forms that are signed with these rights; of what arrived, only names and versions are seen.
    grantWriteObjects(served, kept.scans, INCOMING);
    grantListObjects(served, kept.scans, INCOMING);
    // Fields that a reviewer corrects are a new revision of the form; images of pages are opened with addresses signed here.
    grantReadObjects(served, kept.readings, FORMS);
    grantWriteObjects(served, kept.readings, FORMS);
    grantReadObjects(served, kept.readings, PAGES);
    this.pageImages.renderPages.grantSend(served);
    grantDataKeys(served, kept.operationsKey, CURSOR_PURPOSE);
    // A claim is given to a contractor only: whether an account is one, its groups say.
    served.allow(['cognito-idp:AdminListGroupsForUser'], [data.staff.pool.userPoolArn]);

    this.portal = new ApiFunction<PortalEnv>(this, 'ServePortal', {
      ...operatedBy(kept),
      name: 'serve-portal',
      description: 'The API of the portal',
      environment: {
        CLAIMS_TABLE: kept.claims.resource.tableName,
        REGISTRY_TABLE: kept.registry.resource.tableName,
        AUDIT_TABLE: kept.audit.resource.tableName,
        EVIDENCE_BUCKET: kept.evidence.resource.bucketName,
        CURSOR_KEY_ID: kept.operationsKey.keyArn,
        ORIGIN_SECRET_ID: originSecret.resource.secretArn,
        MAX_FILE_BYTES: String(stage.intake.maxFileBytes),
        ACCOUNT_CHANGE_DELAY_DAYS: String(stage.web.accountChangeDelayDays),
        ACCOUNT_CHANGE_HOLD_DAYS: String(stage.web.accountChangeHoldDays),
      },
      memoryMb: 1024,
      reservedConcurrency: stage.web.reservedConcurrency.portal,
      errorImpact: 'Insured people cannot see their claims or change anything; nothing of it is lost.',
      runbook: 'serve-portal',
    });
    this.grantPortal(kept);
    for (const reader of [served, this.portal.served]) grantReadSecret(reader, originSecret);

    new Figures(this, 'Figures', kept);

    const api = new WebApi(this, 'WebApi', {
      stage,
      console: served.function,
      portal: this.portal.served.function,
      signIn: signIn.served.function,
      staff: data.staff,
      insured: signIn.insured,
      key: kept.operationsKey,
    });
    const site = new Site(this, 'Site', {
      stage,
      api,
      originSecret,
      accessLogsBucketName: data.accessLogsName,
      documentBucketNames: [kept.scans, kept.readings, kept.evidence].map(
        ({ resource }) => resource.bucketName,
      ),
    });
    new CfnOutput(this, 'WebAddress', { value: site.address });
    new CfnOutput(this, 'PagesBucketName', { value: site.pagesBucketName });
    new CfnOutput(this, 'DistributionDomain', { value: site.distribution.distributionDomainName });
    new CfnOutput(this, 'ApiId', { value: api.api.apiId });
    new CfnOutput(this, 'InsuredPoolId', { value: signIn.insured.pool.userPoolId });
    new CfnOutput(this, 'InsuredClientId', { value: signIn.insured.client.userPoolClientId });
  }

  /** One's own claims, one's own file, names of medicines, and documents that are put beside it; what was uploaded is not read back. */
  private grantPortal(kept: Kept): void {
    const { served } = this.portal;
    grantReadItems(served, kept.claims, ['CLAIM#', 'PERSON#'], ['owner']);
    grantReadWriteItems(served, kept.registry, ['PERSON#', 'REQUEST#']);
    grantReadItems(served, kept.registry, ['MEDICINE#']);
    grantAddItems(served, kept.audit);
    grantWriteObjects(served, kept.evidence, EVIDENCE_OF_REQUESTS);
    grantListObjects(served, kept.evidence, EVIDENCE_OF_REQUESTS);
    grantDataKeys(served, kept.operationsKey, CURSOR_PURPOSE);
  }
}
