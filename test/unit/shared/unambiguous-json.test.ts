import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { parseUnambiguousJson } from '../../../contexts/shared/unambiguous-json.ts';

describe('JSON of others', () => {
  it('means what JSON means, whatever stands in its texts', () => {
    fc.assert(
      fc.property(fc.jsonValue(), fc.constantFrom(undefined, 1), (value, indent) => {
        const text = JSON.stringify(value, undefined, indent);
        expect(parseUnambiguousJson(text)).toEqual(JSON.parse(text));
      }),
    );
    const quoted = JSON.stringify({ 'a":"b': '"x": {"y":1}', 'c\\': '\\"z":' });
    expect(parseUnambiguousJson(quoted)).toEqual(JSON.parse(quoted));
  });

  it.each([
    ['at the top', '{"cin":"AB1","cin":"AB2"}'],
    ['within', '{"name":{"family":"A","family":"B"}}'],
    ['in a list', '[{"a":1},{"a":1,"a":1}]'],
    ['written in another way', String.raw`{"cin":"AB1","\u0063in":"AB2"}`],
    ['with blanks before its colon', '{"a":1,"a"  \t :2}'],
  ])('that gives a name twice is refused: %s', (_, text) => {
    expect(() => parseUnambiguousJson(text)).toThrow(SyntaxError);
  });

  it.each([
    ['a value', String.raw`{"a":"\ud800"}`],
    ['a name', String.raw`{"\udc00":1}`],
    ['a list within', String.raw`[["x\ud83d y"]]`],
    ['a text by itself', String.raw`"\uDFFF"`],
  ])('that has half a character in %s is refused', (_, text) => {
    expect(() => parseUnambiguousJson(text)).toThrow(SyntaxError);
  });

  it('may have a character in two halves, and a backslash before what is no escape', () => {
    for (const text of [
      String.raw`{"a":"\ud83d\ude00"}`,
      String.raw`["\\ud800"]`,
      'null',
      String.raw`[null,1,true,"\u0000"]`,
    ])
      expect(parseUnambiguousJson(text)).toEqual(JSON.parse(text));
  });

  it('is read in time, however deep it is', () => {
    const deep = '['.repeat(200_000) + ']'.repeat(200_000);
    expect(() => parseUnambiguousJson(`{"a":"${'\\"'.repeat(500_000)}"}`)).not.toThrow();
    expect(() => parseUnambiguousJson(deep)).not.toThrow();
  });
});
