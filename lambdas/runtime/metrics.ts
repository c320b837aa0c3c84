import { Metrics, MetricUnit } from '@aws-lambda-powertools/metrics';

/** The business figures that alarms and the dashboard look at. */
export type MetricName =
  | 'FilesAccepted'
  | 'FilesDuplicate'
  | 'FilesQuarantined'
  | 'UploadFormsReused'
  | 'TextractThrottled'
  | 'BarcodesRead'
  | 'SecondLooks'
  | 'WitnessesMissing'
  | 'ClaimsDrafted'
  | 'ClaimsApproved'
  | 'ClaimsRejected'
  | 'ClaimsReferred'
  | 'ClaimsIncomplete'
  | 'PaymentsOrdered'
  | 'PaymentsPaid'
  | 'PaymentsReleased'
  | 'PaymentsReturned'
  | 'PaymentsTakenOut'
  | 'PaymentsHeldForDeath'
  | 'PaymentsRefused'
  | 'PaymentsDisputed'
  | 'BankAnswerProblems'
  | 'SmsSent'
  | 'SmsSkipped'
  | 'SmsDelayed'
  | 'IntakeReceived'
  | 'IntakeMissing'
  | 'ListsReceived'
  | 'ListsRefused'
  | 'ListsClosed'
  | 'ListsStuck'
  | 'ListLinesVerified'
  | 'ListLinesRegistered'
  | 'PersonsRegistered'
  | 'LettersListed'
  | 'RegistrationSmsSent'
  | 'RegistrationSmsSkipped'
  | 'RegistrationSmsDelayed'
  | 'RegistrationSmsPaused'
  | 'RightsChecked'
  | 'RightsClosed'
  | 'SignInsThrottled'
  | 'SignInsTurnedAway'
  | 'SignInCodesSent'
  | 'SignInCodesWithoutRoom'
  | 'SignInCodesNotDelivered';

export const powertoolsMetrics = new Metrics({ singleMetric: false });

export function count(name: MetricName, value = 1): void {
  powertoolsMetrics.addMetric(name, MetricUnit.Count, value);
}
