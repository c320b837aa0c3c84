import { existsSync, readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { describe, expect, it } from 'vitest';
import { inRepository } from '../../../local/cloud/folders.ts';
import { drawContexts, listContexts, readContextMap } from '../../../local/docs/context-map.ts';

const contexts = readContextMap();
const read = (file: string): string => readFileSync(inRepository(file), 'utf8');
const sourcesBelow = (folder: string): string[] =>
  existsSync(inRepository(folder))
    ? readdirSync(inRepository(folder), { recursive: true, encoding: 'utf8' })
        .filter((file) => file.endsWith('.ts'))
        .map((file) => `${folder}/${file}`)
    : [];

/** Names that a file takes from the index of another context, with the file that each is from. */
function takenFromOthers(file: string): string[] {
  return [...read(file).matchAll(/\{([^}]*)\} from '#([a-z-]+)'/g)].flatMap(
    ([, names = '', context = '']) => {
      const entries = [...read(`contexts/${context}/index.ts`).matchAll(/\{([^}]*)\} from '\.\/([^']+)'/g)];
      const wordsOf = (list: string) => list.split(',').map((name) => name.replace(/^\s*type /, '').trim());
      return wordsOf(names)
        .filter((name) => name !== '')
        .map((name) => {
          const [plain = ''] = name.split(' as ');
          const from = entries.find(([, exported = '']) => wordsOf(exported).includes(plain))?.[2];
          return `${context}/${String(from)}`;
        });
    },
  );
}

describe('the contexts', () => {
  it('have a page each that says what they own, their states, their events and what they ask of others', () => {
    for (const context of contexts.keys())
      expect(read(`contexts/${context}/README.md`)).toMatch(
        /^# .+\*\*States:\*\*.+\*\*Events:\*\*.+\*\*Asks of others:\*\*/s,
      );
  });

  it('stand in one order in the rules of dependency-cruiser, and import only what stands before them', () => {
    const [, list = ''] = /const CONTEXTS = \[(.*?)\]/s.exec(read('.dependency-cruiser.cjs')) ?? [];
    const order = [...list.matchAll(/'([a-z-]+)'/g)].map(([, name = '']) => name);

    expect(order.toSorted()).toEqual([...contexts.keys()]);
    for (const [context, imports] of contexts)
      for (const other of imports) expect(order.indexOf(other)).toBeLessThan(order.indexOf(context));
  });

  it('are imported by names that lead to their public files', () => {
    const { imports } = JSON.parse(read('package.json')) as { imports: Record<string, string> };
    const files = [...contexts.keys()].flatMap((context) =>
      ['', '/aws']
        .filter((entry) => existsSync(inRepository(`contexts/${context}${entry}/index.ts`)))
        .map((entry) => [`#${context}${entry}`, `./contexts/${context}${entry}/index.ts`]),
    );

    expect(imports).toEqual(Object.fromEntries(files));
  });

  it('keep their decisions free of use cases, ports and types of the API of others', () => {
    const taken = [...contexts.keys()]
      .flatMap((context) => sourcesBelow(path.posix.join('contexts', context, 'domain')))
      .flatMap((file) => takenFromOthers(file).map((from) => `${file} takes from ${from}`));

    expect(taken.length).toBeGreaterThan(100);
    expect(taken.filter((line) => /undefined$|\/(use-cases|ports|api)(\/|\.ts$)/.test(line))).toEqual([]);
  });
});

describe('the picture of the contexts', () => {
  const map = new Map([
    ['a', new Set<string>()],
    ['b', new Set(['a'])],
    ['c', new Set(['a', 'b'])],
  ]);

  it('leaves an arrow out where others lead there already', () => {
    expect(drawContexts(map)).toBe('```mermaid\nflowchart TD\n  b --> a\n  c --> b\n```');
  });

  it('is followed by all that each context imports', () => {
    expect(listContexts(map)).toContain('| [c](../contexts/c/README.md) | a, b |');
  });

  it('in the documentation is what the imports say: if this fails, run `npm run docs`', () => {
    const arrows = (text: string): string[] =>
      [...text.matchAll(/^ +[a-z-]+ --> [a-z-]+$/gm)].map(([arrow]) => arrow);
    const [, drawn = ''] =
      /<!-- generated: contexts -->(.*?)<!-- end: contexts -->/s.exec(read('docs/architecture.md')) ?? [];

    expect(arrows(drawn)).toEqual(arrows(drawContexts(contexts)));
  });
});
