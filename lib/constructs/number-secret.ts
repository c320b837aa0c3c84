import { RemovalPolicy } from 'aws-cdk-lib';
import type { IKey } from 'aws-cdk-lib/aws-kms';
import { Secret } from 'aws-cdk-lib/aws-secretsmanager';
import { Construct } from 'constructs';
import type { Stage } from '../stages/stage.ts';
import { acknowledge } from './acknowledge.ts';

export interface NumberSecretProps {
  readonly stage: Stage;
  readonly key: IKey;
}

/**
 * The secret that registration numbers are made with: nobody without it can tell a number from an identity, or the next number.
 * AWS makes it up once, nobody reads it, and it never changes: another secret would give other numbers to the same identities.
 */
export class NumberSecret extends Construct {
  readonly secret: Secret;

  constructor(scope: Construct, id: string, props: NumberSecretProps) {
    super(scope, id);
    this.secret = new Secret(this, 'Secret', {
      secretName: `milaf-${props.stage.name}-registration-numbers`,
      description: 'Registration numbers are made with it. Never change it, never rotate it.',
      encryptionKey: props.key,
      generateSecretString: { passwordLength: 64, excludePunctuation: true },
      removalPolicy: props.stage.keepsData ? RemovalPolicy.RETAIN : RemovalPolicy.DESTROY,
    });
    acknowledge(
      this.secret,
      'SMG4',
      'The same identity must give the same registration number for ever: a rotated secret would give another one.',
    );
  }
}
