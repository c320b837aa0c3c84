import type { PlanStage } from './plan-stage.ts';
import type { ListPrices } from '../cost/list-prices.ts';
import { numberText } from '../number-text.ts';
import type { PlanInputs, PlanValues } from './inputs.ts';
import { markdownTable } from './markdown-table.ts';
import { migrationCost, s3Requests, smsCount, storageUsdPerMonth } from './migration-cost.ts';
import { migrationPlan, rangeCount, registrationWriteUnits, unitCount } from './migration-plan.ts';
import type { MigrationPlan, PlanSettings } from './migration-plan.ts';
import { SMS_RATES, smsDays } from './sms-days.ts';

export const CHART = 'plan-11-million.svg';
/** Nobody knows what an SMS to Morocco costs at AWS: examples, not quotations. */
const SMS_PRICES_USD = [0.02, 0.05, 0.1];

/** As the stage is set, and turned up for the days of the migration. */
export function settingsOf(stage: PlanStage, { limits }: PlanValues): readonly PlanSettings[] {
  const { verifyRange, registerUnit } = stage.consumers;
  const asSet: PlanSettings = {
    name: 'as production is set',
    verifyConcurrency: verifyRange.maxConcurrency,
    registerConcurrency: registerUnit.maxConcurrency,
    tableWriteUnitsPerSecond: limits.freshTableWriteUnitsPerSecond,
  };
  const turnedUp = (times: number): PlanSettings => ({
    name: `table warmed ${numberText(times * limits.freshTableWriteUnitsPerSecond)}`,
    verifyConcurrency: asSet.verifyConcurrency * times,
    registerConcurrency: asSet.registerConcurrency * times,
    tableWriteUnitsPerSecond: limits.freshTableWriteUnitsPerSecond * times,
  });
  return [asSet, turnedUp(3), turnedUp(10)];
}

export interface PlanParts {
  readonly inputs: PlanInputs;
  readonly values: PlanValues;
  readonly stage: PlanStage;
  readonly prices: ListPrices;
}

export const plansOf = ({ values, stage }: PlanParts): readonly MigrationPlan[] =>
  settingsOf(stage, values).map((settings) => migrationPlan(values, stage, settings));

export const smsTable = ({ values, stage }: PlanParts) =>
  SMS_RATES.map((rate) => smsDays(smsCount(values), stage.registrationSms, rate));

/** docs/plan-11-million.md, whole. */
export function planPage(parts: PlanParts): string {
  const { facts } = parts.values;
  const plans = plansOf(parts);
  return [
    '# Plan for the 11 million',
    '',
    `What it takes to move ${numberText(facts.lines)} people of ${numberText(facts.households)} RAMED households in one list, from the upload to the last SMS. This page and its chart are computed by \`npm run docs\` from [inputs.json](../test/bench/plan/inputs.json) (what was measured, read or assumed), the settings of the stage \`production\` and [list-prices.json](../test/bench/cost/list-prices.json). No AWS account was asked: it is arithmetic, to be redone with the figures of the first dry run.`,
    '',
    ...summary(parts, plans),
    `![Hours of each step, and days of SMS at several rates](${CHART})`,
    '',
    ...timeSection(parts, plans),
    ...tableSection(parts, plans),
    ...linkSection(parts),
    ...costSection(parts, plans),
    ...smsSection(parts),
    ...inputSection(parts),
  ].join('\n');
}

function summary({ values, stage, prices }: PlanParts, plans: readonly MigrationPlan[]): readonly string[] {
  const [asSet] = plans;
  if (asSet === undefined) return [];
  const usd = migrationCost(values, stage, asSet, prices).reduce((sum, line) => sum + line.usd, 0);
  const sms = smsDays(smsCount(values), stage.registrationSms, stage.registrationSms.messagesPerSecond);
  return [
    `**In short**: ${hoursText(asSet.hours)} as production is set, of them most in registering; ${usdText(usd)} without SMS; ${numberText(sms.days)} days to text ${numberText(smsCount(values))} people at ${sms.messagesPerSecond} SMS a second. The table, not the machines, sets the pace of registering; the rate of SMS decides when the last person is notified.`,
    '',
  ];
}

