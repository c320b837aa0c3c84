import { readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { inRepository } from '../cloud/folders.ts';

/** Contexts, each with those that it imports. */
export type ContextMap = ReadonlyMap<string, ReadonlySet<string>>;

const CONTEXTS = 'contexts';
/** Another context is imported by its name only: dependency-cruiser forbids every other way. */
const IMPORTED = /\bfrom '#([a-z-]+)(?:\/aws)?'/g;

/** The contexts as their imports are now. */
export function readContextMap(): ContextMap {
  const names = readdirSync(inRepository(CONTEXTS), { withFileTypes: true })
    .filter((entry) => entry.isDirectory())
    .map(({ name }) => name)
    .toSorted();
  return new Map(names.map((name) => [name, importsOf(name)]));
}

function importsOf(context: string): ReadonlySet<string> {
  const folder = inRepository(path.join(CONTEXTS, context));
  const files = readdirSync(folder, { recursive: true, encoding: 'utf8' }).filter((file) =>
    file.endsWith('.ts'),
  );
  const names = files.flatMap((file) =>
    [...readFileSync(path.join(folder, file), 'utf8').matchAll(IMPORTED)].map(([, name = '']) => name),
  );
  return new Set(names.toSorted());
}

/** All that a context imports, by others too. */
function reachedFrom(context: string, map: ContextMap): ReadonlySet<string> {
  const reached = new Set<string>();
  const visit = (name: string): void => {
    for (const next of map.get(name) ?? [])
      if (!reached.has(next)) {
        reached.add(next);
        visit(next);
      }
  };
  visit(context);
  return reached;
}

/** A picture in which an arrow is left out where others lead there already. */
export function drawContexts(map: ContextMap): string {
  const arrows = [...map].flatMap(([from, imports]) =>
    [...imports]
      .filter((to) => ![...imports].some((other) => other !== to && reachedFrom(other, map).has(to)))
      .map((to) => `  ${from} --> ${to}`),
  );
  return ['```mermaid', 'flowchart TD', ...arrows, '```'].join('\n');
}

/** Each context with all that it imports. */
export function listContexts(map: ContextMap): string {
  const rows = [...map].map(
    ([name, imports]) =>
      `| [${name}](../${CONTEXTS}/${name}/README.md) | ${[...imports].join(', ') || 'nothing'} |`,
  );
  return ['| Context | Imports |', '| --- | --- |', ...rows].join('\n');
}
