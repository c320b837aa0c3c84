import fc from 'fast-check';
import { existsSync, readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { ribKey } from '../../../../contexts/shared/identifiers/rib.ts';
import {
  buildPain001,
  type BankOrder,
  type OrderedPayment,
} from '../../../../contexts/payments/domain/pain-001.ts';
import { verifyPain001 } from '../../../../contexts/payments/domain/verify-pain-001.ts';

const order: BankOrder = {
  batch: {
    batchId: 'R20261121-1f0c9a3e-52b1',
    createdAt: '2026-11-21T10:00:00.000Z',
    executionDate: '2026-11-23',
  },
  debtor: { name: 'Caisse Nationale de Sécurité Sociale', rib: '007780000123456789012396', bic: 'BCMAMAMC' },
  payments: [
    { paymentId: '7Q2MK8D10ABCDEFG-1-1', amountCentimes: 12_345, rib: '011519000001205000534921' },
    {
      paymentId: '0000000000000108-2-1',
      amountCentimes: 1,
      rib: '007108000779200030312071',
      creditorName: 'Aïcha <Bénani> & fils',
      reference: 'AMO 0000-0000',
    },
  ],
};

const firstOf = (xml: string, element: string): string | undefined =>
  new RegExp(`<${element}[^>]*>([^<]*)</${element}>`).exec(xml)?.[1];
const allOf = (xml: string, element: string): string[] =>
  [...xml.matchAll(new RegExp(`<${element}[^>]*>([^<]*)</${element}>`, 'g'))].map(([, text]) => text!);

const validRib = fc.stringMatching(/^\d{22}$/).map((account) => `${account}${ribKey(account)}`);
const payments = fc.uniqueArray(
  fc.record(
    {
      paymentId: fc.stringMatching(/^[A-Z0-9]{16}-[1-9]-[1-9]$/),
      amountCentimes: fc.oneof(
        fc.integer({ min: 1, max: 1_000_000_000 }),
        fc.constantFrom(1, 9, 10, 99, 100, 101, 1_000_000_000),
      ),
      rib: validRib,
      creditorName: fc.string({ unit: 'binary', maxLength: 90 }),
      reference: fc.string({ unit: 'binary', maxLength: 160 }),
    },
    { requiredKeys: ['paymentId', 'amountCentimes', 'rib'] },
  ),
  { minLength: 1, maxLength: 20, selector: ({ paymentId }) => paymentId },
);

describe('the order to the bank', () => {
  it('counts and adds up its payments, in the group header and in the payment information', () => {
    const xml = buildPain001(order);
    expect(allOf(xml, 'NbOfTxs')).toEqual(['2', '2']);
    expect(allOf(xml, 'CtrlSum')).toEqual(['123.46', '123.46']);
    expect(firstOf(xml, 'MsgId')).toBe(order.batch.batchId);
    expect(allOf(xml, 'EndToEndId')).toEqual(['0000000000000108-2-1', '7Q2MK8D10ABCDEFG-1-1']);
    expect(allOf(xml, 'InstdAmt')).toEqual(['0.01', '123.45']);
    expect(xml).toContain('<InstdAmt Ccy="MAD">123.45</InstdAmt>');
    expect(firstOf(xml, 'Dt')).toBe('2026-11-23');
  });

  it('names accounts by IBAN, or by RIB where the bank asks for it', () => {
    expect(buildPain001(order)).toContain('<IBAN>MA64011519000001205000534921</IBAN>');
    const byRib = buildPain001({ ...order, accountForm: 'rib' });
    expect(byRib).not.toContain('IBAN');
    expect(byRib.replace(/\s+/g, '')).toContain(
      '<Othr><Id>011519000001205000534921</Id><SchmeNm><Cd>BBAN</Cd></SchmeNm></Othr>',
    );
  });

  it('names the creditor only where the name is known in Latin letters', () => {
    const names = (name: string) =>
      allOf(buildPain001({ ...order, payments: [{ ...order.payments[0]!, creditorName: name }] }), 'Nm');
    expect(names('عائشة بناني')).toEqual([
      'Caisse Nationale de Securite Sociale',
      'Caisse Nationale de Securite Sociale',
    ]);
    expect(names('Aïcha <Bénani> & fils')).toContain('Aicha Benani + fils');
  });

  it('is the same to the byte whatever the order of its payments', () => {
    fc.assert(
      fc.property(payments, fc.integer(), (list, seed) => {
        const shuffled = list
          .map((payment, index) => ({ payment, key: Math.sin(seed + index) }))
          .sort((a, b) => a.key - b.key);
        const again: OrderedPayment[] = shuffled.map(({ payment }) => payment);
        expect(buildPain001({ ...order, payments: again })).toBe(buildPain001({ ...order, payments: list }));
      }),
      { numRuns: 30 },
    );
  });

  it('counts, adds up and writes any amount from 1 centime to 10 million dirhams exactly', () => {
    fc.assert(
      fc.property(payments, (list) => {
        const xml = buildPain001({ ...order, payments: list });
        expect(verifyPain001(xml)).toEqual([]);
        const centimes = (text: string): number => {
          expect(text).toMatch(/^(0|[1-9]\d*)\.\d\d$/);
          return Number(text.replace('.', ''));
        };
        const expected = new Map(list.map(({ paymentId, amountCentimes }) => [paymentId, amountCentimes]));
        const written = allOf(xml, 'InstdAmt').map(centimes);
        expect(new Map(allOf(xml, 'EndToEndId').map((id, index) => [id, written[index]]))).toEqual(expected);
        const sum = list.reduce((total, { amountCentimes }) => total + amountCentimes, 0);
        expect(allOf(xml, 'CtrlSum').map(centimes)).toEqual([sum, sum]);
        expect(allOf(xml, 'NbOfTxs')).toEqual([list.length.toString(), list.length.toString()]);
      }),
      { numRuns: 100 },
    );
  });

  it.each([
    ['no payment', { payments: [] }, 'one payment at least'],
    ['a payment twice', { payments: [order.payments[0]!, order.payments[0]!] }, 'twice'],
    ['nothing to pay', { payments: [{ ...order.payments[0]!, amountCentimes: 0 }] }, '7Q2MK8D10ABCDEFG-1-1'],
    [
      'half a centime',
      { payments: [{ ...order.payments[0]!, amountCentimes: 0.5 }] },
      '7Q2MK8D10ABCDEFG-1-1',
    ],
    [
      'a wrong RIB',
      { payments: [{ ...order.payments[0]!, rib: '011519000001205000534922' }] },
      'account of payment 7Q2MK8D10ABCDEFG-1-1',
    ],
    [
      'an id that is too long',
      { payments: [{ ...order.payments[0]!, paymentId: 'x'.repeat(36) }] },
      '1 to 35',
    ],
    ['a wrong BIC', { debtor: { ...order.debtor, bic: 'CNSS' } }, 'BIC'],
    ['a payer without Latin name', { debtor: { ...order.debtor, name: 'الصندوق' } }, 'Latin'],
  ])('is refused with %s', (_, change, message) => {
    expect(() => buildPain001({ ...order, ...change })).toThrow(message);
    expect(() => buildPain001({ ...order, ...change })).toThrow(RangeError);
  });
});

describe('the check of an order', () => {
  const xml = buildPain001(order);

  it('finds nothing in an order that was built here', () => {
    expect(verifyPain001(xml)).toEqual([]);
  });

  it.each([
    ['a wrong count', /<NbOfTxs>2/, '<NbOfTxs>3', 'GrpHdr: NbOfTxs says 3, there are 2 transactions'],
    ['a wrong sum', /<CtrlSum>123.46/, '<CtrlSum>123.45', 'GrpHdr: CtrlSum is not the sum of the amounts'],
    ['a changed amount', /123\.45</, '123.44<', 'CtrlSum is not the sum'],
    [
      'a payment twice',
      '7Q2MK8D10ABCDEFG-1-1</EndToEndId>',
      '0000000000000108-2-1</EndToEndId>',
      '0000000000000108-2-1 appears twice',
    ],
    ['no count', /<NbOfTxs>2<\/NbOfTxs>/, '', 'GrpHdr: NbOfTxs is missing'],
    ['nothing to pay', '0.01<', '0.00<', '0000000000000108-2-1 has no amount above zero'],
    ['half a file', /<\/PmtInf>[^]*/, '', 'not well-formed'],
    ['another message', /CstmrCdtTrfInitn>/g, 'Other>', 'not a pain.001 order: Document/CstmrCdtTrfInitn'],
  ])('finds %s', (_, from, to, problem) => {
    expect(verifyPain001(xml.replace(from, to)).join('; ')).toContain(problem);
  });

  it('takes sums with more decimals for what they are', () => {
    expect(verifyPain001(xml.replaceAll('123.46', '123.4600'))).toEqual([]);
  });
});

const dataFolder = '../shared/data/iso20022';
describe.skipIf(!existsSync(dataFolder))(
  `the official schema and sample (skipped where ${dataFolder} is absent)`,
  () => {
    it('accepts every order, by IBAN or by RIB, while the sample it accepts too is refused for its count', async () => {
      const { XmlDocument, XsdValidator } = await import('libxml2-wasm');
      const schema = XmlDocument.fromString(readFileSync(`${dataFolder}/pain.001.001.09.xsd`, 'utf8'));
      const validator = XsdValidator.fromDoc(schema);
      const validate = (text: string): void => {
        const document = XmlDocument.fromString(text);
        try {
          validator.validate(document);
        } finally {
          document.dispose();
        }
      };
      fc.assert(
        fc.property(payments, fc.constantFrom<'iban' | 'rib'>('iban', 'rib'), (list, accountForm) => {
          expect(() => validate(buildPain001({ ...order, payments: list, accountForm }))).not.toThrow();
        }),
        { numRuns: 50 },
      );
      expect(() => validate(buildPain001(order).replace('<PmtMtd>TRF', '<PmtMtd>XXX'))).toThrow();

      const sample = readFileSync(`${dataFolder}/pain.001.001.09-sample-wrong-totals.xml`, 'utf8');
      expect(verifyPain001(sample)).toContain('GrpHdr: NbOfTxs says 2, there are 5 transactions');
      validator.dispose();
      schema.dispose();
    });
  },
);
