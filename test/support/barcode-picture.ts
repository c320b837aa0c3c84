import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import sharp from 'sharp';
import { prepareZXingModule, writeBarcode, type WriteInputBarcodeFormat } from 'zxing-wasm/writer';

const packages = createRequire(import.meta.url);

let isPrepared = false;

/**
 * A barcode as it is printed on a label, black on white with the quiet margin that its symbology asks for.
 * @param scale pixels of the narrowest bar
 * @returns a PNG
 */
export async function barcodePicture(
  format: WriteInputBarcodeFormat,
  text: string,
  { scale = 2, heightPixels = 70 } = {},
): Promise<Buffer> {
  if (!isPrepared) {
    const wasm = readFileSync(packages.resolve('zxing-wasm/writer/zxing_writer.wasm'));
    prepareZXingModule({ overrides: { wasmBinary: new Uint8Array(wasm).buffer } });
    isPrepared = true;
  }
  const { image, error } = await writeBarcode(text, { format, scale, addQuietZones: true });
  if (image === null) throw new Error(error);
  const picture = sharp(await image.arrayBuffer());
  const isLinear = format !== 'QRCode' && format !== 'DataMatrix';
  const { width } = await picture.metadata();
  return (
    isLinear ? picture.resize({ width, height: heightPixels, fit: 'fill', kernel: 'nearest' }) : picture
  )
    .png()
    .toBuffer();
}
