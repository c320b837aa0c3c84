import type { Random } from '../../../local/samples/random.ts';
import type { Mutator } from '../target.ts';

const LONG_ONE_IN = 30;
const MAX_REPEATED = 2000;

/** Tags, comments and what stands between them. */
const piecesOf = (bytes: Uint8Array): string[] =>
  Buffer.from(bytes)
    .toString('utf8')
    .match(/<[^>]*>|[^<]+/g) ?? [];

type PiecesChange = (pieces: string[], random: Random) => void;

const anyIndex = (pieces: readonly string[], random: Random): number =>
  random.whole(0, Math.max(0, pieces.length - 1));

const nameOf = (tag: string): string | undefined => /^<([\w:.-]+)/.exec(tag)?.[1];

/** An element from its start tag to its end tag; the tag alone where it has no end. */
function elementAt(pieces: readonly string[], start: number): readonly string[] {
  const name = nameOf(pieces[start] ?? '');
  const end = name === undefined ? -1 : pieces.indexOf(`</${name}>`, start);
  return pieces.slice(start, end < 0 ? start + 1 : end + 1);
}

function anyElement(
  pieces: readonly string[],
  random: Random,
): { start: number; element: readonly string[] } {
  const from = anyIndex(pieces, random);
  const found = pieces.findIndex((piece, index) => index >= from && nameOf(piece) !== undefined);
  const start = found < 0 ? from : found;
  return { start, element: elementAt(pieces, start) };
}

const dropPiece: PiecesChange = (pieces, random) => {
  pieces.splice(anyIndex(pieces, random), 1);
};

const dropElement: PiecesChange = (pieces, random) => {
  const { start, element } = anyElement(pieces, random);
  pieces.splice(start, element.length);
};

const repeatElement: PiecesChange = (pieces, random) => {
  const { start, element } = anyElement(pieces, random);
  const times = random.whole(1, random.whole(1, LONG_ONE_IN) === 1 ? MAX_REPEATED : 3);
  const copies = Array.from({ length: times }, () => element.join(''));
  pieces.splice(start, 0, copies.join(''));
};

const moveElement: PiecesChange = (pieces, random) => {
  const { start, element } = anyElement(pieces, random);
  pieces.splice(start, element.length);
  pieces.splice(anyIndex(pieces, random), 0, ...element);
};

const nest: PiecesChange = (pieces, random) => {
  const { start, element } = anyElement(pieces, random);
  const depth = random.whole(1, random.whole(1, LONG_ONE_IN) === 1 ? MAX_REPEATED : 50);
  const name = nameOf(element[0] ?? '') ?? 'a';
  pieces.splice(start, element.length, `<${name}>`.repeat(depth), ...element, `</${name}>`.repeat(depth));
};

const emptyElement: PiecesChange = (pieces, random) => {
  const { start, element } = anyElement(pieces, random);
  const name = nameOf(element[0] ?? '');
  if (name !== undefined) pieces.splice(start, element.length, `<${name}/>`);
};

const renameTag: PiecesChange = (pieces, random) => {
  const { start, element } = anyElement(pieces, random);
  const name = nameOf(element[0] ?? '');
  const other = nameOf(anyElement(pieces, random).element[0] ?? '') ?? '__proto__';
  const now = random.pick([other, other, '__proto__', 'constructor', 'hasOwnProperty', 'x:y', 'toString']);
  if (name === undefined) return;
  pieces.splice(
    start,
    element.length,
    ...element.map((piece) => (piece.startsWith(`<${name}`) ? piece.replace(name, now) : piece)),
  );
};

const addAttribute: PiecesChange = (pieces, random) => {
  const { start } = anyElement(pieces, random);
  const attribute = random.pick([
    ' a="1"',
    ...[" a='1' a='2'", ' xmlns="x"', ' xmlns:doc="urn:iso:std:iso:20022:tech:xsd:pain.002.001.10"'],
    ...[' __proto__="1"', ' a="&#0;"', ' a=1', ' a="<"'],
  ]);
  pieces[start] = (pieces[start] ?? '').replace(/\/?>$/, (end) => attribute + end);
};

const setText = (words: readonly string[]): PiecesChange => {
  return (pieces, random) => {
    const from = anyIndex(pieces, random);
    const place = pieces.findIndex(
      (piece, index) => index >= from && !piece.startsWith('<') && piece.trim() !== '',
    );
    if (place >= 0) pieces[place] = words[random.whole(0, words.length - 1)] ?? '';
  };
};

const insertWord = (words: readonly string[]): PiecesChange => {
  return (pieces, random) => {
    pieces.splice(anyIndex(pieces, random), 0, words[random.whole(0, words.length - 1)] ?? '');
  };
};

/** Changes to elements of an XML document. */
export function xmlMutators(words: readonly string[]): readonly Mutator[] {
  const changes: readonly PiecesChange[] = [
    ...[dropPiece, dropElement, repeatElement, moveElement, nest, emptyElement, renameTag, addAttribute],
    ...[setText(words), setText(words), insertWord(words)],
  ];
  return changes.map((change): Mutator => (bytes, random) => {
    const pieces = piecesOf(bytes);
    if (pieces.length === 0) return bytes;
    change(pieces, random);
    return Buffer.from(pieces.join(''));
  });
}
