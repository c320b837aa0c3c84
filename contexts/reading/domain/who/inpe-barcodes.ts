import type { CareForm } from '../care-form.ts';
import { withDoubt } from '../read-field.ts';
import type { PageBarcode } from '../witnesses.ts';

/** The INPE that a sticker bears: nine digits in bars as labels of providers have them. */
export function inpeOf({ symbology, text }: PageBarcode): string | undefined {
  const isSticker = symbology === 'CODE_39' || symbology === 'CODE_128' || symbology === 'QR_CODE';
  const bare = text.replace(/[\s*-]/g, '');
  return isSticker && /^\d{9}$/.test(bare) ? bare : undefined;
}

/**
 * A sticker with another INPE than the one that was read, and no other sticker that bears it out: one of the two is wrong. Not
 * where the sticker's number is printed on the form as well, and the one that was read is its registered holder's: a clinic and
 * its doctor have one each.
 * @param printed numbers of nine digits that stand on the form's pages
 */
export function doubtByBarcodes(
  form: CareForm,
  barcodes: readonly PageBarcode[],
  printed: ReadonlySet<string>,
): CareForm {
  const { inpe } = form;
  const stickers = barcodes
    .filter(({ page }) => form.pages.includes(page))
    .flatMap((one) => inpeOf(one) ?? []);
  if (inpe === undefined || stickers.length === 0 || stickers.includes(inpe.value)) return form;
  const isRegistered = inpe.evidence?.includes('REGISTRY') === true;
  if (isRegistered && stickers.every((sticker) => printed.has(sticker))) return form;
  return { ...form, inpe: withDoubt(inpe, 'BARCODE_DIFFERS') };
}