function timeSection({ values, stage }: PlanParts, plans: readonly MigrationPlan[]): readonly string[] {
  const rows = plans.flatMap(({ settings, phases, hours }) => [
    ...phases.map((phase) => [
      settings.name,
      phase.step,
      hoursText(phase.hours),
      numberText(phase.concurrency),
      phase.writeUnitsPerSecond === 0 ? '' : numberText(Math.round(phase.writeUnitsPerSecond)),
      phase.bound,
    ]),
    [settings.name, '**all**', `**${hoursText(hours)}**`, '', '', ''],
  ]);
  return [
    '## Time',
    '',
    `The list is cut into ${numberText(rangeCount(values, stage))} ranges and ${numberText(unitCount(values, stage))} units. Steps of one list follow one another; a dry run takes the same time without its writes.`,
    '',
    ...markdownTable(['settings', 'step', 'takes', 'copies', 'write units a second', 'held back by'], rows),
    '',
  ];
}

function tableSection({ values, stage }: PlanParts, plans: readonly MigrationPlan[]): readonly string[] {
  const { facts, measured, limits } = values;
  const rows = plans.map(({ settings, phases }) => {
    const peak = Math.max(...phases.map(({ writeUnitsPerSecond }) => writeUnitsPerSecond));
    return [
      settings.name,
      numberText(Math.round(peak)),
      numberText(settings.tableWriteUnitsPerSecond),
      numberText(Math.ceil(settings.tableWriteUnitsPerSecond / limits.partitionWriteUnitsPerSecond)),
    ];
  });
  return [
    '## Tables',
    '',
    `Registering writes ${numberText(Math.round(registrationWriteUnits(values, stage)))} units: ${numberText(measured.writeUnitsPerHead)} for each head, ${numberText(measured.writeUnitsPerDependant)} for each member of the family, in one transaction, and ${numberText(measured.writeUnitsPerCount)} to count each unit. A new table on demand takes ${numberText(limits.freshTableWriteUnitsPerSecond)} a second; ${numberText(limits.headroom * 100)} % of it is planned with, and ${numberText(facts.claimsWriteUnitsPerSecond)} a second are left to claims.`,
    '',
    ...markdownTable(
      [
        'settings',
        'write units a second',
        'warm throughput of the registry table',
        'partitions it spreads over',
      ],
      rows,
    ),
    '',
    'The registry table has no index: nothing else is to be warmed. Registration numbers are spread over the whole key space, so no partition is hot; only the list’s own counters and events share one, which bounds how many units are counted a second. Set `WarmThroughput` on the table some hours before, and set the concurrency of `registerUnit` in the stage; both stay harmless afterwards. The one-off price of warming was not found.',
    '',
  ];
}

function linkSection({ values }: PlanParts): readonly string[] {
  const { facts, measured, limits } = values;
  const memory = (facts.lines * measured.linkMemoryBytesPerLine) / 2 ** 20;
  const disk = (facts.lines * measured.linkDiskBytesPerLine) / 2 ** 20;
  const seconds = (facts.lines / 1_000_000) * measured.linkSecondsPerMillion;
  const fits =
    seconds <= limits.lambdaSeconds && memory <= limits.engineMegabytes && disk <= limits.engineMegabytes;
  return [
    '## Linkage',
    '',
    ...markdownTable(
      ['', 'needed for all lines', 'a function may have'],
      [
        ['minutes', numberText(Math.round(seconds / 60)), numberText(limits.lambdaSeconds / 60)],
        ['memory, MB', numberText(Math.round(memory)), numberText(limits.engineMegabytes)],
        ['disk, MB', numberText(Math.round(disk)), numberText(limits.engineMegabytes)],
      ],
    ),
    '',
    `Measured over a list of this length, not reckoned from a shorter one: pairs that agree by chance grow with the square of the list, the rest with the list. Time is of two cores where the function has six; what does not fit into the memory that the engine is given goes to the disk. The time that S3 takes to hand over ranges and to take units is not in it. The engine is given 60 % of the function’s memory. ${
      fits
        ? 'All of RAMED fits into one list; Athena (`linkEngine: athena`) stays off. Nothing is said of much longer lists: their pairs grow faster than their lines.'
        : 'All of RAMED in one list does not fit: set `linkEngine: athena` for it, or send it in parts, by region: people of earlier parts are linked against too, and households never span two regions.'
    }`,
    '',
  ];
}

