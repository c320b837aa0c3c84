import { Duration, RemovalPolicy } from 'aws-cdk-lib';
import {
  AccountRecovery,
  CfnUserPoolGroup,
  ClientAttributes,
  Mfa,
  StringAttribute,
  UserPool,
  type UserPoolClient,
} from 'aws-cdk-lib/aws-cognito';
import { Construct } from 'constructs';
import { staffRoles } from '../../contexts/shared/access/access.ts';
import { acknowledge } from '../constructs/acknowledge.ts';
import type { Stage } from '../stages/stage.ts';

/** How long a session is believed without asking again, and how long it can be renewed. */
const SESSION_MINUTES = 15;
const WORKING_DAY_HOURS = 10;

/** What people may change of their own account. Cognito lets them change everything where nothing is named. */
const OWN_ATTRIBUTES = new ClientAttributes().withStandardAttributes({ locale: true });

/** The accounts of the staff: made by an administrator, with a second factor everywhere but on the local cloud. */
export class StaffPool extends Construct {
  readonly pool: UserPool;
  readonly client: UserPoolClient;

  constructor(scope: Construct, id: string, stage: Stage) {
    super(scope, id);
    this.pool = new UserPool(this, 'Pool', {
      userPoolName: `milaf-${stage.name}-staff`,
      selfSignUpEnabled: false,
      signInAliases: { username: true },
      signInCaseSensitive: false,
      accountRecovery: AccountRecovery.NONE,
      passwordPolicy: {
        minLength: 12,
        requireDigits: true,
        requireLowercase: true,
        requireUppercase: true,
        requireSymbols: true,
        tempPasswordValidity: Duration.days(3),
      },
      mfa: stage.name === 'local' ? Mfa.OPTIONAL : Mfa.REQUIRED,
      mfaSecondFactor: { sms: false, otp: true },
      // The channel an agency clerk works for, and one's own number as an insured person: set by an administrator alone.
      customAttributes: {
        channel: new StringAttribute({ mutable: true, maxLen: 64 }),
        registration: new StringAttribute({ mutable: true, maxLen: 9 }),
      },
      deletionProtection: stage.keepsData,
      removalPolicy: stage.keepsData ? RemovalPolicy.RETAIN : RemovalPolicy.DESTROY,
    });
    acknowledge(
      this.pool,
      'COG8',
      'The plus plan costs by active user; a second factor is demanded of everybody and sign-in is throttled instead.',
    );
    if (stage.name === 'local')
      acknowledge(
        this.pool,
        'COG2',
        'Accounts of the local cloud belong to nobody; everywhere else a second factor is required.',
      );
    this.client = this.pool.addClient('Console', {
      userPoolClientName: 'console',
      generateSecret: false,
      authFlows: { userPassword: true },
      writeAttributes: OWN_ATTRIBUTES,
      preventUserExistenceErrors: true,
      enableTokenRevocation: true,
      idTokenValidity: Duration.minutes(SESSION_MINUTES),
      accessTokenValidity: Duration.minutes(SESSION_MINUTES),
      refreshTokenValidity: Duration.hours(WORKING_DAY_HOURS),
      disableOAuth: true,
    });
    for (const role of staffRoles) {
      new CfnUserPoolGroup(this, `Group-${role}`, { userPoolId: this.pool.userPoolId, groupName: role });
    }
  }
}
