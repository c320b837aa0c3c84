import path from 'node:path';
import { build, type Plugin, type Rolldown } from 'vite';

/** Pages that people see first, with their words: they come with what every page needs, and not in rounds of their own. */
const FIRST = [
  'src/app/home-page.tsx',
  'src/app/fr.json',
  'src/app/ar.json',
  'src/session/sign-in-page.tsx',
  'src/session/fr.json',
  'src/session/ar.json',
  'src/portal/sign-in-page.tsx',
];

/**
 * The modules that a first load needs: those of the entry, of the first pages, and of all that these import at once, as they are after
 * whatever nobody uses was left out. Found by building once.
 * @param root folder of the pages
 */
export async function modulesOfFirstLoad(
  root: string,
  plugins: readonly Plugin[],
): Promise<ReadonlySet<string>> {
  const built = await build({
    root,
    configFile: false,
    logLevel: 'silent',
    plugins: [...plugins],
    build: { write: false, target: 'es2022' },
  });
  const outputs = Array.isArray(built) ? built : [built];
  const chunks = outputs
    .flatMap((one) => ('output' in one ? one.output : []))
    .flatMap((file) => (file.type === 'chunk' ? [file] : []));
  const isFirst = ({ isEntry, facadeModuleId }: Rolldown.OutputChunk): boolean =>
    isEntry ||
    (facadeModuleId !== null &&
      FIRST.includes(path.relative(root, facadeModuleId).split(path.sep).join('/')));
  return new Set(withImports(chunks.filter(isFirst), chunks).flatMap(({ moduleIds }) => moduleIds));
}

/** Some files and all that they import at once. */
function withImports(
  some: readonly Rolldown.OutputChunk[],
  all: readonly Rolldown.OutputChunk[],
): readonly Rolldown.OutputChunk[] {
  const byName = new Map(all.map((chunk) => [chunk.fileName, chunk]));
  const found = new Set<Rolldown.OutputChunk>();
  const collect = (chunk: Rolldown.OutputChunk | undefined): void => {
    if (chunk === undefined || found.has(chunk)) return;
    found.add(chunk);
    for (const name of chunk.imports) collect(byName.get(name));
  };
  for (const chunk of some) collect(chunk);
  return [...found];
}