function costSection(
  { values, stage, prices }: PlanParts,
  plans: readonly MigrationPlan[],
): readonly string[] {
  const [asSet] = plans;
  if (asSet === undefined) return [];
  const lines = migrationCost(values, stage, asSet, prices);
  const { reads, writes } = s3Requests(values, stage);
  const total = lines.reduce((sum, { usd }) => sum + usd, 0);
  return [
    '## Cost',
    '',
    `List prices of ${prices.region} without tiers, free tier and tax; prices of Paris were not found. SMS are below.`,
    '',
    ...markdownTable(
      ['service', 'for', 'quantity', 'unit', 'USD'],
      [
        ...lines.map(({ service, what, quantity, unit, usd }) => [
          service,
          what,
          numberText(quantity),
          unit,
          usdText(usd),
        ]),
        ['**sum**', '', '', '', `**${usdText(total)}**`],
      ],
    ),
    '',
    `That is ${usdText((1000 * total) / values.facts.lines)} for a thousand lines. S3 is asked ${numberText(reads + writes)} times in all. From then on the registry of these people costs ${usdText(storageUsdPerMonth(values, prices))} a month, backups included. Not in the sum: KMS (one call for each data key, not for each item), the reading of the table’s stream by Lambda (free), CloudTrail, the one-off price of warming.`,
    '',
  ];
}

function smsSection(parts: PlanParts): readonly string[] {
  const { values, stage } = parts;
  const { fromHour, untilHour } = stage.registrationSms;
  const count = smsCount(values);
  const letters = values.facts.registeredHeads - count;
  return [
    '## SMS',
    '',
    `${numberText(count)} SMS of one part (Arabic, 70 characters), from ${fromHour}:00 to ${untilHour}:00 in Casablanca: ${untilHour - fromHour} hours a day. ${numberText(letters)} people without a mobile get a letter.`,
    '',
    ...markdownTable(
      ['SMS a second', 'SMS a day', 'days'],
      smsTable(parts).map((row) => [
        numberText(row.messagesPerSecond),
        numberText(row.messagesPerDay),
        row.days.toFixed(1),
      ]),
    ),
    '',
    `Production is set to ${stage.registrationSms.messagesPerSecond} a second. What a provider takes a second for Morocco was not found: ask, before a day is promised. Nor was a price: at ${SMS_PRICES_USD.map((usd) => `$${usd.toFixed(2)}`).join(', ')} a part all of them cost ${SMS_PRICES_USD.map((usd) => usdText(usd * count)).join(', ')}. The spending limit for SMS (\`monthlySpendUsd\`) stands below that and stops them: raise it first.`,
    '',
  ];
}

function inputSection({ inputs }: PlanParts): readonly string[] {
  const rows = [inputs.facts, inputs.measured, inputs.limits].flatMap((section) =>
    Object.values(section).map(({ what, value, kind, source }) => [what, numberText(value), kind, source]),
  );
  return ['## What it rests on', '', ...markdownTable(['what', 'value', 'kind', 'source'], rows), ''];
}

function hoursText(hours: number): string {
  const minutes = hours * 60;
  if (minutes < 1) return `${numberText(Math.ceil(minutes * 60))} s`;
  return hours < 1 ? `${numberText(Math.round(minutes))} min` : `${hours.toFixed(1)} h`;
}

function usdText(usd: number): string {
  if (usd < 0.1) return `$${usd.toPrecision(2)}`;
  return usd < 10 ? `$${usd.toFixed(2)}` : `$${Math.round(usd).toLocaleString('en-GB')}`;
}
