import * as z from 'zod';

const blockSchema = z.object({
  BlockType: z.string(),
  Id: z.string().min(1),
  Text: z.string().optional(),
  TextType: z.string().optional(),
  Confidence: z.number().min(0).max(100).optional(),
  Page: z.int().positive().optional(),
  EntityTypes: z.array(z.string()).optional(),
  SelectionStatus: z.string().optional(),
  Relationships: z.array(z.object({ Type: z.string(), Ids: z.array(z.string()).min(1) })).optional(),
  Geometry: z.object({
    BoundingBox: z.object({ Left: z.number(), Top: z.number(), Width: z.number(), Height: z.number() }),
    Polygon: z.array(z.object({ X: z.number(), Y: z.number() })).length(4),
  }),
});
export type WireBlock = z.infer<typeof blockSchema>;

/** Blocks as they stand in an answer. */
export function parseBlocks(answer: unknown): WireBlock[] {
  return z.object({ Blocks: z.array(blockSchema) }).parse(answer).Blocks;
}

/** Recorded coordinates are 32-bit floats. */
const tolerance = 1e-3;
/** Which blocks a relationship may lead to, of those that the local service makes. */
const childTypes: Readonly<Record<string, readonly string[]>> = {
  LINE: ['WORD'],
  KEY_VALUE_SET: ['WORD', 'SELECTION_ELEMENT'],
};

/** What is wrong with blocks by Textract's description of its block model; empty when they are as described. */
export function graphProblems(blocks: readonly WireBlock[]): string[] {
  const byId = new Map(blocks.map((block) => [block.Id, block]));
  return [
    ...(byId.size === blocks.length ? [] : ['ids occur twice']),
    ...blocks.flatMap((block) =>
      [...geometryProblems(block), ...memberProblems(block), ...relationshipProblems(block, byId)].map(
        (problem) => `${block.BlockType} ${block.Id}: ${problem}`,
      ),
    ),
  ];
}

function geometryProblems({ Geometry: { BoundingBox: box, Polygon } }: WireBlock): string[] {
  const [xs, ys] = [Polygon.map(({ X }) => X), Polygon.map(({ Y }) => Y)];
  const bounds = [Math.min(...xs), Math.min(...ys), Math.max(...xs), Math.max(...ys)];
  const boxed = [box.Left, box.Top, box.Left + box.Width, box.Top + box.Height];
  return [
    ...(bounds.every((value, index) => Math.abs(value - (boxed[index] ?? NaN)) < tolerance)
      ? []
      : ['the bounding box is not that of the polygon']),
    ...(bounds.every((value) => value > -tolerance && value < 1 + tolerance)
      ? []
      : ['it lies outside the page']),
  ];
}

function memberProblems(block: WireBlock): string[] {
  const expected: Readonly<Record<string, readonly (keyof WireBlock)[]>> = {
    LINE: ['Text', 'Confidence'],
    WORD: ['Text', 'Confidence', 'TextType'],
    KEY_VALUE_SET: ['EntityTypes', 'Confidence'],
    SELECTION_ELEMENT: ['SelectionStatus', 'Confidence'],
  };
  return (expected[block.BlockType] ?? [])
    .filter((name) => block[name] === undefined)
    .map((name) => `no ${name}`);
}

function relationshipProblems(block: WireBlock, byId: ReadonlyMap<string, WireBlock>): string[] {
  const related = (type: string) =>
    (block.Relationships ?? []).filter(({ Type }) => Type === type).flatMap(({ Ids }) => Ids);
  const children = related('CHILD').map((id) => byId.get(id));
  const allowed = childTypes[block.BlockType];
  const problems = [
    ...([...related('CHILD'), ...related('VALUE')].every((id) => byId.has(id))
      ? []
      : ['a related block is missing']),
    ...(children.every(
      (child) => allowed === undefined || (child !== undefined && allowed.includes(child.BlockType)),
    )
      ? []
      : ['a child is of a type that it cannot have']),
    ...(children.every((child) => child?.Page === block.Page) ? [] : ['a child lies on another page']),
  ];
  const words = children.flatMap((child) => (child?.BlockType === 'WORD' ? [child.Text] : []));
  if (block.BlockType === 'LINE' && words.join(' ') !== block.Text) {
    problems.push('its text is not that of its words');
  }
  const values = related('VALUE').map((id) => byId.get(id));
  if (block.EntityTypes?.includes('KEY') === true && values.length !== 1) {
    problems.push('a key has one value');
  }
  return values.every((value) => value?.EntityTypes?.includes('VALUE'))
    ? problems
    : [...problems, 'a value is none'];
}
