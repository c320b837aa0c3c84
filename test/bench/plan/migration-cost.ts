import type { PlanStage } from './plan-stage.ts';
import type { ListPrices } from '../cost/list-prices.ts';
import type { PlanValues } from './inputs.ts';
import { rangeCount, registrationWriteUnits, unitCount, type MigrationPlan } from './migration-plan.ts';

/** What a service is used for, how much of it, and what that costs. */
export interface CostLine {
  readonly service: string;
  readonly what: string;
  readonly quantity: number;
  readonly unit: string;
  readonly usd: number;
}

/** A message on a queue is sent, received and deleted. */
const REQUESTS_PER_MESSAGE = 3;
/** What AWS bills an event for: each 64 KB of it. */
const GIGABYTE = 1_000_000_000;
/** Of one line of the log, with its fields. */
const LOG_BYTES_PER_CALL = 1_500;

/** SMS that will go out. */
export const smsCount = ({ facts }: PlanValues): number =>
  Math.round(facts.registeredHeads * facts.mobileShare);

/** S3 requests of all steps: a range is read and written, read again for linkage; a unit twice written, three times read. */
export function s3Requests(
  values: PlanValues,
  stage: PlanStage,
): { readonly reads: number; readonly writes: number } {
  const ranges = rangeCount(values, stage);
  const units = unitCount(values, stage);
  return { reads: 2 * ranges + 3 * units, writes: ranges + 2 * units };
}

/** Everything from the upload to the last SMS's record, without what SMS themselves cost. */
export function migrationCost(
  values: PlanValues,
  stage: PlanStage,
  plan: MigrationPlan,
  { prices }: ListPrices,
): readonly CostLine[] {
  const { facts, measured } = values;
  const messages = rangeCount(values, stage) + unitCount(values, stage);
  const requests = s3Requests(values, stage);
  const sms = smsCount(values);
  const line = (
    service: string,
    what: string,
    quantity: number,
    unit: string,
    price: { readonly usd: number },
  ): CostLine => ({ service, what, quantity, unit, usd: quantity * price.usd });
  const calls = plan.phases.reduce((sum, { invocations }) => sum + invocations, 0);
  const relayed = facts.registeredHeads + messages;
  const gigabytes = (facts.lines * measured.bytesPerLine) / GIGABYTE;
  return [
    line(
      'DynamoDB',
      'people, coverage, families',
      registrationWriteUnits(values, stage),
      'write units',
      prices.dynamoDbWriteUnit,
    ),
    line(
      'DynamoDB',
      'records of SMS',
      sms * measured.writeUnitsPerSms,
      'write units',
      prices.dynamoDbWriteUnit,
    ),
    line(
      'DynamoDB',
      'what the registry knows of each line',
      facts.lines * measured.readUnitsPerLine,
      'read units',
      prices.dynamoDbReadUnit,
    ),
    line(
      'Lambda',
      'the five steps',
      plan.phases.reduce((sum, phase) => sum + phase.lambdaGigabyteSeconds, 0),
      'GB-seconds',
      prices.lambdaGigabyteSecond,
    ),
    line('Lambda', 'calls', calls, 'calls', prices.lambdaRequest),
    line('S3', 'ranges, units, outcomes', requests.writes, 'writes', prices.s3Write),
    line('S3', 'ranges, units, outcomes', requests.reads, 'reads', prices.s3Read),
    line(
      'S3',
      'the list and what it is processed with, one month',
      4 * gigabytes,
      'GB-months',
      prices.s3GigabyteMonth,
    ),
    line(
      'SQS',
      'a message for each range and unit, and the event of each',
      2 * messages * REQUESTS_PER_MESSAGE,
      'requests',
      prices.sqsRequest,
    ),
    line(
      'EventBridge',
      'an event for each person registered, range and unit',
      relayed,
      'events',
      prices.eventBridgeEvent,
    ),
    line('CloudWatch', 'logs', (calls * LOG_BYTES_PER_CALL) / GIGABYTE, 'GB', prices.logGigabyte),
  ];
}

/** What the registry costs a month from then on: kept, and backed up. */
export function storageUsdPerMonth({ facts, measured }: PlanValues, { prices }: ListPrices): number {
  const people = facts.registeredHeads + facts.registeredDependants;
  const gigabytes = (people * measured.itemBytesPerPerson) / GIGABYTE;
  return gigabytes * (prices.dynamoDbGigabyteMonth.usd + prices.dynamoDbBackupGigabyteMonth.usd);
}
