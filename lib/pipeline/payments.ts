import { Duration } from 'aws-cdk-lib';
import { Rule, RuleTargetInput, Schedule } from 'aws-cdk-lib/aws-events';
import { Construct } from 'constructs';
import type { Env as ApplyBankAnswerEnv } from '../../lambdas/apply-bank-answer/env.ts';
import type { Env as ReleasePaymentsEnv } from '../../lambdas/release-payments/env.ts';
import type { Env as OrderPaymentsEnv } from '../../lambdas/order-payments/env.ts';
import {
  grantReadObjects,
  grantReadTable,
  grantReadWriteTable,
  grantWriteObjects,
} from '../constructs/grants.ts';
import { QueueConsumer } from '../constructs/queue-consumer.ts';
import { type Kept, operatedBy } from './kept.ts';
import { objectCreatedIn } from './object-created.ts';

/** Folders of the bank bucket: orders go out, answers come in. */
const ORDERS = 'remittances/';
const ANSWERS = 'answers/';

/** Approved claims become bank orders, and the bank's answers are applied. Money leaves here and nowhere else. */
export class Payments extends Construct {
  readonly releasePayments: QueueConsumer<ReleasePaymentsEnv>;
  readonly orderPayments: QueueConsumer<OrderPaymentsEnv>;
  readonly applyBankAnswer: QueueConsumer<ApplyBankAnswerEnv>;

  constructor(scope: Construct, id: string, kept: Kept) {
    super(scope, id);
    this.releasePayments = this.addReleasePayments(kept);
    this.orderPayments = this.addOrderPayments(kept);
    this.applyBankAnswer = this.addApplyBankAnswer(kept);
  }

  private addReleasePayments(kept: Kept): QueueConsumer<ReleasePaymentsEnv> {
    const { stage } = kept;
    const step = new QueueConsumer<ReleasePaymentsEnv>(this, 'ReleasePayments', {
      ...operatedBy(kept),
      ...stage.consumers.releasePayments,
      name: 'release-payments',
      description: 'Releases held payments when an account comes, or a hold is over',
      environment: (ownQueueUrl) => ({
        CLAIMS_TABLE: kept.claims.resource.tableName,
        REGISTRY_TABLE: kept.registry.resource.tableName,
        RELEASE_PAYMENTS_QUEUE_URL: ownQueueUrl,
      }),
      memoryMb: 512,
      timeoutSeconds: stage.functionTimeoutSeconds.quick,
      maxReceiveCount: 5,
      alarmAfterWaitingMinutes: 60,
      errorImpact: 'People who have given their account are not paid: their payments stay held.',
      runbook: 'release-payments',
    });
    grantReadWriteTable(step.consumer, kept.claims, ['queue', 'owner']);
    grantReadTable(step.consumer, kept.registry);
    step.grantSend(step.consumer);
    new Rule(this, 'HoldsEndedSchedule', {
      ruleName: `milaf-${stage.name}-release-payments`,
      description: 'Holds on payments that are over',
      schedule: Schedule.rate(Duration.hours(1)),
      enabled: stage.payments.scheduled,
      targets: [
        step.work.asRuleTarget(RuleTargetInput.fromObject({ kind: 'holds-ended', requestedBy: 'schedule' })),
      ],
    });
    return step;
  }

  private addOrderPayments(kept: Kept): QueueConsumer<OrderPaymentsEnv> {
    const { stage } = kept;
    const { debtor } = stage.payments;
    const step = new QueueConsumer<OrderPaymentsEnv>(this, 'OrderPayments', {
      ...operatedBy(kept),
      ...stage.consumers.orderPayments,
      name: 'order-payments',
      description: 'Groups approved payments into an order to the bank (pain.001)',
      environment: {
        CLAIMS_TABLE: kept.claims.resource.tableName,
        REGISTRY_TABLE: kept.registry.resource.tableName,
        BANK_BUCKET: kept.bank.resource.bucketName,
        DEBTOR_NAME: debtor.name,
        DEBTOR_RIB: debtor.rib,
        DEBTOR_BIC: debtor.bic,
        MAX_PAYMENTS_PER_BATCH: String(stage.payments.maxPaymentsPerBatch),
      },
      memoryMb: 1024,
      timeoutSeconds: stage.functionTimeoutSeconds.thorough,
      maxReceiveCount: 3,
      alarmAfterWaitingMinutes: 60,
      errorImpact: 'Approved claims are not ordered at the bank: nobody is paid today.',
      runbook: 'order-payments',
    });
    grantReadWriteTable(step.consumer, kept.claims, ['queue']);
    grantReadTable(step.consumer, kept.registry);
    grantWriteObjects(step.consumer, kept.bank, ORDERS);
    new Rule(this, 'PaymentSchedule', {
      ruleName: `milaf-${stage.name}-order-payments`,
      description: 'The daily payment run',
      schedule: Schedule.expression(`cron(${stage.payments.scheduleCronUtc})`),
      enabled: stage.payments.scheduled,
      targets: [step.work.asRuleTarget(RuleTargetInput.fromObject({ requestedBy: 'schedule' }))],
    });
    return step;
  }

  private addApplyBankAnswer(kept: Kept): QueueConsumer<ApplyBankAnswerEnv> {
    const { stage } = kept;
    const step = new QueueConsumer<ApplyBankAnswerEnv>(this, 'ApplyBankAnswer', {
      ...operatedBy(kept),
      ...stage.consumers.applyBankAnswer,
      name: 'apply-bank-answer',
      description: 'Applies the bank’s answer (pain.002) to each payment',
      environment: {
        CLAIMS_TABLE: kept.claims.resource.tableName,
        BANK_BUCKET: kept.bank.resource.bucketName,
      },
      memoryMb: 1024,
      timeoutSeconds: stage.functionTimeoutSeconds.thorough,
      maxReceiveCount: 5,
      alarmAfterWaitingMinutes: 60,
      errorImpact:
        'The bank has answered and Milaf does not know it: returned money is not held, paid claims look unpaid.',
      runbook: 'apply-bank-answer',
    });
    grantReadObjects(step.consumer, kept.bank, ANSWERS);
    grantReadWriteTable(step.consumer, kept.claims, ['queue']);
    new Rule(this, 'AnswerRule', {
      ruleName: `milaf-${stage.name}-bank-answer`,
      description: 'The bank sent an answer',
      eventPattern: objectCreatedIn(kept.bank.resource, ANSWERS),
      targets: [step.work.asRuleTarget()],
    });
    return step;
  }
}
