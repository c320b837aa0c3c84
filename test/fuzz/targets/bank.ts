import { outcomesOf } from '../../../contexts/payments/domain/payment-outcomes.ts';
import { BankAnswerError, parsePain002 } from '../../../contexts/payments/domain/pain-002.ts';
import { refusalCause } from '../../../contexts/payments/domain/reason-cause.ts';
import { verifyPain001 } from '../../../contexts/payments/domain/verify-pain-001.ts';
import { currentRuleBook } from '../../../contexts/rules/rule-book.ts';
import { answerXml } from '../../unit/payments/domain/support/answers.ts';
import { textOf, textSeed } from '../json-input.ts';
import { xmlMutators } from '../mutators/xml.ts';
import { accepted, refused, type Target, type Verdict } from '../target.ts';

const PAYMENTS = [
  { paymentId: '7Q2MK8D10ABCDEFG-1-1', amountCentimes: 10_500, rib: '007780000123456789012396' },
  { paymentId: '7Q2MK8D10ABCDEFH-1-1', amountCentimes: 7_500, rib: '011810000012345678901252' },
  { paymentId: '7Q2MK8D10ABCDEFH-2-1', amountCentimes: 1, rib: '225810018765432109876546' },
] as const;
const [FIRST, SECOND, THIRD] = PAYMENTS;

const WORDS = [
  ...[
    'ACSC',
    'ACCC',
    'RJCT',
    'PART',
    'PDNG',
    'BLCK',
    'CANC',
    '',
    ' ',
    'AC01',
    'AM05',
    'MS03',
    'NARR',
    'R1',
    'R2',
  ],
  ...[
    FIRST.paymentId,
    SECOND.paymentId,
    '105.00',
    '105',
    '105.0000',
    '-1',
    '1e3',
    '99999999999999',
    '٣',
    '3',
    '0',
  ],
  ...[
    '&amp;',
    '&#0;',
    '&#x110000;',
    '&lol;',
    '<!DOCTYPE a [<!ENTITY lol "lol">]>',
    '<![CDATA[<a>]]>',
    '<!-- -- -->',
  ],
  ...[
    '<?xml version="1.0" encoding="UTF-16"?>',
    '<?x?>',
    '<a',
    '</a>',
    '\0',
    '\x1a',
    '\ufeff',
    '\ud800',
    ']]>',
    '%',
  ],
  ...[
    '2026-11-22T08:00:00',
    '2026-13-40T99:99:99Z',
    '+999999-01-01T00:00:00Z',
    '2026-03-29T02:30:00[Africa/Casablanca]',
  ],
  ...[
    'MA64007780000123456789012396',
    'urn:iso:std:iso:20022:tech:xsd:pain.002.001.02',
    '__proto__',
    'constructor',
  ],
] as const;

const seeds = [
  answerXml({ originalMessageId: 'R1', numberOfTransactions: 3, controlSum: '180.01', groupStatus: 'ACSC' }),
  answerXml({
    ...{ originalMessageId: 'R1', groupStatus: 'PART', version: '03' },
    blocks: [
      {
        ...{ id: 'R1', status: 'PART', numberOfTransactions: 3, controlSum: '180.01' },
        transactions: [
          { id: FIRST.paymentId, status: 'ACSC', amount: '105.00', account: 'MA64007780000123456789012396' },
          {
            id: SECOND.paymentId,
            status: 'RJCT',
            reason: 'AC01',
            text: 'Compte clos',
            instructionId: SECOND.paymentId,
          },
          { id: THIRD.paymentId, status: 'RJCT', reason: 'AM05' },
        ],
      },
    ],
  }),
  answerXml({ originalMessageId: 'R1', groupStatus: 'RJCT', groupReason: 'AM05', version: '14' }),
].flatMap((xml) => [
  textSeed(xml),
  textSeed(
    xml
      .replace('<Document xmlns=', '<doc:Document xmlns:doc=')
      .replace(/<(\/?)(?!doc:|\?)(\w)/g, '<$1doc:$2'),
  ),
]);

const rules = currentRuleBook();

function readAnswer(bytes: Uint8Array): Verdict {
  try {
    const answer = parsePain002(textOf(bytes));
    const batch = { id: 'R1', payments: PAYMENTS };
    const { outcomes } = outcomesOf(answer, batch, (reasons) => refusalCause(reasons, rules, '2026-11-22'));
    if (outcomes.length !== PAYMENTS.length) throw new Error('A payment has no outcome');
    return accepted;
  } catch (error) {
    if (error instanceof BankAnswerError) return refused(kindOf(error.message));
    throw error;
  }
}

/** The message without what is different from file to file. */
const kindOf = (message: string): string =>
  message
    .split(/[:;(,]|\bis\b|\bcannot\b/)[0]
    ?.replace(/pain\S+|\b[a-z]{4}\.\d\S*/g, '…')
    .trim() ?? '';

const order = (transactions: string, sums = true): Uint8Array =>
  textSeed(
    `<Document><CstmrCdtTrfInitn><GrpHdr><MsgId>R1</MsgId>${sums ? '<NbOfTxs>2</NbOfTxs><CtrlSum>180.00</CtrlSum>' : ''}</GrpHdr>` +
      `<PmtInf><PmtInfId>R1</PmtInfId><NbOfTxs>2</NbOfTxs><CtrlSum>180.00</CtrlSum>${transactions}</PmtInf></CstmrCdtTrfInitn></Document>`,
  );
const transfer = (id: string, amount: string): string =>
  `<CdtTrfTxInf><PmtId><EndToEndId>${id}</EndToEndId></PmtId><Amt><InstdAmt Ccy="MAD">${amount}</InstdAmt></Amt></CdtTrfTxInf>`;

function checkOrder(bytes: Uint8Array): Verdict {
  const problems = verifyPain001(textOf(bytes));
  return problems.length === 0 ? accepted : refused(kindOf(problems[0] ?? ''));
}

export const bankTargets: readonly Target[] = [
  {
    name: 'bank-answers',
    share: 60,
    prepare: () => Promise.resolve({ seeds, words: WORDS, mutators: xmlMutators(WORDS), parse: readAnswer }),
  },
  {
    name: 'bank-orders',
    share: 15,
    prepare: () =>
      Promise.resolve({
        seeds: [order(transfer('A', '105.00') + transfer('B', '75.00')), order(transfer('A', '180'), false)],
        words: WORDS,
        mutators: xmlMutators(WORDS),
        parse: checkOrder,
      }),
  },
];
