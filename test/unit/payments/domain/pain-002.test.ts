import { existsSync, readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { BankAnswerError, parsePain002 } from '../../../../contexts/payments/domain/pain-002.ts';
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
    expect(answer).toMatchObject({
      messageId: 'BANK-1',
      messageName: 'pain.002.001.10',
      originalMessageId: 'R1',
      totals: { numberOfTransactions: 2, controlSumCentimes: undefined },
      group: { status: 'PART', reasons: [] },
      paymentInformations: [
        {
          originalPaymentInformationId: 'R1',
          totals: { numberOfTransactions: undefined, controlSumCentimes: undefined },
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

  it('says when it was written, by the clock of Morocco where it names no offset', () => {
    const written = (text: string) =>
      parsePain002(answerXml({ originalMessageId: 'R1' }).replace(/(<CreDtTm>)[^<]*/, `$1${text}`)).createdAt;
    expect(written('2026-07-22T08:00:00+01:00')).toBe('2026-07-22T07:00:00Z');
    expect(written('2020-07-22T08:00:00')).toBe('2020-07-22T07:00:00Z');
    expect(written('yesterday')).toBeUndefined();
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

  const accepted = answerXml({ originalMessageId: 'R1', groupStatus: 'ACTC' });
  const behindStatus = (xml: string) => accepted.replace('</GrpSts>', `</GrpSts>${xml}`);
  const message = accepted.replace(/^<\?xml[^>]*>\s*/, '');
  it.each([
    ['an empty reason', behindStatus('<StsRsnInf><Rsn/></StsRsnInf>')],
    ['an empty count', accepted.replace('<GrpSts>', '<OrgnlNbOfTxs/><OrgnlCtrlSum/><GrpSts>')],
    ['an empty block', accepted.replace('</CstmrPmtStsRpt>', '<OrgnlPmtInfAndSts/></CstmrPmtStsRpt>')],
    [
      'an empty transaction',
      accepted.replace(
        '</CstmrPmtStsRpt>',
        '<OrgnlPmtInfAndSts><OrgnlPmtInfId>R1</OrgnlPmtInfId><TxInfAndSts/><TxInfAndSts><OrgnlTxRef/></TxInfAndSts></OrgnlPmtInfAndSts></CstmrPmtStsRpt>',
      ),
    ],
    [
      'an envelope for business messages',
      `<BusMsgEnvlp xmlns="urn:swift:xsd:envelope"><AppHdr xmlns="urn:iso:std:iso:20022:tech:xsd:head.001.001.02"/>${message}</BusMsgEnvlp>`,
    ],
    [
      'an envelope of SWIFT',
      `<?xml version="1.0"?><Saa:DataPDU xmlns:Saa="urn:swift:saa:xsd:saa.2.0"><Saa:Body>${message}</Saa:Body></Saa:DataPDU>`,
    ],
    ['the mark of the end of a file', `${accepted}\u001A`],
    ['a record filled up with NUL', `${accepted}\r\n\u001A${'\0'.repeat(400)}`],
  ])('is read with %s', (_, xml) => {
    const answer = parsePain002(xml);
    expect(answer).toMatchObject({ messageName: 'pain.002.001.10', originalMessageId: 'R1' });
    expect(answer.group.status).toBe('ACTC');
    expect(answer.totals).toEqual({
      numberOfTransactions: undefined,
      controlSumCentimes: undefined,
      perStatus: [],
    });
  });

  it('is refused as another message inside an envelope, too', () => {
    const other = message.replace('pain.002.001.10', 'pain.001.001.09');
    expect(() => parsePain002(`<BusMsgEnvlp>${other}</BusMsgEnvlp>`)).toThrow(
      'This is a pain.001.001.09 file',
    );
  });

  it('gives amounts in centimes, and refuses what is none', () => {
    const withSum = (sum: string) => parsePain002(answerXml({ originalMessageId: 'R1', controlSum: sum }));
    expect(withSum('1234.5').totals.controlSumCentimes).toBe(123_450);
    expect(withSum('1234.50000').totals.controlSumCentimes).toBe(123_450);
    expect(withSum('7').totals.controlSumCentimes).toBe(700);
    for (const wrong of ['1,234.50', '1e3', '-5', '12.345', 'x'])
      expect(() => withSum(wrong)).toThrow('OrgnlCtrlSum');
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
        totals: { numberOfTransactions: 3, controlSumCentimes: 501 },
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
