import { Rule } from 'aws-cdk-lib/aws-events';
import { Construct } from 'constructs';
import type { MilafEvent } from '../../contexts/events/events.ts';
import type { Env as NotifyPersonEnv } from '../../lambdas/notify-person/env.ts';
import { grantReadTable, grantReadWriteTable, grantSendSms } from '../constructs/grants.ts';
import { QueueConsumer } from '../constructs/queue-consumer.ts';
import { type Kept, operatedBy } from './kept.ts';

/** What a person is notified of. */
const TOLD: readonly MilafEvent['type'][] = [
  'claim.approved.v1',
  'claim.partly-approved.v1',
  'claim.rejected.v1',
  'claim.referred.v1',
  'claim.partly-referred.v1',
  'claim.incomplete.v1',
  'claim.document-requested.v1',
  'payment.returned.v1',
  'account.change-requested.v1',
  'account.change-cancelled.v1',
  'dependant.request-decided.v1',
];

/** People are told what became of their claim, by SMS. Apart from all else, so that a blocked carrier never blocks a payment. */
export class Notification extends Construct {
  readonly notifyPerson: QueueConsumer<NotifyPersonEnv>;

  constructor(scope: Construct, id: string, kept: Kept) {
    super(scope, id);
    const { stage } = kept;
    this.notifyPerson = new QueueConsumer<NotifyPersonEnv>(this, 'NotifyPerson', {
      ...operatedBy(kept),
      ...stage.consumers.notifyPerson,
      name: 'notify-person',
      description: 'Tells a person by SMS what became of their claim',
      environment: {
        CLAIMS_TABLE: kept.claims.resource.tableName,
        REGISTRY_TABLE: kept.registry.resource.tableName,
        SMS_SENDER_ID: stage.sms.senderId,
      },
      memoryMb: 512,
      timeoutSeconds: stage.functionTimeoutSeconds.quick,
      // An outage of the SMS provider must not set messages aside: at 3 minutes a try this lasts 10 hours.
      maxReceiveCount: 200,
      alarmAfterWaitingMinutes: 60,
      errorImpact:
        'People are not notified about approvals, refusals and missing papers; decisions and payments go on.',
      runbook: 'notify-person',
    });
    const { consumer } = this.notifyPerson;
    grantReadWriteTable(consumer, kept.claims);
    grantReadTable(consumer, kept.registry);
    grantSendSms(consumer);
    new Rule(this, 'ToldRule', {
      ruleName: `milaf-${stage.name}-told`,
      description: 'Something happened that a person is notified of',
      eventBus: kept.bus,
      eventPattern: { source: ['milaf'], detailType: [...TOLD] },
      targets: [this.notifyPerson.work.asRuleTarget()],
    });
  }
}
