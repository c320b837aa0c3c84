import { existsSync, readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { BankAnswerError, parsePain002 } from '../../../../../core/domain/payments/pain-002.ts';
import { answerXml } from './support/answers.ts';

describe('the answer of the bank', () => {
  it('is read on its three levels, with reasons', () => {
    const answer = parsePain002(
      answerXml({
        originalMessageId: 'R1',
        numberOfTransactions: 2,
        groupStatus: 'PART',
        blocks: [
          {
            id: 'R1',
            status: 'PART',
            transactions: [
              {
                id: '0000000000000108-1-1',
                status: 'RJCT',
                reason: 'AC01',
                text: 'Compte &amp; clé erronés',
              },
              { id: '7Q2MK8D10ABCDEFG-1-1', status: 'ACSC' },
            ],
          },
        ],
      }),
    );
    expect(answer).toEqual({
      messageId: 'BANK-1',
      messageName: 'pain.002.001.10',
      originalMessageId: 'R1',
      originalNumberOfTransactions: 2,
      group: { status: 'PART', reasons: [] },
      paymentInformations: [
        {
          originalPaymentInformationId: 'R1',
          status: 'PART',
          reasons: [],
          transactions: [
            {
              originalIds: ['0000000000000108-1-1'],
              status: 'RJCT',
              reasons: [{ code: 'AC01', text: ['Compte & clé erronés'] }],
            },
            { originalIds: ['7Q2MK8D10ABCDEFG-1-1'], status: 'ACSC', reasons: [] },
          ],
        },
      ],
    });
  });

  it.each(['03', '04', '09', '10', '14'])('is read in version %s, with and without a prefix', (version) => {
    const plain = answerXml({ originalMessageId: 'R1', groupStatus: 'RJCT', version });
    const prefixed = plain
      .replace('<Document xmlns=', '<doc:Document xmlns:doc=')
      .replace(/<(\/?)(?!doc:|\?)(\w)/g, '<$1doc:$2');
    expect(prefixed).toContain('<doc:GrpSts>');
    for (const xml of [plain, prefixed, `\uFEFF${plain}`]) {
      expect(parsePain002(xml)).toMatchObject({
        messageName: `pain.002.001.${version}`,
        group: { status: 'RJCT' },
      });
    }
  });

  it('takes empty elements for silence', () => {
    const answer = parsePain002(
      answerXml({ originalMessageId: 'R1', groupStatus: '' }).replace('</GrpSts>', '</GrpSts><StsRsnInf/>'),
    );
    expect(answer.group).toEqual({ status: undefined, reasons: [{ code: undefined, text: [] }] });
  });
});

describe('a file that is not an answer of the bank', () => {
  const whole = answerXml({ originalMessageId: 'R1', groupStatus: 'ACSC' });
  const bomb = `<!DOCTYPE b [<!ENTITY a "aaaaaaaaaa"><!ENTITY b "&a;&a;&a;&a;">]>`;

  it.each([
    ['nothing', '', 'not XML'],
    ['text', 'PK\u0003\u0004 not xml', 'not XML'],
    ['JSON', '{"Document":{}}', 'not XML'],
    ['half a file', whole.slice(0, whole.indexOf('<GrpSts>')), 'not well-formed'],
    ['an entity bomb', whole.replace('<Document', `${bomb}<Document`), 'document type'],
    [
      'an external entity',
      whole
        .replace('<Document', `<!DOCTYPE d [<!ENTITY x SYSTEM "file:///etc/passwd">]><Document`)
        .replace('R1', '&x;'),
      'document type',
    ],
    [
      'an external document type',
      whole.replace('<Document', '<!doctype d SYSTEM "http://x/"><Document'),
      'document type',
    ],
    ['a deep nest', `${'<a>'.repeat(300)}${'</a>'.repeat(300)}`, 'nested too deeply'],
    ['a reserved name', '<Document><__proto__>1</__proto__></Document>', 'reserved names'],
    [
      'an order',
      whole.replace(/pain\.002\.001\.10/, 'pain.001.001.09').replaceAll('CstmrPmtStsRpt', 'CstmrCdtTrfInitn'),
      'This is a pain.001.001.09 file',
    ],
    [
      'a statement without namespace',
      '<Document><BkToCstmrStmt/></Document>',
      'Document/CstmrPmtStsRpt (pain.002) is expected',
    ],
    ['a page of a portal', '<html><body/></html>', 'Document/CstmrPmtStsRpt'],
    ['an old version', whole.replace('pain.002.001.10', 'pain.002.001.02'), 'too old'],
    [
      'an answer to nothing',
      whole.replace('<OrgnlMsgId>R1</OrgnlMsgId>', ''),
      'CstmrPmtStsRpt/OrgnlGrpInfAndSts/OrgnlMsgId',
    ],
    [
      'a count in words',
      whole.replace('<GrpSts>', '<OrgnlNbOfTxs>two</OrgnlNbOfTxs><GrpSts>'),
      'OrgnlNbOfTxs',
    ],
  ])('is refused: %s', (_, xml, message) => {
    expect(() => parsePain002(xml)).toThrow(BankAnswerError);
    expect(() => parsePain002(xml)).toThrow(message);
  });

  it('is not quoted in the error', () => {
    const personal = whole.replace('<OrgnlMsgId>R1</OrgnlMsgId>', '<Nm>Alami</Nm>');
    for (const xml of [personal, `${personal}<`, personal.replace('</Nm>', '')]) {
      expect(() => parsePain002(xml)).toThrow(BankAnswerError);
      expect(() => parsePain002(xml)).not.toThrow('Alami');
    }
  });
});

const dataFolder = '../shared/data/iso20022';
describe.skipIf(!existsSync(dataFolder))(
  `answers of real banks (skipped where ${dataFolder} is absent)`,
  () => {
    const read = (name: string) => parsePain002(readFileSync(`${dataFolder}/${name}`, 'utf8'));

    it('reads a group that was rejected as a duplicate', () => {
      expect(read('nordea-pain_002_v3_group_reject.xml')).toMatchObject({
        messageName: 'pain.002.001.03',
        originalMessageId: 'MSGID-PS-TEST-0708-01',
        group: { status: 'RJCT', reasons: [{ code: 'DU01', text: ['ISO Duplicate Message ID'] }] },
        paymentInformations: [],
      });
    });

    it('reads a payment information that was rejected', () => {
      expect(read('nordea-pain_002_v3_payment_reject.xml')).toMatchObject({
        group: { status: undefined },
        paymentInformations: [
          {
            originalPaymentInformationId: 'PMTINFID-COM-SCE25-1707-01',
            status: 'RJCT',
            reasons: [{ code: 'NARR' }],
            transactions: [],
          },
        ],
      });
    });

    it('reads transactions that were rejected', () => {
      const [block] = read('nordea-pain_002_v3_txn_reject.xml').paymentInformations;
      expect(block?.transactions.map(({ originalIds, status }) => [originalIds[0], status])).toEqual([
        ['ENDTOENDID-950-TEST2-2807-02', 'RJCT'],
        ['ENDTOENDID-950-TEST2-2807-01', 'RJCT'],
      ]);
    });

    it('reads an answer whose namespace is misspelt, and keeps the zeros of its ids', () => {
      expect(read('cross_river-pain_002_credit_accepted.xml')).toMatchObject({
        messageName: 'pain.002.001.03',
        originalNumberOfTransactions: 3,
        group: { status: 'ACTC' },
        paymentInformations: [
          {
            status: 'ACTC',
            transactions: [{ originalIds: ['0000000000000108', '100ABCD012345'], status: 'ACSP' }],
          },
        ],
      });
    });
  },
);
