import { CfnOutput, Stack, type StackProps } from 'aws-cdk-lib';
import type { Construct } from 'constructs';
import type { Stage } from '../stages/stage.ts';
import { WebAcl } from '../web/web-acl.ts';

/** CloudFront takes web ACLs from this region, wherever a stage runs. */
export const EDGE_REGION = 'us-east-1';

export interface EdgeStackProps extends StackProps {
  readonly stage: Stage;
}

/**
 * The web ACL in front of CloudFront. It has a region of its own, from which CloudFormation cannot hand its ARN over: it is deployed
 * first, and its output is given to the deployment of the others (docs/operating.md).
 */
export class EdgeStack extends Stack {
  constructor(scope: Construct, id: string, { stage, ...props }: EdgeStackProps) {
    super(scope, id, props);
    const { acl } = new WebAcl(this, 'WebAcl', stage);
    new CfnOutput(this, 'WebAclArn', { value: acl.attrArn });
  }
}
