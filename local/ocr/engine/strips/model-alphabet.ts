import { PbfReader } from 'pbf';

/** Fields of ONNX's messages: a model has properties, a property a key and a value. */
const FIELDS = { properties: 14, key: 1, value: 2 } as const;
const PROPERTY = 'character';

/**
 * The characters that a recogniser of PP-OCR tells apart, in the order of its classes, as its file lists them.
 * @param model the ONNX file
 * @throws Error when it lists none
 */
export function modelAlphabet(model: Uint8Array): readonly string[] {
  const properties = new Map<string, string>();
  new PbfReader(model).readFields((tag, found, pbf) => {
    if (tag !== FIELDS.properties) return;
    const { key, value } = pbf.readMessage(readProperty, { key: '', value: '' });
    found.set(key, value);
  }, properties);
  const characters = properties.get(PROPERTY);
  if (characters === undefined) throw new Error('The recogniser does not list its characters.');
  return characters.replace(/\r?\n$/u, '').split(/\r?\n/u);
}

function readProperty(tag: number, property: { key: string; value: string }, pbf: PbfReader): void {
  if (tag === FIELDS.key) property.key = pbf.readString();
  else if (tag === FIELDS.value) property.value = pbf.readString();
}
