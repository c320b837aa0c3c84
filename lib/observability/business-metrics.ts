import type { Duration } from 'aws-cdk-lib';
import { Metric, Stats } from 'aws-cdk-lib/aws-cloudwatch';
import type { MetricName } from '../../lambdas/runtime/metrics.ts';
import { METRIC_NAMESPACE } from '../constructs/milaf-function.ts';

/**
 * Which function counts what (the `service` dimension Powertools adds by itself). They write the numbers into their logs as
 * embedded metrics; CloudWatch reads them from there. A figure counted by several functions is watched where it first shows.
 */
const countedBy: Readonly<Record<MetricName, string>> = {
  IntakeReceived: 'reconcile-intake',
  IntakeMissing: 'reconcile-intake',
  FilesAccepted: 'receive-file',
  FilesDuplicate: 'receive-file',
  FilesQuarantined: 'receive-file',
  UploadFormsReused: 'receive-file',
  TextractThrottled: 'start-reading',
  BarcodesRead: 'read-forms',
  SecondLooks: 'read-forms',
  WitnessesMissing: 'read-forms',
  ClaimsDrafted: 'read-forms',
  ClaimsApproved: 'adjudicate-claim',
  ClaimsRejected: 'adjudicate-claim',
  ClaimsReferred: 'adjudicate-claim',
  ClaimsIncomplete: 'adjudicate-claim',
  PaymentsReleased: 'release-payments',
  PaymentsOrdered: 'order-payments',
  PaymentsTakenOut: 'order-payments',
  PaymentsHeldForDeath: 'order-payments',
  PaymentsPaid: 'apply-bank-answer',
  PaymentsReturned: 'apply-bank-answer',
  PaymentsRefused: 'apply-bank-answer',
  PaymentsDisputed: 'apply-bank-answer',
  BankAnswerProblems: 'apply-bank-answer',
  SmsSent: 'notify-person',
  SmsSkipped: 'notify-person',
  SmsDelayed: 'notify-person',
  ListsReceived: 'receive-list',
  ListsRefused: 'receive-list',
  ListsClosed: 'close-list',
  ListsStuck: 'watch-lists',
  ListLinesVerified: 'verify-range',
  ListLinesRegistered: 'register-unit',
  PersonsRegistered: 'register-unit',
  LettersListed: 'prepare-messages',
  RegistrationSmsSent: 'send-registration-sms',
  RegistrationSmsSkipped: 'send-registration-sms',
  RegistrationSmsDelayed: 'send-registration-sms',
  RightsChecked: 'check-rights',
  RightsClosed: 'check-rights',
  RegistrationSmsPaused: 'send-registration-sms',
  SignInsThrottled: 'serve-sign-in',
  SignInsTurnedAway: 'serve-sign-in',
  SignInCodesSent: 'send-sign-in-code',
  SignInCodesWithoutRoom: 'send-sign-in-code',
  SignInCodesNotDelivered: 'send-sign-in-code',
};

export function businessMetric(
  metricName: MetricName,
  period: Duration,
  statistic: string = Stats.SUM,
): Metric {
  return new Metric({
    namespace: METRIC_NAMESPACE,
    metricName,
    dimensionsMap: { service: countedBy[metricName] },
    statistic,
    period,
  });
}
