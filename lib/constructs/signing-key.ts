import { RemovalPolicy } from 'aws-cdk-lib';
import { Key, KeySpec, KeyUsage } from 'aws-cdk-lib/aws-kms';
import { Construct } from 'constructs';
import type { ServiceKeyProps } from './service-key.ts';

/**
 * A key that signs (ECDSA, P-256) and never leaves KMS. AWS does not renew such keys by itself, and must not: what was signed
 * has to be verifiable for as long as a certificate is shown to someone.
 */
export class SigningKey extends Construct {
  readonly key: Key;

  constructor(scope: Construct, id: string, props: ServiceKeyProps) {
    super(scope, id);
    this.key = new Key(this, 'Key', {
      alias: `alias/milaf-${props.stage.name}-${props.purpose}`,
      description: props.description,
      keySpec: KeySpec.ECC_NIST_P256,
      keyUsage: KeyUsage.SIGN_VERIFY,
      removalPolicy: props.stage.keepsData ? RemovalPolicy.RETAIN : RemovalPolicy.DESTROY,
    });
  }
}
