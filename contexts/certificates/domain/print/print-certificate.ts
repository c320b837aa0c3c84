import { formatReceipt } from '#shared';
import * as fontkit from '@cantoo/fontkit';
import { PageSizes, PDFDocument } from '@cantoo/pdf-lib';
import type { CertifiedFacts } from '../certificate.ts';
import { wording } from '../wording.ts';
import { printFamily, rowsThatFit } from './family-table.ts';
import { printFacts } from './facts-table.ts';
import { GREEN, MARGIN, PAGE_HEIGHT, PAGE_WIDTH, RIGHT, bilingual } from './layout.ts';
import { GREY, PagePen } from './page-pen.ts';
import { printSeal, SEAL_TOP } from './seal-block.ts';
import { TypeCase, type FontFiles } from './type-case.ts';

export interface SealedCertificate {
  readonly facts: CertifiedFacts;
  readonly certificateId: string;
  /** What the QR code holds. */
  readonly sealText: string;
}

const HEADER_BASELINE = PAGE_HEIGHT - 62;
const TITLE_BASELINE = PAGE_HEIGHT - 138;
const FACTS_TOP = PAGE_HEIGHT - 208;
const FOOTER_BASELINE = 34;
/** A further page has nothing but the family on it. */
const FURTHER_PAGE_TOP = PAGE_HEIGHT - 110;
const FURTHER_PAGE_BOTTOM = 70;

/**
 * Prints a certificate on A4, in Arabic and French: one page, and more where the family does not fit. The same certificate
 * always gives the same bytes.
 */
export async function printCertificate(
  certificate: SealedCertificate,
  files: FontFiles,
): Promise<Uint8Array> {
  const { facts, certificateId } = certificate;
  const document = await PDFDocument.create();
  document.registerFontkit(fontkit);
  describe(document, certificate);
  const fonts = await TypeCase.embed(document, files);
  const addPage = (): PagePen => {
    const pen = new PagePen(document.addPage(PageSizes.A4), fonts);
    printHeader(pen);
    return pen;
  };
  const pens = [addPage()];
  const [first] = pens;
  if (first === undefined) throw new Error('A document has no page');
  printTitle(first);
  let top = printFacts(first, facts, FACTS_TOP);
  let bottom = SEAL_TOP;
  let left = facts.dependants;
  let pen = first;
  for (;;) {
    const fitting = rowsThatFit(pen, left, { top, bottom });
    printFamily(pen, left.slice(0, fitting), { top, bottom, first: facts.dependants.length - left.length });
    left = left.slice(fitting);
    if (left.length === 0) break;
    pen = addPage();
    pens.push(pen);
    top = FURTHER_PAGE_TOP;
    bottom = FURTHER_PAGE_BOTTOM;
  }
  printSeal(first, certificate);
  for (const [index, one] of pens.entries()) printFooter(one, certificateId, index + 1, pens.length);
  return document.save({ useObjectStreams: true });
}

function describe(document: PDFDocument, { facts, certificateId }: SealedCertificate): void {
  const issued = new Date(`${facts.issuedOn}T00:00:00Z`);
  document.setTitle(`${wording.title.fr} ${formatReceipt(certificateId)}`);
  document.setAuthor(wording.issuer.fr);
  document.setLanguage('fr-MA');
  document.setCreationDate(issued);
  document.setModificationDate(issued);
  document.setProducer('Milaf');
  document.setCreator('Milaf');
}

function printHeader(pen: PagePen): void {
  pen.rectangle(0, PAGE_HEIGHT - 14, PAGE_WIDTH, 14, GREEN);
  bilingual(pen, HEADER_BASELINE, wording.issuer, { size: 12.5, weight: 'bold' });
  bilingual(pen, HEADER_BASELINE - 17, wording.branch, { size: 10, colour: GREY });
  pen.rectangle(MARGIN, HEADER_BASELINE - 29, RIGHT - MARGIN, 0.8, GREEN);
}

function printTitle(pen: PagePen): void {
  const middle = PAGE_WIDTH / 2;
  const style = { weight: 'bold', colour: GREEN, align: 'centre', maxWidth: RIGHT - MARGIN } as const;
  pen.text(middle, TITLE_BASELINE, wording.title.ar, { ...style, size: 23, direction: 'rtl' });
  pen.text(middle, TITLE_BASELINE - 27, wording.title.fr, { ...style, size: 17 });
  bilingual(pen, TITLE_BASELINE - 52, wording.statement, { size: 9, colour: GREY });
}

function printFooter(pen: PagePen, certificateId: string, page: number, pages: number): void {
  pen.rectangle(MARGIN, FOOTER_BASELINE + 14, RIGHT - MARGIN, 0.5, GREY);
  const style = { size: 8, colour: GREY } as const;
  pen.text(MARGIN, FOOTER_BASELINE, formatReceipt(certificateId), style);
  pen.text(RIGHT, FOOTER_BASELINE, `${page} / ${pages}`, { ...style, align: 'right' });
}
