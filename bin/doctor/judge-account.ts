import type { AccountQuota, SmsAccount } from '../../contexts/operations/aws/account-quotas.ts';
import { type Finding, ok, warning } from './finding.ts';

interface WantedQuota {
  readonly name: string;
  readonly service: 'textract' | 'lambda';
  /** In the name that AWS gives it. */
  readonly called: RegExp;
  readonly wanted: number;
}

/** As docs/operating.md reasons them, for 90,000 files a day. At less, queues are longer. */
export const wantedQuotas: readonly WantedQuota[] = [
  {
    name: 'Textract StartDocumentTextDetection a second',
    service: 'textract',
    called: /\bStartDocumentTextDetection\b/,
    wanted: 12,
  },
  {
    name: 'Textract GetDocumentTextDetection a second',
    service: 'textract',
    called: /\bGetDocumentTextDetection\b/,
    wanted: 12,
  },
  {
    name: 'Textract DetectDocumentText a second',
    service: 'textract',
    called: /\bDetectDocumentText\b/,
    wanted: 5,
  },
  {
    name: 'Textract text jobs at a time',
    service: 'textract',
    called: /asynchronous.*text|text.*asynchronous/i,
    wanted: 600,
  },
  {
    name: 'Lambda concurrent executions',
    service: 'lambda',
    called: /^Concurrent executions$/i,
    wanted: 1000,
  },
];
/** What a new account may spend. */
const SPEND_OF_NEW_ACCOUNT = 1;
const ASK = 'Ask for it early, it takes days to weeks (docs/operating.md).';

export function quotaFinding(
  { name, called, wanted }: WantedQuota,
  quotas: readonly AccountQuota[],
): Finding {
  const quota = quotas.find((one) => called.test(one.name));
  if (quota === undefined)
    return warning(name, 'AWS does not say', 'Look at Service Quotas in the console (docs/operating.md).');
  if (quota.value >= wanted) return ok(name, `${quota.value}, ${wanted} wanted for 90,000 files a day`);
  return warning(name, `${quota.value}, and ${wanted} are wanted for 90,000 files a day`, ASK);
}

export function smsFindings({ isInSandbox, monthlySpendLimit }: SmsAccount): Finding[] {
  const spend = 'SMS spending limit a month';
  return [
    isInSandbox
      ? warning('SMS sandbox', 'only verified numbers get SMS', ASK)
      : ok('SMS sandbox', 'the account has left it'),
    monthlySpendLimit === undefined
      ? warning(spend, 'AWS does not say: a new account may spend $1', ASK)
      : monthlySpendLimit > SPEND_OF_NEW_ACCOUNT
        ? ok(spend, `$${monthlySpendLimit}`)
        : warning(spend, `$${monthlySpendLimit}, at which SMS stop after some dozen`, ASK),
  ];
}
