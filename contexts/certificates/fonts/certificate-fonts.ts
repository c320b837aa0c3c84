import { readFile } from 'node:fs/promises';
import { createRequire } from 'node:module';
import type { FontFiles, Weight } from '../domain/print/type-case.ts';

const WEIGHTS: Readonly<Record<Weight, string>> = { regular: '400', bold: '700' };
const packages = createRequire(import.meta.url);

/**
 * The fonts certificates are printed with, from their npm packages: Noto Sans, and Noto Naskh Arabic; Amiri for the Arabic letters
 * of other languages that Noto Naskh lacks.
 */
export async function readCertificateFonts(): Promise<FontFiles> {
  const read = async (font: string, script: string, weight: Weight): Promise<Uint8Array> =>
    readFile(packages.resolve(`@fontsource/${font}/files/${font}-${script}-${WEIGHTS[weight]}-normal.woff`));
  const latin = async (weight: Weight) =>
    Promise.all(['latin', 'latin-ext', 'vietnamese'].map((script) => read('noto-sans', script, weight)));
  const arabic = async (weight: Weight) =>
    Promise.all(['noto-naskh-arabic', 'amiri'].map((font) => read(font, 'arabic', weight)));
  return {
    latin: { regular: await latin('regular'), bold: await latin('bold') },
    arabic: { regular: await arabic('regular'), bold: await arabic('bold') },
  };
}
