import { Duration } from 'aws-cdk-lib';
import { ComparisonOperator, Metric, Stats, TreatMissingData } from 'aws-cdk-lib/aws-cloudwatch';
import { Construct } from 'constructs';
import { RunbookAlarm } from '../constructs/runbook-alarm.ts';
import type { DataStack } from '../stacks/data-stack.ts';
import { ocrPace } from '../stages/ocr-pace.ts';
import type { Stage } from '../stages/stage.ts';
import { businessMetric } from './business-metrics.ts';

export interface BusinessAlarmsProps {
  readonly stage: Stage;
  readonly data: DataStack;
}

type AlarmInput = Omit<
  ConstructorParameters<typeof RunbookAlarm>[2],
  'alarmName' | 'topic' | 'comparisonOperator'
>;

/** Faults that no single function sees: nothing fails, and yet files, money or messages are not where they should be. */
export class BusinessAlarms extends Construct {
  private readonly props: BusinessAlarmsProps;

  constructor(scope: Construct, id: string, props: BusinessAlarmsProps) {
    super(scope, id);
    this.props = props;
    this.watchIntake();
    this.watchUploadForms();
    this.watchReading();
    this.watchPayments();
    this.watchMessages();
    this.watchSignIn();
    this.watchLists();
    this.watchFoundations();
  }

  private watchIntake(): void {
    this.alarmAbove('IntakeMissing', 'intake-missing', {
      metric: businessMetric('IntakeMissing', Duration.minutes(15), Stats.MAXIMUM),
      threshold: 0,
      evaluationPeriods: 2,
      errorImpact:
        'Files were uploaded and are not on record, even after they were sent in again: claims would be lost.',
      runbook: 'intake-missing',
    });
    this.alarmAbove('FilesQuarantined', 'files-quarantined', {
      metric: businessMetric('FilesQuarantined', Duration.hours(1)),
      threshold: this.props.stage.intake.quarantineAlarmPerHour,
      evaluationPeriods: 1,
      errorImpact: 'Many files are refused: a channel sends what cannot be read, or someone tries the door.',
      runbook: 'files-quarantined',
    });
  }

  private watchUploadForms(): void {
    this.alarmAbove('UploadFormsReused', 'upload-forms-reused', {
      metric: businessMetric('UploadFormsReused', Duration.hours(1)),
      threshold: 0,
      evaluationPeriods: 1,
      errorImpact:
        'Another file was sent with an upload form that was used before: someone may have tried to replace evidence. The first file counts, nothing is lost.',
      runbook: 'upload-forms-reused',
    });
  }

  private watchReading(): void {
    const minutes = 5;
    const { startsPerSecond } = ocrPace(this.props.stage.ocr);
    this.alarmAbove('TextractThrottled', 'textract-throttled', {
      metric: businessMetric('TextractThrottled', Duration.minutes(minutes)),
      // A tenth of what the pace would start in that time: now and then is normal, this is a wrong quota setting.
      threshold: Math.max(10, Math.round(startsPerSecond * minutes * 60 * 0.1)),
      evaluationPeriods: 3,
      errorImpact:
        'The OCR refuses more work than it should at this pace: files are read later, none is lost.',
      runbook: 'textract-throttled',
    });
    this.watchWitnesses();
  }

  private watchWitnesses(): void {
    const { witnesses } = this.props.stage;
    this.alarmAbove('WitnessesMissing', 'witnesses-missing', {
      metric: businessMetric('WitnessesMissing', Duration.hours(1)),
      threshold: witnesses.missingAlarmPerHour,
      evaluationPeriods: 1,
      errorImpact:
        'Files are read without their barcodes or without a second look: more of them go to reviewers, none is lost.',
      runbook: 'witnesses-missing',
    });
    this.alarmAbove('SecondLooksPerClaim', 'second-looks-costly', {
      // Counted once a file that gave claims, with 0 where there was none.
      metric: businessMetric('SecondLooks', Duration.days(1), Stats.AVERAGE),
      threshold: witnesses.secondLooksPerClaimBudget,
      evaluationPeriods: 2,
      errorImpact:
        'More places are read twice than was paid for in the budget: the OCR costs more, nothing else is wrong.',
      runbook: 'second-looks-costly',
    });
  }

  private watchPayments(): void {
    const { payments } = this.props.stage;
    this.alarmAbove('PaymentsReturned', 'payments-returned', {
      metric: businessMetric('PaymentsReturned', Duration.days(1)),
      threshold: payments.returnedAlarmPerDay,
      evaluationPeriods: 1,
      errorImpact:
        'The bank sends back many payments: people wait for money, and accounts on file may have been tampered with.',
      runbook: 'payments-returned',
    });
    this.alarmAbove('PaymentsTakenOut', 'payments-taken-out', {
      metric: businessMetric('PaymentsTakenOut', Duration.minutes(15)),
      threshold: 0,
      evaluationPeriods: 1,
      errorImpact:
        'No order can be written of a payment as it is recorded: this person waits until someone mends it, and all others are paid.',
      runbook: 'payments-taken-out',
    });
    this.alarmAbove('PaymentsRefused', 'payments-refused', {
      metric: businessMetric('PaymentsRefused', Duration.minutes(15)),
      threshold: 0,
      evaluationPeriods: 1,
      errorImpact:
        'The bank did not carry out payments, for a reason that is ours or not known: these people wait until someone orders again.',
      runbook: 'payments-refused',
    });
    this.alarmAbove('PaymentsDisputed', 'payments-disputed', {
      metric: businessMetric('PaymentsDisputed', Duration.minutes(15)),
      threshold: 0,
      evaluationPeriods: 1,
      errorImpact:
        'The bank contradicts itself or our order: whether this money was paid is not known, and nothing of it moves.',
      runbook: 'payments-disputed',
    });
    this.alarmAbove('BankAnswerProblems', 'bank-answer-problems', {
      metric: businessMetric('BankAnswerProblems', Duration.minutes(15)),
      threshold: 0,
      evaluationPeriods: 1,
      errorImpact: 'A part of the bank’s answer matches no payment: what became of that money is not known.',
      runbook: 'bank-answer-problems',
    });
    if (!payments.scheduled) return;
    new RunbookAlarm(this, 'PaymentsStopped', {
      alarmName: `milaf-${this.props.stage.name}-payments-stopped`,
      metric: businessMetric('PaymentsOrdered', Duration.days(1)),
      threshold: 1,
      comparisonOperator: ComparisonOperator.LESS_THAN_THRESHOLD,
      // A weekend is two days without a run.
      evaluationPeriods: 3,
      treatMissingData: TreatMissingData.BREACHING,
      errorImpact:
        'Nothing was ordered at the bank for three days: a payment run is stuck, or nothing is approved any more.',
      runbook: 'payments-stopped',
      topic: this.props.data.alarmTopic,
    });
  }

