import { Stack, Validations } from 'aws-cdk-lib';
import type { IConstruct } from 'constructs';

/**
 * Accepts one finding of the AwsSolutions rules on a construct and all below it.
 * @param rule for example `S1`, or `IAM5[Resource::*]`
 * @param reason why it is right here, in words that someone from outside can check
 */
export function acknowledge(construct: IConstruct, rule: string, reason: string): void {
  Validations.of(construct).acknowledge({ id: `AwsSolutions-${rule}`, reason });
}

/** Accepts that a policy names this resource with a `*` in it, and no other. */
export function acknowledgeWildcard(construct: IConstruct, resource: string, reason: string): void {
  acknowledge(construct, `IAM5[Resource::${asReported(Stack.of(construct).resolve(resource))}]`, reason);
}

/** A resolved CloudFormation value as cdk-nag writes it in a finding: `arn:<AWS::Partition>:s3:::name/*`. */
function asReported(value: unknown): string {
  if (typeof value === 'string') return value;
  if (isRecord(value)) {
    const join = value['Fn::Join'];
    if (Array.isArray(join) && Array.isArray(join[1])) return join[1].map(asReported).join(String(join[0]));
    if (typeof value['Ref'] === 'string') return `<${value['Ref']}>`;
  }
  throw new Error(
    `A wildcard on ${JSON.stringify(value)} cannot be acknowledged: name the resource by its physical name.`,
  );
}

function isRecord(value: unknown): value is Record<string, unknown> {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}
