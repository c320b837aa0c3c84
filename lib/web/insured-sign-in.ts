import { Construct } from 'constructs';
import type { Env as ChallengeInsuredEnv } from '../../lambdas/challenge-insured/env.ts';
import type { Env as SendSignInCodeEnv } from '../../lambdas/send-sign-in-code/env.ts';
import type { Env as ServeSignInEnv } from '../../lambdas/serve-sign-in/env.ts';
import { grantReadItems, grantReadSecret, grantReadWriteItems, grantSendSms } from '../constructs/grants.ts';
import type { MilafFunction } from '../constructs/milaf-function.ts';
import { QueueConsumer } from '../constructs/queue-consumer.ts';
import { type Kept, operatedBy } from '../pipeline/kept.ts';
import { MOST_SMS_FOR_CODES } from '../stages/stage.ts';
import { ApiFunction } from './api-function.ts';
import { InsuredPool } from './insured-pool.ts';
import type { OriginSecret } from './origin-secret.ts';

export interface InsuredSignInProps {
  readonly kept: Kept;
  readonly originSecret: OriginSecret;
}

/**
 * The sign-in of the insured, which anyone can ask for: one function answers and knows nobody, one sends codes apart from it, one
 * tells the pool who may have a session. Each has copies of its own, and none has those of claims and payments.
 */
export class InsuredSignIn extends Construct {
  readonly insured: InsuredPool;
  private readonly serveSignIn: ApiFunction<ServeSignInEnv>;

  constructor(scope: Construct, id: string, { kept, originSecret }: InsuredSignInProps) {
    super(scope, id);
    const { stage, registry } = kept;
    const challenge = this.addChallenge(kept);
    this.insured = new InsuredPool(this, 'Insured', stage, challenge.function);
    const sendSignInCode = this.addSender(kept);
    this.serveSignIn = new ApiFunction<ServeSignInEnv>(this, 'ServeSignIn', {
      ...operatedBy(kept),
      name: 'serve-sign-in',
      description: 'The API of the sign-in of the insured',
      environment: {
        REGISTRY_TABLE: registry.resource.tableName,
        INSURED_POOL_ID: this.insured.pool.userPoolId,
        INSURED_CLIENT_ID: this.insured.client.userPoolClientId,
        SEND_SIGN_IN_CODE_QUEUE_URL: sendSignInCode.work.queue.queueUrl,
        ORIGIN_SECRET_ID: originSecret.resource.secretArn,
        SIGN_IN_LIMITS: JSON.stringify(stage.signIn),
      },
      memoryMb: 1024,
      reservedConcurrency: stage.web.reservedConcurrency.signIn,
      errorImpact: 'Insured people cannot sign in to the portal; those who are in stay in.',
      runbook: 'serve-sign-in',
    });
    const { served } = this.serveSignIn;
    // Nothing of a person: it cannot tell who is insured.
    grantReadWriteItems(served, registry, [
      'SIGN_IN_FLOW#',
      'SIGN_IN_COUNT#',
      'SIGN_IN_DEVICE#',
      'POOL_USER#',
    ]);
    grantReadSecret(served, originSecret);
    sendSignInCode.grantSend(served);
    served.allow(
      ['cognito-idp:AdminCreateUser', 'cognito-idp:AdminSetUserPassword'],
      [this.insured.pool.userPoolArn],
    );
  }

  get served(): MilafFunction<ServeSignInEnv> {
    return this.serveSignIn.served;
  }

  private addChallenge(kept: Kept): MilafFunction<ChallengeInsuredEnv> {
    const { stage, registry } = kept;
    const { served } = new ApiFunction<ChallengeInsuredEnv>(this, 'ChallengeInsured', {
      ...operatedBy(kept),
      name: 'challenge-insured',
      description: 'Tells Cognito whether an insured person may have a session',
      environment: { REGISTRY_TABLE: registry.resource.tableName },
      memoryMb: 512,
      reservedConcurrency: stage.web.reservedConcurrency.challengeInsured,
      errorImpact: 'Insured people cannot sign in to the portal, although their code is right.',
      runbook: 'challenge-insured',
    });
    grantReadWriteItems(served, registry, ['SIGN_IN_FLOW#']);
    return served;
  }

  private addSender(kept: Kept): QueueConsumer<SendSignInCodeEnv> {
    const { stage, registry } = kept;
    const sender = new QueueConsumer<SendSignInCodeEnv>(this, 'SendSignInCode', {
      ...operatedBy(kept),
      ...stage.consumers.sendSignInCode,
      name: 'send-sign-in-code',
      description: 'Sends the code of a sign-in to the phone on file',
      environment: {
        REGISTRY_TABLE: registry.resource.tableName,
        SMS_SENDER_ID: stage.sms.senderId,
        CODES_PER_SECOND: String(stage.sms.messagesPerSecond * MOST_SMS_FOR_CODES),
        MAX_CONCURRENCY: String(stage.consumers.sendSignInCode.maxConcurrency),
        SIGN_IN_LIMITS: JSON.stringify(stage.signIn),
      },
      memoryMb: 512,
      timeoutSeconds: stage.functionTimeoutSeconds.quick,
      // Later than that, nobody waits for it any more.
      maxReceiveCount: 2,
      alarmAfterWaitingMinutes: 2,
      errorImpact: 'Insured people wait for their code in vain and cannot sign in to the portal.',
      runbook: 'send-sign-in-code',
    });
    grantReadItems(sender.consumer, registry, ['PERSON#']);
    grantReadWriteItems(sender.consumer, registry, ['SIGN_IN_FLOW#', 'SIGN_IN_COUNT#']);
    grantSendSms(sender.consumer);
    return sender;
  }
}