  private watchMessages(): void {
    this.alarmAbove('SmsDelayed', 'sms-delayed', {
      metric: businessMetric('SmsDelayed', Duration.minutes(15)),
      threshold: 20,
      evaluationPeriods: 2,
      errorImpact: 'The SMS provider takes no messages: people learn late what became of their claim.',
      runbook: 'sms-delayed',
    });
    this.alarmAbove('SmsSpend', 'sms-spend', {
      metric: new Metric({
        namespace: 'AWS/SNS',
        metricName: 'SMSMonthToDateSpentUSD',
        statistic: Stats.MAXIMUM,
        period: Duration.hours(6),
      }),
      threshold: this.props.stage.sms.monthlySpendUsd * 0.8,
      evaluationPeriods: 1,
      errorImpact:
        'SMS have cost 80 % of the month’s limit: at 100 % the provider stops sending, without an error.',
      runbook: 'sms-spend',
    });
  }

  private watchSignIn(): void {
    this.alarmAbove('SignInsTurnedAway', 'sign-ins-turned-away', {
      metric: businessMetric('SignInsTurnedAway', Duration.minutes(5)),
      threshold: 0,
      evaluationPeriods: 1,
      errorImpact:
        'No more codes to sign in are sent for the moment: insured people are told to try again later. SMS about claims and payments go on.',
      runbook: 'sign-ins-turned-away',
    });
    this.alarmAbove('SignInCodesNotDelivered', 'sign-in-codes-not-delivered', {
      metric: businessMetric('SignInCodesNotDelivered', Duration.minutes(15)),
      threshold: 20,
      evaluationPeriods: 1,
      errorImpact: 'The SMS provider takes no codes to sign in: insured people cannot enter the portal.',
      runbook: 'send-sign-in-code',
    });
  }

  private watchLists(): void {
    this.alarmAbove('ListsStuck', 'lists-stuck', {
      metric: businessMetric('ListsStuck', Duration.hours(1), Stats.MAXIMUM),
      threshold: 0,
      evaluationPeriods: 1,
      errorImpact:
        'A list of people does not move: nobody on it gets a number, and its sender waits for an answer.',
      runbook: 'lists-stuck',
    });
    this.alarmAbove('ListsRefused', 'lists-refused', {
      metric: businessMetric('ListsRefused', Duration.days(1)),
      threshold: this.props.stage.lists.refusedAlarmPerDay,
      evaluationPeriods: 1,
      errorImpact:
        'Many lists are refused as a whole: the people on them are not registered until the sender mends them.',
      runbook: 'lists-refused',
    });
  }

  private watchFoundations(): void {
    const { data } = this.props;
    for (const { name, kept } of [
      { name: 'Claims', kept: data.claims },
      { name: 'Registry', kept: data.registry },
    ]) {
      for (const direction of ['Read', 'Write'] as const) {
        this.alarmAbove(
          `${name}Table${direction}Throttled`,
          `${name.toLowerCase()}-table-${direction.toLowerCase()}-throttled`,
          {
            metric: tableMetric(kept.table.tableName, `${direction}ThrottleEvents`),
            threshold: 50,
            evaluationPeriods: 2,
            errorImpact: `The ${name.toLowerCase()} table refuses requests: every step that uses it is slower, and messages come back again and again.`,
            runbook: 'table-throttled',
          },
        );
      }
    }
    this.alarmAbove('BusDeadLetters', 'bus-dead-letters', {
      metric: data.busDeadLetters.metricApproximateNumberOfMessagesVisible({
        period: Duration.minutes(1),
        statistic: Stats.MAXIMUM,
      }),
      threshold: 0,
      evaluationPeriods: 1,
      errorImpact:
        'Business events could not be handed on: people are not notified, and other systems do not learn of it.',
      runbook: 'bus-dead-letters',
    });
  }

  private alarmAbove(id: string, name: string, alarm: AlarmInput): void {
    new RunbookAlarm(this, id, {
      ...alarm,
      alarmName: `milaf-${this.props.stage.name}-${name}`,
      comparisonOperator: ComparisonOperator.GREATER_THAN_THRESHOLD,
      topic: this.props.data.alarmTopic,
    });
  }
}

function tableMetric(tableName: string, metricName: string): Metric {
  return new Metric({
    namespace: 'AWS/DynamoDB',
    metricName,
    dimensionsMap: { TableName: tableName },
    statistic: Stats.SUM,
    period: Duration.minutes(5),
  });
}
