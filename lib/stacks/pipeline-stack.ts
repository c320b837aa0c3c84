import { CfnOutput, Stack, type StackProps } from 'aws-cdk-lib';
import type { Construct } from 'constructs';
import type { QueueConsumer } from '../constructs/queue-consumer.ts';
import type { StreamConsumer } from '../constructs/stream-consumer.ts';
import { MILAF_VERSION } from '../../contexts/shared/version.ts';
import { Adjudication } from '../pipeline/adjudication.ts';
import { Intake } from '../pipeline/intake.ts';
import { keptFor } from '../pipeline/kept.ts';
import { Notification } from '../pipeline/notification.ts';
import { Payments } from '../pipeline/payments.ts';
import { Reading } from '../pipeline/reading.ts';
import { Relay } from '../pipeline/relay.ts';
import type { Stage } from '../stages/stage.ts';
import type { DataStack } from './data-stack.ts';

export interface PipelineStackProps extends StackProps {
  readonly stage: Stage;
  readonly data: DataStack;
}

/** The work: queues, functions and rules from an uploaded file to money and an SMS. It can be replaced as a whole. */
export class PipelineStack extends Stack {
  /** The steps in the order a file meets them. */
  readonly steps: readonly QueueConsumer<object>[];
  readonly relayEvents: StreamConsumer<object>;

  constructor(scope: Construct, id: string, props: PipelineStackProps) {
    super(scope, id, props);
    // Buckets are taken by name, which CloudFormation does not see as a dependency.
    this.addStackDependency(props.data, 'The pipeline works on what the data stack keeps.');
    const kept = keptFor(this, props.stage, props.data);
    const intake = new Intake(this, 'Intake', kept);
    const reading = new Reading(this, 'Reading', kept);
    const adjudication = new Adjudication(this, 'Adjudication', kept);
    const payments = new Payments(this, 'Payments', kept);
    const notification = new Notification(this, 'Notification', kept);
    const relay = new Relay(this, 'Relay', kept, { reading, adjudication, payments });
    this.relayEvents = relay.relayEvents;
    // The command line compares it with its own.
    new CfnOutput(this, 'MilafVersion', { value: MILAF_VERSION });
    // Channels are told what they may send.
    new CfnOutput(this, 'MaxFileBytes', { value: String(props.stage.intake.maxFileBytes) });
    new CfnOutput(this, 'MaxPages', { value: String(props.stage.intake.maxPages) });
    this.steps = [
      intake.receiveFile,
      reading.startReading,
      reading.collectReading,
      reading.readForms,
      adjudication.adjudicateClaim,
      payments.releasePayments,
      payments.orderPayments,
      payments.applyBankAnswer,
      notification.notifyPerson,
      intake.reconcileIntake,
    ];
  }
}
