import { Stack } from 'aws-cdk-lib';
import { CfnWorkGroup } from 'aws-cdk-lib/aws-athena';
import { CfnDatabase } from 'aws-cdk-lib/aws-glue';
import { Construct } from 'constructs';
import { LIST_FOLDERS } from '../../contexts/registration/domain/lists/list.ts';
import type { MilafFunction } from '../constructs/milaf-function.ts';
import type { Kept } from '../pipeline/kept.ts';

/** A query that reads more than this was not meant: RAMED's whole list is some gigabytes. */
const MOST_BYTES_A_QUERY = 200 * 1024 ** 3;

/** Athena for lists that outgrow one machine: a workgroup with its limits, and a database for the tables of a list. */
export class AthenaEngine extends Construct {
  readonly workGroupName: string;
  readonly databaseName: string;

  constructor(scope: Construct, id: string, kept: Kept) {
    super(scope, id);
    const { stage, lists } = kept;
    this.workGroupName = `milaf-${stage.name}-lists`;
    this.databaseName = `milaf_${stage.name}_lists`;
    new CfnWorkGroup(this, 'WorkGroup', {
      name: this.workGroupName,
      description: 'Looks at all lines of a list together',
      recursiveDeleteOption: true,
      workGroupConfiguration: {
        enforceWorkGroupConfiguration: true,
        bytesScannedCutoffPerQuery: MOST_BYTES_A_QUERY,
        resultConfiguration: {
          outputLocation: `s3://${lists.resource.bucketName}/${LIST_FOLDERS.work}athena/`,
          encryptionConfiguration: { encryptionOption: 'SSE_KMS', kmsKey: lists.key.keyArn },
        },
      },
    });
    new CfnDatabase(this, 'Database', {
      catalogId: Stack.of(this).account,
      databaseInput: { name: this.databaseName, description: 'Tables over the working folders of lists' },
    });
  }

  /** Runs queries, and makes and drops the tables of a list; the objects themselves are granted apart. */
  grantQuery(grantee: MilafFunction<object>): void {
    const stack = Stack.of(this);
    grantee.allow(
      [
        'athena:StartQueryExecution',
        'athena:GetQueryExecution',
        'athena:GetQueryResults',
        'athena:StopQueryExecution',
      ],
      [stack.formatArn({ service: 'athena', resource: 'workgroup', resourceName: this.workGroupName })],
    );
    grantee.allow(
      ['glue:GetDatabase', 'glue:GetTable', 'glue:GetPartitions', 'glue:CreateTable', 'glue:DeleteTable'],
      [
        stack.formatArn({ service: 'glue', resource: 'catalog' }),
        stack.formatArn({ service: 'glue', resource: 'database', resourceName: this.databaseName }),
      ],
    );
    grantee.allowBroadly(
      stack.formatArn({ service: 'glue', resource: 'table', resourceName: `${this.databaseName}/*` }),
      'Tables are named after lists, which are not known beforehand; the rights end at one database.',
      ['glue:GetTable', 'glue:GetPartitions', 'glue:CreateTable', 'glue:DeleteTable'],
    );
  }
}
