import type {
  OcrCheckBox,
  OcrDocument,
  OcrPage,
  OcrText,
} from '../../../contexts/reading/domain/ocr-document.ts';
import { filling, careFormSheet, type FormStyle } from '../../support/care-form-sheet.ts';
import { printDocument } from '../../support/ocr-builder.ts';

const geometryOf = ({ box, polygon }: Pick<OcrText, 'box'> & Partial<OcrText>) => ({
  BoundingBox: { Left: box.left, Top: box.top, Width: box.width, Height: box.height },
  ...(polygon === undefined ? {} : { Polygon: polygon.map(({ x, y }) => ({ X: x, Y: y })) }),
});

/** Numbers as an answer has them; more digits would only make inputs longer. */
const short = (_: string, value: unknown): unknown =>
  typeof value === 'number' ? Math.round(value * 1e5) / 1e5 : value;

function blocksOf({ number, lines, checkBoxes = [] }: OcrPage): readonly object[] {
  const blockOf = (BlockType: string, Id: string, text: OcrText) => ({
    ...{ BlockType, Id, Page: number, Text: text.text, Confidence: text.confidencePercent },
    Geometry: geometryOf(text),
  });
  const ticks = checkBoxes.map((box: OcrCheckBox, index) => ({
    ...{
      BlockType: 'SELECTION_ELEMENT',
      Id: `p${number}s${index}`,
      Page: number,
      Confidence: box.confidencePercent,
    },
    ...{ SelectionStatus: box.isSelected ? 'SELECTED' : 'NOT_SELECTED', Geometry: geometryOf(box) },
  }));
  const texts = lines.flatMap((line, index) => {
    const words = line.words.map((word, at) => blockOf('WORD', `p${number}l${index}w${at}`, word));
    const Relationships = [{ Type: 'CHILD', Ids: words.map(({ Id }) => Id) }];
    return [{ ...blockOf('LINE', `p${number}l${index}`, line), Relationships }, ...words];
  });
  return [{ BlockType: 'PAGE', Id: `p${number}`, Page: number }, ...texts, ...ticks];
}

/** The answer of a job as Textract gives it. */
export function answersOf({ pages }: OcrDocument): readonly object[] {
  return [
    {
      ...{ JobStatus: 'SUCCEEDED', DocumentMetadata: { Pages: pages.length } },
      Blocks: pages.flatMap(blocksOf),
    },
  ];
}

const STYLES: readonly FormStyle[] = [
  { side: 'right' },
  { side: 'below', hasCombs: true },
  { side: 'left', hasArabic: true },
  { side: 'right', hasJoinedCode: true, ticked: 'spouse', asCheckBoxes: true },
];

const documents = (): readonly OcrDocument[] => [
  ...STYLES.map((style) => printDocument(careFormSheet(filling, style))),
  printDocument({ ...careFormSheet(filling, { side: 'right' }), quarterTurns: 1, skewDegrees: 2 }),
  printDocument(
    careFormSheet(filling, { side: 'right' }),
    careFormSheet({ ...filling, cin: 'Z9' }, { side: 'below' }),
  ),
  { pages: [{ number: 1, wasRead: true, lines: [] }] },
];

const WITNESSES = {
  barcodes: [
    {
      page: 1,
      symbology: 'CODE_128',
      text: '060708091',
      box: { left: 0.6, top: 0.8, width: 0.2, height: 0.03 },
    },
    {
      page: 1,
      symbology: 'EAN_13',
      text: '3400930000007',
      box: { left: 0.2, top: 0.9, width: 0.2, height: 0.03 },
    },
  ],
  secondLooks: [
    {
      ...{ page: 1, box: { left: 0.1, top: 0.1, width: 0.3, height: 0.05 }, quarterTurns: 0, slope: 0.01 },
      lines: [],
    },
  ],
};

/** Answers alone, as they are kept. */
export const answerSeeds = (): readonly Uint8Array[] =>
  documents().map((document) => Buffer.from(JSON.stringify(answersOf(document), short)));

/** With all else that speaks of a file. */
export const readingSeeds = (): readonly Uint8Array[] =>
  documents().map((document) =>
    Buffer.from(JSON.stringify({ answers: answersOf(document), ...WITNESSES }, short)),
  );
