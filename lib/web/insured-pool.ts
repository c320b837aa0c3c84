import { Duration, RemovalPolicy } from 'aws-cdk-lib';
import {
  AccountRecovery,
  ClientAttributes,
  FeaturePlan,
  UserPool,
  type UserPoolClient,
} from 'aws-cdk-lib/aws-cognito';
import type { IFunction } from 'aws-cdk-lib/aws-lambda';
import { Construct } from 'constructs';
import { acknowledge } from '../constructs/acknowledge.ts';
import type { Stage } from '../stages/stage.ts';

const SESSION_MINUTES = 15;
const SITTING_HOURS = 1;

/**
 * Sessions of the insured: no passwords, a code by SMS each time. An account holds the registration number and nothing else, and
 * is made when someone signs in for the first time.
 */
export class InsuredPool extends Construct {
  readonly pool: UserPool;
  readonly client: UserPoolClient;

  constructor(scope: Construct, id: string, stage: Stage, challenge: IFunction) {
    super(scope, id);
    this.pool = new UserPool(this, 'Pool', {
      userPoolName: `milaf-${stage.name}-insured`,
      // Billed by person and month: the plan that costs least has all that a code by SMS needs.
      featurePlan: FeaturePlan.LITE,
      selfSignUpEnabled: false,
      signInAliases: { username: true },
      accountRecovery: AccountRecovery.NONE,
      // Nobody ever learns the password that an account is made with.
      passwordPolicy: {
        minLength: 32,
        requireDigits: true,
        requireLowercase: true,
        requireUppercase: true,
        requireSymbols: true,
      },
      lambdaTriggers: {
        defineAuthChallenge: challenge,
        createAuthChallenge: challenge,
        verifyAuthChallengeResponse: challenge,
      },
      removalPolicy: RemovalPolicy.DESTROY,
    });
    acknowledge(
      this.pool,
      'COG8',
      'The plus plan costs by active user, of millions; codes and tries are counted before the pool is asked at all.',
    );
    acknowledge(
      this.pool,
      'COG2',
      'There is no password to add a factor to: each sign-in is a code to the phone on file.',
    );
    this.client = this.pool.addClient('Portal', {
      userPoolClientName: 'portal',
      generateSecret: false,
      authFlows: { custom: true },
      // Nothing of the account decides anything but its name, and nobody changes that; the less is open, the better.
      writeAttributes: new ClientAttributes().withStandardAttributes({ locale: true }),
      preventUserExistenceErrors: true,
      enableTokenRevocation: true,
      authSessionValidity: Duration.minutes(5),
      idTokenValidity: Duration.minutes(SESSION_MINUTES),
      accessTokenValidity: Duration.minutes(SESSION_MINUTES),
      refreshTokenValidity: Duration.hours(SITTING_HOURS),
      disableOAuth: true,
    });
  }
}
