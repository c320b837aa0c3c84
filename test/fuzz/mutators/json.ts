import type { Random } from '../../../local/samples/random.ts';
import type { Mutator } from '../target.ts';

interface JsonObject {
  [key: string]: Json;
}
type Json = null | boolean | number | string | Json[] | JsonObject;
type Container = Json[] | JsonObject;

interface Place {
  readonly container: Container;
  readonly key: string;
}

const MAX_PLACES = 4000;
const MAX_ITEMS = 3000;
const LONG_ONE_IN = 30;
const NESTINGS = 1000;

/** What no field expects. */
const ODD: readonly Json[] = [
  ...[null, true, false, 0, -0, 1, -1, 0.5, 1e308, -1e308, 2 ** 31, 2 ** 32, 2 ** 53, 4_294_967_295],
  ...['', ' ', '0', 'null', '\0', '\ud800', '\u202e', 'é', 'محمد', '__proto__', '../../etc', '9'.repeat(40)],
  ...[[], {}, [[]], [null], { '': 0 }, 'x'.repeat(5000)],
];
const ODD_KEYS = ['__proto__', 'constructor', 'toString', 'length', '', 'then', '0'] as const;

const isContainer = (value: unknown): value is Container => typeof value === 'object' && value !== null;

function keysOf(container: Container): string[] {
  return Object.keys(container);
}

function at(container: Container, key: string): Json {
  return (Array.isArray(container) ? container[Number(key)] : container[key]) ?? null;
}

function put({ container, key }: Place, value: Json): void {
  if (Array.isArray(container)) container[Number(key)] = value;
  // `__proto__` as a key of its own, as JSON.parse makes it.
  else Object.defineProperty(container, key, { value, enumerable: true, writable: true, configurable: true });
}

function placesOf(root: Container): readonly Place[] {
  const places: Place[] = [];
  const pending: Container[] = [root];
  for (let next = pending.pop(); next !== undefined && places.length < MAX_PLACES; next = pending.pop()) {
    for (const key of keysOf(next)) {
      places.push({ container: next, key });
      const value = at(next, key);
      if (isContainer(value)) pending.push(value);
    }
  }
  return places;
}

function parse(bytes: Uint8Array): Container | undefined {
  try {
    const value: unknown = JSON.parse(Buffer.from(bytes).toString('utf8'));
    return isContainer(value) ? value : undefined;
  } catch {
    return undefined;
  }
}

type TreeChange = (place: Place, random: Random, others: readonly Place[]) => void;

const valueAt = ({ container, key }: Place): Json => at(container, key);

const anyOf = (places: readonly Place[], random: Random): Place | undefined =>
  places[random.whole(0, places.length - 1)];

const replaceValue: TreeChange = (place, random) =>
  put(place, structuredClone(ODD[random.whole(0, ODD.length - 1)] ?? null));

const removeValue: TreeChange = ({ container, key }) => {
  if (Array.isArray(container)) container.splice(Number(key), 1);
  else Reflect.deleteProperty(container, key);
};

const duplicateValue: TreeChange = (place, random) => {
  const { container, key } = place;
  const times = random.whole(1, random.whole(1, LONG_ONE_IN) === 1 ? MAX_ITEMS : 3);
  if (Array.isArray(container))
    container.splice(Number(key), 0, ...Array.from({ length: times }, () => valueAt(place)));
  else put({ container, key: `${key}${times}` }, valueAt(place));
};

const exchange: TreeChange = (place, random, others) => {
  const other = anyOf(others, random);
  if (other === undefined) return;
  const [one, two] = [structuredClone(valueAt(place)), structuredClone(valueAt(other))];
  put(place, two);
  put(other, one);
};

const copyFrom: TreeChange = (place, random, others) => {
  const other = anyOf(others, random);
  if (other !== undefined) put(place, structuredClone(valueAt(other)));
};

const wrap: TreeChange = (place, random) => {
  const depth = random.whole(1, random.whole(1, LONG_ONE_IN) === 1 ? NESTINGS : 3);
  let value = valueAt(place);
  for (let level = 0; level < depth; level++) value = random.next() < 0.5 ? [value] : { a: value };
  put(place, value);
};

const renameKey: TreeChange = (place, random) => {
  const { container } = place;
  if (Array.isArray(container)) return;
  const value = valueAt(place);
  removeValue(place, random, []);
  put({ container, key: random.pick(ODD_KEYS) }, value);
};

const nudgeNumber: TreeChange = (place, random) => {
  const value = valueAt(place);
  if (typeof value !== 'number') return;
  put(
    place,
    random.pick([
      value + 1,
      ...[value - 1, -value, value * 1e6, value / 1e6, value + 0.5, 0, 1e308, -1e308],
      ...[Number.MAX_SAFE_INTEGER, 2 ** 31, 2 ** 32],
    ]),
  );
};

/** @param words that may stand in texts of the format */
function changeText(words: readonly string[]): TreeChange {
  return (place, random) => {
    const value = valueAt(place);
    if (typeof value !== 'string') return;
    const word = words[random.whole(0, words.length - 1)] ?? '';
    const start = random.whole(0, value.length);
    const end = random.next() < 0.5 ? start : random.whole(start, value.length);
    const changed = value.slice(0, start) + word + value.slice(end);
    put(
      place,
      random.pick([
        word,
        changed,
        value.slice(0, start),
        value + value,
        Array.from(value).reverse().join(''),
      ]),
    );
  };
}

/** Changes to the tree of a JSON document; what is no document stays as it is. */
export function jsonMutators(words: readonly string[]): readonly Mutator[] {
  const changes: readonly TreeChange[] = [
    ...[replaceValue, removeValue, duplicateValue, exchange, copyFrom, wrap, renameKey, nudgeNumber],
    changeText(words),
  ];
  return changes.map((change): Mutator => (bytes, random, other) => {
    const root = parse(bytes);
    if (root === undefined) return bytes;
    const places = placesOf(root);
    const place = anyOf(places, random);
    if (place === undefined) return bytes;
    const second = change === copyFrom && random.next() < 0.5 ? parse(other) : undefined;
    change(place, random, second === undefined ? places : placesOf(second));
    return Buffer.from(stringify(root));
  });
}

/** A value that was put inside itself cannot be written: then nothing is changed. */
function stringify(root: Container): string {
  try {
    return JSON.stringify(root);
  } catch {
    return '[]';
  }
}
