import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { graphProblems, parseBlocks } from './block-graph.ts';
import { problemsWith, type ShapeName } from './service-model.ts';

const directory = join(import.meta.dirname, '..', '..', '..', '..', 'shared', 'data', 'textract');
const files = existsSync(directory) ? readdirSync(directory).filter((name) => name.endsWith('.json')) : [];

/** Synchronous answers have no JobStatus. */
function shapeOf(answer: Record<string, unknown>): ShapeName {
  return 'JobStatus' in answer ? 'GetDocumentAnalysisResponse' : 'AnalyzeDocumentResponse';
}

function recorded(file: string): Record<string, unknown> {
  const answer = JSON.parse(readFileSync(join(directory, file), 'utf8')) as Record<string, unknown>;
  // The recordings were made with boto3, which adds this.
  delete answer['ResponseMetadata'];
  return answer;
}

// The checks that the local service must pass are worth something only if Amazon's own answers pass them.
describe.skipIf(files.length === 0)(
  'recorded answers of Amazon Textract (../shared/data/textract; skipped without it)',
  () => {
    it.each(files)('%s passes the checks of the service model', (file) => {
      const answer = recorded(file);
      expect(problemsWith(shapeOf(answer), answer)).toEqual([]);
    });

    it.each(files.filter((file) => !file.startsWith('job-')))(
      '%s passes the checks of the block model',
      (file) => {
        expect(graphProblems(parseBlocks(recorded(file)))).toEqual([]);
      },
    );
  },
);

describe('the checks themselves', () => {
  const word = {
    BlockType: 'WORD',
    Id: 'w',
    Text: 'a',
    TextType: 'PRINTED',
    Confidence: 99,
    Geometry: {
      BoundingBox: { Left: 0, Top: 0, Width: 1, Height: 1 },
      Polygon: [
        { X: 0, Y: 0 },
        { X: 1, Y: 0 },
        { X: 1, Y: 1 },
        { X: 0, Y: 1 },
      ],
    },
  };
  const line = { ...word, BlockType: 'LINE', Id: 'l', Relationships: [{ Type: 'CHILD', Ids: ['w'] }] };

  it.each([
    ['an unknown member', { Surprise: 1 }],
    ['a wrong type', { Blocks: [{ ...word, Confidence: '99' }] }],
    ['a value outside an enumeration', { Blocks: [{ ...word, BlockType: 'PARAGRAPH' }] }],
    ['a list that is none', { Blocks: {} }],
  ])('of the service model find %s', (_what, answer) => {
    expect(problemsWith('DetectDocumentTextResponse', answer)).toHaveLength(1);
  });

  it.each([
    ['a child that is missing', [line]],
    ['a text that is not that of its words', [{ ...line, Text: 'b' }, word]],
    ['an id that occurs twice', [word, word]],
    [
      'a box that is not that of the polygon',
      [{ ...word, Geometry: { ...word.Geometry, BoundingBox: { Left: 0, Top: 0, Width: 0.5, Height: 1 } } }],
    ],
    [
      'a child on another page',
      [
        { ...line, Page: 1 },
        { ...word, Page: 2 },
      ],
    ],
  ])('of the block model find %s', (_what, blocks) => {
    expect(graphProblems(parseBlocks({ Blocks: blocks }))).not.toEqual([]);
  });
});
