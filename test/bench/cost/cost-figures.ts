import type { Figure } from '../group.ts';
import { sum } from '../statistics.ts';
import type { WireValue } from './item-size.ts';
import type { Invocation } from './function-host.ts';
import type { ListPrices } from './list-prices.ts';
import type { MeteredCall } from './metering-proxy.ts';
import { PAGES_PER_FILE } from './typical-file.ts';

/** What a number of claims used. */
export interface Usage {
  readonly claims: number;
  readonly calls: readonly MeteredCall[];
  readonly invocations: readonly Invocation[];
  readonly memoryMbOf: (functionName: string) => number;
}

const MILLION = 1_000_000;
const DAYS_PER_MONTH = 30;
const FILES_PER_DAY = [25_000, 90_000] as const;
const S3_READS = new Set(['GetObject', 'HeadObject']);
/** A message on a queue is sent, received and deleted. */
const REQUESTS_PER_MESSAGE = 3;

/**
 * Everything for one claim. Units are of the first usage (items are looked at meanwhile, which takes time), times of the second.
 */
export function costFigures(metered: Usage, timed: Usage, { prices }: ListPrices): readonly Figure[] {
  const perClaim = (total: number): number => total / metered.claims;
  const of = (service: string, matches: (call: MeteredCall) => boolean = () => true): number =>
    perClaim(metered.calls.filter((call) => call.service === service && matches(call)).length);
  const units = metered.calls.flatMap((call) => call.units);
  const writeUnits = perClaim(sum(units.map((unit) => unit.writeUnits)));
  const readUnits = perClaim(sum(units.map((unit) => unit.readUnits)));
  const invocations = perClaim(metered.invocations.length);
  const messages = perClaim(
    metered.invocations.filter(({ functionName }) => functionName !== 'relay-events').length,
  );
  const s3Reads = of('S3', ({ operation }) => S3_READS.has(operation));
  const s3Writes = of('S3') - s3Reads;
  // S3 announces each scan; what it announces of bank files is a share of one a run.
  const events = of('EventBridge') + 1;
  const smsParts = perClaim(
    sum(metered.calls.flatMap(({ puts }) => puts).map(({ segments }) => numberOf(segments))),
  );
  const timedPerClaim = (total: number): number => total / timed.claims;
  const gigabyteSeconds = timedPerClaim(
    sum(
      timed.invocations.map(
        ({ functionName, wallMilliseconds }) =>
          (timed.memoryMbOf(functionName) / 1024) * (wallMilliseconds / 1000),
      ),
    ),
  );
  const logBytes = timedPerClaim(sum(timed.invocations.map((one) => one.logBytes)));
  const usd = {
    dynamoDb: writeUnits * prices.dynamoDbWriteUnit.usd + readUnits * prices.dynamoDbReadUnit.usd,
    lambda: gigabyteSeconds * prices.lambdaGigabyteSecond.usd + invocations * prices.lambdaRequest.usd,
    s3: s3Writes * prices.s3Write.usd + s3Reads * prices.s3Read.usd,
    sqs: REQUESTS_PER_MESSAGE * messages * prices.sqsRequest.usd,
    eventBridge: events * prices.eventBridgeEvent.usd,
    logs: (logBytes / 1e9) * prices.logGigabyte.usd,
  };
  const platform = sum(Object.values(usd));
  const textract = PAGES_PER_FILE * prices.textractTextPage.usd;
  const perMillion = (name: string, amount: number): Figure => ({
    name: `${name}, USD a million claims`,
    value: amount * MILLION,
  });
  return [
    { name: 'DynamoDB write units a claim', value: writeUnits, target: { atMost: 45 } },
    { name: 'DynamoDB read units a claim', value: readUnits, target: { atMost: 25 } },
    { name: 'AWS calls a claim, upload included', value: perClaim(metered.calls.length) },
    { name: 'of them DynamoDB', value: of('DynamoDB') },
    { name: 'of them S3', value: of('S3') },
    { name: 'of them SQS', value: of('SQS') },
    { name: 'of them SNS', value: of('SNS') },
    { name: 'of them EventBridge', value: of('EventBridge') },
    { name: 'of them Textract', value: of('Textract') },
    { name: 'Lambda calls a claim', value: invocations },
    {
      name: 'Lambda milliseconds a claim',
      value: timedPerClaim(sum(timed.invocations.map((one) => one.wallMilliseconds))),
    },
    {
      name: 'of them processor milliseconds',
      value: timedPerClaim(sum(timed.invocations.map((one) => one.cpuMilliseconds))),
    },
    { name: 'Lambda GB-seconds a claim', value: gigabyteSeconds },
    { name: 'log kilobytes a claim', value: logBytes / 1000 },
    { name: 'SMS parts a claim', value: smsParts },
    perMillion('DynamoDB', usd.dynamoDb),
    perMillion('Lambda', usd.lambda),
    perMillion('S3 requests', usd.s3),
    perMillion('SQS', usd.sqs),
    perMillion('EventBridge', usd.eventBridge),
    perMillion('logs', usd.logs),
    perMillion('all without OCR and SMS', platform),
    perMillion(`Textract, ${PAGES_PER_FILE} pages`, textract),
    perMillion('all without SMS', platform + textract),
    ...FILES_PER_DAY.map((filesPerDay) => ({
      name: `all without SMS, USD a month at ${filesPerDay / 1000},000 files a day`,
      value: (platform + textract) * filesPerDay * DAYS_PER_MONTH,
    })),
  ];
}

/** What a claim takes whose acts are all that is billed. */
export function figuresWithoutMedicines({ claims, calls }: Usage): readonly Figure[] {
  const units = calls.flatMap((call) => call.units);
  const perClaim = (total: number): number => total / claims;
  return [
    {
      name: 'without medicines: DynamoDB write units a claim',
      value: perClaim(sum(units.map(({ writeUnits }) => writeUnits))),
      target: { atMost: 40 },
    },
    {
      name: 'without medicines: DynamoDB read units a claim',
      value: perClaim(sum(units.map(({ readUnits }) => readUnits))),
      target: { atMost: 25 },
    },
  ];
}

function numberOf(value: WireValue | undefined): number {
  return value !== undefined && 'N' in value ? Number(value.N) : 0;
}
