import { Stack, type StackProps } from 'aws-cdk-lib';
import type { Construct } from 'constructs';
import type { QueueConsumer } from '../constructs/queue-consumer.ts';
import { keptFor } from '../pipeline/kept.ts';
import { ListIntake } from '../registration/list-intake.ts';
import { ListWatch } from '../registration/list-watch.ts';
import { ListWork } from '../registration/list-work.ts';
import { Rights } from '../registration/rights.ts';
import { RegistrationSms } from '../registration/registration-sms.ts';
import type { Stage } from '../stages/stage.ts';
import type { DataStack } from './data-stack.ts';

export interface RegistrationStackProps extends StackProps {
  readonly stage: Stage;
  readonly data: DataStack;
}

/**
 * People are registered from lists: queues, functions and rules from an uploaded list to numbers, an answer and an SMS. Apart
 * from claims in everything but the registry table, so that a list of millions never slows one; it can be replaced as a whole.
 */
export class RegistrationStack extends Stack {
  /** The steps in the order a list meets them. */
  readonly steps: readonly QueueConsumer<object>[];

  constructor(scope: Construct, id: string, props: RegistrationStackProps) {
    super(scope, id, props);
    // Buckets are taken by name, which CloudFormation does not see as a dependency.
    this.addStackDependency(props.data, 'Registration works on what the data stack keeps.');
    const kept = keptFor(this, props.stage, props.data);
    const work = new ListWork(this, 'ListWork', kept);
    const intake = new ListIntake(this, 'ListIntake', kept, work);
    // With another id CloudFormation would replace queues by new ones of the same name, which it cannot.
    const registrationSms = new RegistrationSms(this, 'Telling', kept);
    const rights = new Rights(this, 'Rights', kept, registrationSms);
    const watch = new ListWatch(this, 'ListWatch', kept);
    this.steps = [
      intake.receiveList,
      intake.advanceList,
      work.verifyRange,
      work.linkList,
      work.registerUnit,
      work.closeList,
      registrationSms.prepareMessages,
      registrationSms.sendRegistrationSms,
      rights.checkRights,
      watch.watchLists,
    ];
  }
}
