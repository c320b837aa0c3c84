import { RemovalPolicy } from 'aws-cdk-lib';
import {
  AttributeType,
  Billing,
  type GlobalSecondaryIndexPropsV2,
  StreamViewType,
  TableEncryptionV2,
  TableV2,
} from 'aws-cdk-lib/aws-dynamodb';
import type { IKey } from 'aws-cdk-lib/aws-kms';
import { Construct } from 'constructs';
import type { Stage } from '../stages/stage.ts';

export interface KeptTableProps {
  readonly stage: Stage;
  /** Last part of the table's name. */
  readonly purpose: string;
  readonly key: IKey;
  readonly indexes?: readonly GlobalSecondaryIndexPropsV2[];
}

/**
 * A table of record: keys `pk` and `sk`, paid by use, a stream of what each item became, restorable to any second of the last
 * 35 days, and not to be deleted by mistake.
 */
export class KeptTable extends Construct {
  readonly table: TableV2;

  constructor(scope: Construct, id: string, props: KeptTableProps) {
    super(scope, id);
    const { stage } = props;
    this.table = new TableV2(this, 'Table', {
      tableName: `milaf-${stage.name}-${props.purpose}`,
      // Few items have it: sign-ins that have begun.
      timeToLiveAttribute: 'expiresAt',
      partitionKey: { name: 'pk', type: AttributeType.STRING },
      sortKey: { name: 'sk', type: AttributeType.STRING },
      billing: Billing.onDemand(),
      encryption: TableEncryptionV2.customerManagedKey(props.key),
      pointInTimeRecoverySpecification: { pointInTimeRecoveryEnabled: true },
      deletionProtection: stage.keepsData,
      dynamoStream: StreamViewType.NEW_IMAGE,
      globalSecondaryIndexes: [...(props.indexes ?? [])],
      removalPolicy: stage.keepsData ? RemovalPolicy.RETAIN : RemovalPolicy.DESTROY,
    });
  }
}
