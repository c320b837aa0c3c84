import XMLBuilder from 'fast-xml-builder';
import { type Centimes, formatDirhams } from '#shared';
import { toBankText } from './bank-text.ts';
import { ibanOfRib } from './iban.ts';

/** How accounts are written: Moroccan banks ask for one or the other. */
type AccountForm = 'iban' | 'rib';

export interface OrderedPayment {
  /** At most 35 characters, A-Z, a-z, 0-9 and hyphen; the bank's answer names the payment by it. */
  readonly paymentId: string;
  /** 1 or more. */
  readonly amountCentimes: Centimes;
  readonly rib: string;
  readonly creditorName?: string;
  /** What the person reads on the account statement, at most 140 characters; nothing medical. */
  readonly reference?: string;
}

export interface BankOrder {
  readonly batch: {
    /** At most 35 characters, A-Z, a-z, 0-9 and hyphen. */
    readonly batchId: string;
    /** ISO instant in UTC. */
    readonly createdAt: string;
    /** ISO date: the day the bank is asked to pay. */
    readonly executionDate: string;
  };
  readonly debtor: { readonly name: string; readonly rib: string; readonly bic: string };
  readonly payments: readonly OrderedPayment[];
  /** `iban` unless the bank asks for the RIB. */
  readonly accountForm?: AccountForm;
}

const NAMESPACE = 'urn:iso:std:iso:20022:tech:xsd:pain.001.001.09';

/** What orders are in. */
export const ORDERED_CURRENCY = 'MAD';
const idPattern = /^[A-Za-z0-9][A-Za-z0-9-]{0,34}$/;
const bicPattern = /^[A-Z0-9]{4}[A-Z]{2}[A-Z0-9]{2}([A-Z0-9]{3})?$/;

function demandId(id: string, what: string): string {
  if (!idPattern.test(id)) {
    throw new RangeError(
      `The ${what} cannot be told to a bank: 1 to 35 of A-Z, a-z, 0-9 and hyphen are expected`,
    );
  }
  return id;
}

function accountOf(rib: string, form: AccountForm, owner: string): object {
  let iban: string;
  try {
    iban = ibanOfRib(rib);
  } catch (error) {
    throw new RangeError(`The account of ${owner} has no valid RIB: hold it until there is one`, {
      cause: error,
    });
  }
  return form === 'iban' ? { IBAN: iban } : { Othr: { Id: rib, SchmeNm: { Cd: 'BBAN' } } };
}

function transactionOf(payment: OrderedPayment, form: AccountForm): object {
  const { paymentId, amountCentimes, rib, creditorName, reference } = payment;
  const id = demandId(paymentId, 'payment id');
  if (!Number.isSafeInteger(amountCentimes) || amountCentimes < 1) {
    throw new RangeError(`Payment ${id} is not of one centime or more`);
  }
  const name = creditorName === undefined ? undefined : toBankText(creditorName, 70);
  const text = reference === undefined ? undefined : toBankText(reference, 140);
  return {
    PmtId: { InstrId: id, EndToEndId: id },
    Amt: { InstdAmt: { '@Ccy': ORDERED_CURRENCY, '#text': formatDirhams(amountCentimes) } },
    ...(name === undefined ? {} : { Cdtr: { Nm: name } }),
    CdtrAcct: { Id: accountOf(rib, form, `payment ${id}`) },
    ...(text === undefined ? {} : { RmtInf: { Ustrd: text } }),
  };
}

/** Whether an order can say this payment: by itself, whatever else is in the order. */
export function isOrderable(payment: OrderedPayment, accountForm: AccountForm = 'iban'): boolean {
  try {
    transactionOf(payment, accountForm);
    return true;
  } catch (error) {
    if (error instanceof RangeError) return false;
    throw error;
  }
}

function totalOf(payments: readonly OrderedPayment[]): Centimes {
  const total = payments.reduce((sum, { amountCentimes }) => sum + amountCentimes, 0);
  if (!Number.isSafeInteger(total))
    throw new RangeError('The payments of a batch add up to more than can be counted exactly');
  return total;
}

function demandDistinct(payments: readonly OrderedPayment[]): void {
  if (payments.length === 0) throw new RangeError('A bank order needs one payment at least');
  if (new Set(payments.map(({ paymentId }) => paymentId)).size !== payments.length) {
    throw new RangeError('A payment is twice in the batch');
  }
}

function debtorNameOf(name: string): string {
  const text = toBankText(name, 70);
  if (text === undefined)
    throw new RangeError(
      'The name of the payer has no character that a bank takes: write it in Latin letters',
    );
  return text;
}

/**
 * Writes the order to the bank: ISO 20022 customer credit transfer initiation, pain.001.001.09, one payment information
 * with one transaction a payment, in dirhams. The same payments in any order give the same bytes, so an order may be
 * written again after a crash. The group header counts and adds up, which the schema does not check (`verifyPain001` does).
 *
 * Left out on purpose: the bank of the creditor, which the RIB names already, and category purpose and service level,
 * which each bank agrees on its own.
 * @throws RangeError with the id of what cannot be ordered; amounts, names and accounts are not in the message.
 */
export function buildPain001({ batch, debtor, payments, accountForm = 'iban' }: BankOrder): string {
  const batchId = demandId(batch.batchId, 'batch id');
  demandDistinct(payments);
  if (!bicPattern.test(debtor.bic))
    throw new RangeError('The BIC of the payer is not 8 or 11 characters as ISO 9362 wants them');
  const ordered = payments.toSorted((a, b) => (a.paymentId < b.paymentId ? -1 : 1));
  const transactions = ordered.map((payment) => transactionOf(payment, accountForm));
  const totals = { NbOfTxs: payments.length.toString(), CtrlSum: formatDirhams(totalOf(payments)) };
  const payer = { Nm: debtorNameOf(debtor.name) };
  const content = {
    '?xml': { '@version': '1.0', '@encoding': 'UTF-8' },
    Document: {
      '@xmlns': NAMESPACE,
      CstmrCdtTrfInitn: {
        GrpHdr: { MsgId: batchId, CreDtTm: batch.createdAt, ...totals, InitgPty: payer },
        PmtInf: {
          PmtInfId: batchId,
          PmtMtd: 'TRF',
          BtchBookg: 'true',
          ...totals,
          ReqdExctnDt: { Dt: batch.executionDate },
          Dbtr: payer,
          DbtrAcct: { Id: accountOf(debtor.rib, accountForm, 'the payer'), Ccy: ORDERED_CURRENCY },
          DbtrAgt: { FinInstnId: { BICFI: debtor.bic } },
          // The insured gets what was decided: charges are the payer's.
          ChrgBr: 'DEBT',
          CdtTrfTxInf: transactions,
        },
      },
    },
  };
  return new XMLBuilder({ ignoreAttributes: false, attributeNamePrefix: '@', format: true }).build(content);
}
