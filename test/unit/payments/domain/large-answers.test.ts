import { describe, expect, it } from 'vitest';
import { MOST_PAYMENTS_IN_BATCH } from '../../../../contexts/payments/domain/payment-batch.ts';
import { BankAnswerError, parsePain002 } from '../../../../contexts/payments/domain/pain-002.ts';
import { MOST_XML_BYTES } from '../../../../contexts/payments/domain/xml.ts';
import { answerXml } from './support/answers.ts';

const [head, tail] = answerXml({
  originalMessageId: 'R1',
  blocks: [{ id: 'R1', transactions: [{ id: 'HERE' }] }],
}).split(/<TxInfAndSts>.*<\/TxInfAndSts>/s);
const around = (content: string): string => `${head}${content}${tail}`;

/** As much as banks repeat of a payment. */
const party = (name: string) =>
  `<${name}><Nm>CAISSE NATIONALE DE SECURITE SOCIALE</Nm><PstlAdr><StrtNm>BOULEVARD MOHAMED V</StrtNm><PstCd>20000</PstCd><TwnNm>CASABLANCA</TwnNm><Ctry>MA</Ctry></PstlAdr></${name}>` +
  `<${name}Acct><Id><IBAN>MA64011519000001205000534921</IBAN></Id><Ccy>MAD</Ccy></${name}Acct><${name}Agt><FinInstnId><BICFI>BCMAMAMC</BICFI></FinInstnId></${name}Agt>`;
const wordy = (index: number): string => {
  const id = `${index.toString().padStart(16, '0')}-1-1`;
  return `<TxInfAndSts><StsId>S${id}</StsId><OrgnlInstrId>${id}</OrgnlInstrId><OrgnlEndToEndId>${id}</OrgnlEndToEndId><TxSts>RJCT</TxSts><StsRsnInf><Orgtr><Nm>BANQUE</Nm></Orgtr><Rsn><Cd>AC04</Cd></Rsn><AddtlInf>Compte clos</AddtlInf></StsRsnInf><AccptncDtTm>2026-11-20T11:00:00</AccptncDtTm><AcctSvcrRef>${id}</AcctSvcrRef><OrgnlTxRef><Amt><InstdAmt Ccy="MAD">100.50</InstdAmt></Amt><ReqdExctnDt><Dt>2026-11-20</Dt></ReqdExctnDt><PmtMtd>TRF</PmtMtd><RmtInf><Ustrd>Remboursement</Ustrd></RmtInf>${party('Dbtr')}${party('Cdtr')}</OrgnlTxRef></TxInfAndSts>`;
};

describe('an answer of the bank', () => {
  it('is read about the largest order that leaves, however wordy the bank is', () => {
    const xml = around(Array.from({ length: MOST_PAYMENTS_IN_BATCH }, (_, index) => wordy(index)).join('\n'));
    expect(xml.length).toBeGreaterThan(6_000_000);
    expect(parsePain002(xml).paymentInformations[0]?.transactions).toHaveLength(MOST_PAYMENTS_IN_BATCH);
  }, 60_000);

  it.each([
    ['bytes', `<a>${'x'.repeat(MOST_XML_BYTES)}</a>`, 'larger'],
    ['elements', '<a/>'.repeat(3_000_000), 'more elements'],
    ['empty payments', '<TxInfAndSts/>'.repeat(700_000), 'more elements'],
    ['attributes', `<a ${'b="1" '.repeat(200_000)}/>`, 'more elements'],
    ['names', Array.from({ length: 200_000 }, (_, index) => `<a${index}/>`).join(''), 'kinds of elements'],
  ])('is refused for too many %s, before it takes time and memory', (_, content, why) => {
    const before = process.cpuUsage();
    expect(() => parsePain002(around(content))).toThrow(BankAnswerError);
    const { user } = process.cpuUsage(before);
    expect(() => parsePain002(around(content))).toThrow(why);
    expect(user).toBeLessThan(1_500_000);
  });
});
