import { XMLParser } from 'fast-xml-parser';
import { SyntaxValidator } from 'fast-xml-validator';
import { MOST_PAYMENTS_IN_BATCH } from './payment-batch.ts';

/** Three times what banks write of each payment of the largest batch, with reasons, parties and accounts. */
export const MOST_XML_BYTES = MOST_PAYMENTS_IN_BATCH * 3200;
/** Tags take time and memory by their number: 60 elements a payment are twice what banks write. */
const MOST_TAGS = MOST_PAYMENTS_IN_BATCH * 60 * 2;
const MOST_ATTRIBUTES = MOST_PAYMENTS_IN_BATCH * 20;
/** Ten times the names that all of a message can have. */
const MOST_NAMES = 2500;
const MAX_DEPTH = 40;
/** What the name of a kept attribute begins with in the content. */
export const ATTRIBUTE_PREFIX = '@';

export const tooLargeMessage = `The file is larger than an answer about ${MOST_PAYMENTS_IN_BATCH} payments can be (${MOST_XML_BYTES / 1_000_000} MB): ask the bank for one file an order`;

/** A file that is not XML, or XML that is not safe to read. */
export class XmlError extends Error {
  override name = 'XmlError';
}

export interface XmlDocument {
  /** Elements by local name; texts are strings, never numbers, so that ids keep their zeros. */
  readonly content: unknown;
  /** ISO 20022 messages named in the start tag of the document, e.g. `pain.002.001.10`. */
  readonly messageNames: readonly string[];
}

const isoMessageName = /["']urn:iso:std:iso:20022:tech:xsd:([a-z]{4}\.\d{3}\.\d{3}\.\d{2})["']/g;

/** The start tag of the message is the root's, or stands in an envelope not far behind it. */
const messageTag = /<(?:[\w.-]+:)?Document(?=[\s>])[^>]*>/;
const firstTag = /<[A-Za-z_][^>]*>/;

function messageNamesOf(xml: string): string[] {
  const tag = (messageTag.exec(xml) ?? firstTag.exec(xml))?.[0] ?? '';
  return [...tag.matchAll(isoMessageName)].map(([, name]) => name ?? '');
}

/** The parser takes what it gets: half a file would be half an answer. */
function demandWellFormed(xml: string): void {
  try {
    SyntaxValidator.validate(xml);
  } catch (error) {
    const place =
      error instanceof Error && 'line' in error && typeof error.line === 'number'
        ? ` (line ${error.line})`
        : '';
    throw new XmlError(
      `The file is not well-formed XML${place}: check that it is whole, or ask the bank for it again`,
    );
  }
}

/** Blanks and control characters: hosts fill files up to whole records with NUL, and put the mark of the end (Ctrl-Z) before. */
const LAST_PADDING = 0x20;

/** Looks from the end, because an expression that does would try each run of blanks in a large file. */
function withoutPadding(text: string): string {
  let end = text.length;
  while (end > 0 && text.charCodeAt(end - 1) <= LAST_PADDING) end -= 1;
  return text
    .slice(0, end)
    .replace(/^\uFEFF/, '')
    .trimStart();
}

/** Whether a character comes more often than that; stops as soon as it does. */
function hasMoreThan(most: number, character: string, text: string): boolean {
  let count = 0;
  for (let at = text.indexOf(character); at !== -1; at = text.indexOf(character, at + 1)) {
    count += 1;
    if (count > most) return true;
  }
  return false;
}

/** What a file may take is bounded before it is parsed: a parser's time and memory follow its tags. */
function demandBounded(xml: string): void {
  if (xml.length > MOST_XML_BYTES) throw new XmlError(tooLargeMessage);
  if (hasMoreThan(MOST_TAGS, '<', xml) || hasMoreThan(MOST_ATTRIBUTES, '=', xml))
    throw new XmlError(
      `The file has more elements than an answer about ${MOST_PAYMENTS_IN_BATCH} payments: ask the bank for one file an order`,
    );
}

/** A set of names that throws where there are more than any message has: each name makes objects of another shape. */
function nameCounter(): (tagName: string) => string {
  const names = new Set<string>();
  return (tagName) => {
    names.add(tagName);
    if (names.size > MOST_NAMES)
      throw new XmlError('The file has more kinds of elements than any message of a bank: ask for it again');
    return tagName;
  };
}

/**
 * Reads an ISO 20022 file, whatever its namespace prefixes are. Document type declarations are refused: no bank sends
 * them, and they are how entities read other files or grow without end.
 * @param repeated local names of elements that may come several times: they are always lists.
 * @param kept the one attribute that is looked at: an element that has it is an object with it and `#text`
 * @throws XmlError that says what is wrong and what to do; nothing of the content is in it.
 */
export function parseXml(text: string, repeated: ReadonlySet<string>, kept?: string): XmlDocument {
  const xml = withoutPadding(text);
  if (!xml.startsWith('<'))
    throw new XmlError('The file is not XML: check that it was fetched whole, unpacked and in UTF-8');
  if (/<!(DOCTYPE|ENTITY)/i.test(xml))
    throw new XmlError(
      'The file declares a document type or entities: this is refused, ask the bank for a plain file',
    );
  demandBounded(xml);
  const parser = new XMLParser({
    ignoreAttributes: (name) => name !== kept,
    attributeNamePrefix: ATTRIBUTE_PREFIX,
    removeNSPrefix: true,
    parseTagValue: false,
    ignoreDeclaration: true,
    ignorePiTags: true,
    maxNestedTags: MAX_DEPTH,
    updateTag: nameCounter(),
    isArray: (tagName) => repeated.has(tagName),
  });
  demandWellFormed(xml);
  try {
    const content: unknown = parser.parse(xml);
    return { content, messageNames: messageNamesOf(xml) };
  } catch (error) {
    if (error instanceof XmlError) throw error;
    throw new XmlError(
      'The file is nested too deeply or uses reserved names: this is refused, ask the bank for a plain file',
    );
  }
}
