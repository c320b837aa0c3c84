import type { LayoutName } from '../forms/layouts/index.ts';
import type { LookName } from '../forms/looks.ts';
import type { PageSpec, ScanSpec } from '../render-scan.ts';
import type { Degradation } from '../scanner/degradation.ts';
import type { CareFormFields } from '../truth.ts';

/** Scans as the channels make them. */
export const SCANNERS = {
  /** An agency's office scanner. */
  office: { dpi: 200, rotate: 0.5, blur: 0.5, noise: 4, jpeg: 75, specks: 30, gray: true },
  officeColour: { dpi: 200, rotate: -0.6, blur: 0.5, noise: 4, jpeg: 75, specks: 30 },
  lowResolution: { dpi: 150, rotate: 0.3, blur: 0.5, noise: 4, jpeg: 60, gray: true },
  /** The paper went in askew. */
  skewed: { dpi: 200, rotate: -2.2, blur: 0.5, noise: 5, jpeg: 65, specks: 50, gray: true, shadow: 0.2 },
  upsideDown: { dpi: 200, rotate: 0.7, turn: 180, blur: 0.5, noise: 5, jpeg: 65, specks: 40, gray: true },
  /** A worn machine: faded, dark edges, dust. */
  worn: {
    dpi: 200,
    rotate: 1.1,
    blur: 0.6,
    noise: 7,
    jpeg: 60,
    specks: 90,
    gray: true,
    fade: 0.1,
    shadow: 0.3,
  },
  /** Black and white, as many multi-function devices send. */
  fax: { dpi: 200, rotate: 0.4, blur: 0.4, noise: 6, specks: 40, bilevel: true },
  /** A telephone over a desk. */
  telephone: {
    dpi: 200,
    rotate: 1.6,
    perspective: 0.012,
    shrink: 0.95,
    background: [122, 110, 98],
    blur: 0.6,
    noise: 5,
    jpeg: 60,
    shadow: 0.15,
    specks: 20,
  },
} as const satisfies Record<string, Degradation>;

export type ScannerName = keyof typeof SCANNERS;

export function formPage(
  fields: CareFormFields,
  layout: LayoutName,
  look: LookName,
  scanner: ScannerName,
): PageSpec {
  return { content: { kind: 'care-form', layout, look, fields }, degradation: SCANNERS[scanner] };
}

/** A file of one or more pages; one page alone is a JPEG unless said otherwise. */
export function scanOf(
  name: string,
  pages: readonly PageSpec[],
  fileType: ScanSpec['fileType'] = 'jpeg',
): ScanSpec {
  return { name, fileType, pages };
}
