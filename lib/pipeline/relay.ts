import { Construct } from 'constructs';
import type { Env as RelayEventsEnv } from '../../lambdas/relay-events/env.ts';
import { StreamConsumer } from '../constructs/stream-consumer.ts';
import type { Adjudication } from './adjudication.ts';
import { type Kept, operatedBy } from './kept.ts';
import type { Payments } from './payments.ts';
import type { Reading } from './reading.ts';

/** Events are only ever inserted. */
const EVENT_ITEMS = { eventName: ['INSERT'], dynamodb: { Keys: { sk: { S: [{ prefix: 'EVENT#' }] } } } };

/** A person who is registered from a list carries the event of it: one item less to write for each of millions. */
const NEW_PERSONS = {
  eventName: ['INSERT'],
  dynamodb: {
    Keys: { sk: { S: ['PROFILE'] } },
    NewImage: { event: { M: { eventId: { S: [{ exists: true }] } } } },
  },
};

/** Whoever writes an account, by whatever way: held payments may go to it. */
const ACCOUNTS = {
  eventName: ['INSERT', 'MODIFY'],
  dynamodb: { Keys: { sk: { S: [{ prefix: 'ACCOUNT#' }] } } },
};

/** Documents that an insured person sent for a claim. */
const SENT_DOCUMENTS = {
  eventName: ['INSERT', 'MODIFY'],
  dynamodb: { Keys: { sk: { S: [{ prefix: 'SENT#' }] } } },
};

/** The account may have come while the claim was being decided. */
const heldClaims = (payment: 'payment' | 'secondPayment') => ({
  eventName: ['INSERT', 'MODIFY'],
  dynamodb: {
    Keys: { sk: { S: ['CLAIM'] } },
    NewImage: { [payment]: { M: { state: { S: ['HELD'] } } } },
  },
});

/** Business events leave the tables: to the bus, and to the queues of the steps that follow. The only sender of both. */
export class Relay extends Construct {
  readonly relayEvents: StreamConsumer<RelayEventsEnv>;

  constructor(
    scope: Construct,
    id: string,
    kept: Kept,
    next: { readonly reading: Reading; readonly adjudication: Adjudication; readonly payments: Payments },
  ) {
    super(scope, id);
    const { stage } = kept;
    const { startReading } = next.reading;
    const { adjudicateClaim } = next.adjudication;
    const { releasePayments } = next.payments;
    this.relayEvents = new StreamConsumer<RelayEventsEnv>(this, 'RelayEvents', {
      ...operatedBy(kept),
      ...stage.consumers.relayEvents,
      name: 'relay-events',
      description: 'Sends on the events that were written together with each state change',
      tables: {
        Claims: {
          table: kept.claims,
          filters: [EVENT_ITEMS, heldClaims('payment'), heldClaims('secondPayment')],
        },
        Registry: { table: kept.registry, filters: [EVENT_ITEMS, NEW_PERSONS, ACCOUNTS, SENT_DOCUMENTS] },
      },
      environment: {
        EVENT_BUS_NAME: kept.bus.eventBusName,
        START_READING_QUEUE_URL: startReading.work.queue.queueUrl,
        ADJUDICATE_CLAIM_QUEUE_URL: adjudicateClaim.work.queue.queueUrl,
        RELEASE_PAYMENTS_QUEUE_URL: releasePayments.work.queue.queueUrl,
      },
      memoryMb: 512,
      timeoutSeconds: stage.functionTimeoutSeconds.quick,
      retryAttempts: 10,
      alarmAfterWaitingMinutes: 10,
      errorImpact:
        'The pipeline stands still: recorded files are not read, drafted claims not decided, lists do not move, nobody is notified.',
      runbook: 'relay-events',
    });
    const { consumer } = this.relayEvents;
    consumer.allow(['events:PutEvents'], [kept.bus.eventBusArn]);
    startReading.grantSend(consumer);
    adjudicateClaim.grantSend(consumer);
    releasePayments.grantSend(consumer);
  }
}
