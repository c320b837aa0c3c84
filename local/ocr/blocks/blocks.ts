import type { Block } from '@aws-sdk/client-textract';
import type { RecognisedPage, RecognisedText } from '../engine/ocr-engine.ts';
import { blockIds } from './block-ids.ts';
import { findFormFields, type FormField } from './form-fields.ts';
import { geometryOf } from './geometry.ts';

export interface BlockOptions {
  /** The same seed gives the same block ids. */
  readonly seed: string;
  /** Adds KEY_VALUE_SET and SELECTION_ELEMENT blocks. */
  readonly withForms: boolean;
}

const wholePage = [
  { x: 0, y: 0 },
  { x: 1, y: 0 },
  { x: 1, y: 1 },
  { x: 0, y: 1 },
];

/** Textract's block model of a document, page after page; a page that was not read (null) has no blocks. */
export function buildBlocks(pages: readonly (RecognisedPage | null)[], options: BlockOptions): Block[] {
  const nextId = blockIds(options.seed);
  return pages.flatMap((page, index) =>
    page === null ? [] : buildPage(page, index + 1, options.withForms, nextId),
  );
}

function buildPage(page: RecognisedPage, number: number, withForms: boolean, nextId: () => string): Block[] {
  const pageId = nextId();
  const lineBlocks: Block[] = [];
  const wordBlocks: Block[] = [];
  const wordIds = new Map<RecognisedText, string>();
  for (const line of page.lines.filter(hasText)) {
    const words = line.words.filter(hasText).map((word) => {
      const block = textBlock('WORD', word, nextId(), number);
      wordIds.set(word, block.Id);
      return { ...block, TextType: 'PRINTED' } as const;
    });
    lineBlocks.push({
      ...textBlock('LINE', line, nextId(), number),
      ...children(words.map((word) => word.Id)),
    });
    wordBlocks.push(...words);
  }
  const formBlocks = withForms
    ? findFormFields(page).flatMap((field) => fieldBlocks(field, wordIds, number, nextId))
    : [];
  const pageChildren = [...lineBlocks, ...formBlocks.filter((block) => block.BlockType === 'KEY_VALUE_SET')];
  return [
    {
      BlockType: 'PAGE',
      Geometry: geometryOf(wholePage),
      Id: pageId,
      ...children(pageChildren.map((block) => block.Id)),
      Page: number,
    },
    ...lineBlocks,
    ...wordBlocks,
    ...formBlocks,
  ];
}

function textBlock(type: 'LINE' | 'WORD', text: RecognisedText, id: string, pageNumber: number) {
  return {
    BlockType: type,
    Confidence: text.confidencePercent,
    Text: text.text,
    Geometry: geometryOf(text.polygon),
    Id: id,
    Page: pageNumber,
  };
}

function fieldBlocks(
  field: FormField,
  wordIds: ReadonlyMap<RecognisedText, string>,
  pageNumber: number,
  nextId: () => string,
): Block[] {
  const [keyId, valueId] = [nextId(), nextId()];
  const selection: Block[] =
    field.value.kind === 'check-box'
      ? [
          {
            BlockType: 'SELECTION_ELEMENT',
            Confidence: field.value.checkBox.confidencePercent,
            Geometry: geometryOf(field.value.checkBox.polygon),
            Id: nextId(),
            SelectionStatus: field.value.checkBox.selected ? 'SELECTED' : 'NOT_SELECTED',
            Page: pageNumber,
          },
        ]
      : [];
  const valueIds =
    field.value.kind === 'check-box'
      ? selection.map((block) => block.Id)
      : field.value.words.map((word) => wordIds.get(word));
  const keyChildren = children(field.keyWords.map((word) => wordIds.get(word))).Relationships ?? [];
  return [
    {
      BlockType: 'KEY_VALUE_SET',
      Confidence: field.confidencePercent,
      Geometry: geometryOf(field.keyPolygon),
      Id: keyId,
      Relationships: [{ Type: 'VALUE', Ids: [valueId] }, ...keyChildren],
      EntityTypes: ['KEY'],
      Page: pageNumber,
    },
    {
      BlockType: 'KEY_VALUE_SET',
      Confidence: field.confidencePercent,
      Geometry: geometryOf(field.valuePolygon),
      Id: valueId,
      ...children(valueIds),
      EntityTypes: ['VALUE'],
      Page: pageNumber,
    },
    ...selection,
  ];
}

/** No relationship at all where there is no child, as Textract does it. */
function children(ids: readonly (string | undefined)[]): Pick<Block, 'Relationships'> {
  const known = ids.filter((id) => id !== undefined);
  return known.length === 0 ? {} : { Relationships: [{ Type: 'CHILD', Ids: known }] };
}

function hasText(text: RecognisedText): boolean {
  return text.text.trim() !== '';
}
