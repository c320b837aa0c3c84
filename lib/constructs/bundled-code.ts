import { writeFileSync } from 'node:fs';
import path from 'node:path';
import { AssetHashType } from 'aws-cdk-lib';
import { Code, Runtime } from 'aws-cdk-lib/aws-lambda';
import { buildSync } from 'esbuild';
import { copyNativePackages, type NativePackages } from './native-packages.ts';

const ROOT = path.resolve(import.meta.dirname, '../..');

export interface BundleOptions {
  /** What is put beside the bundle because it cannot be in it, for which platform (`linux-x64`). */
  readonly native?: { readonly packages: NativePackages; readonly platform: string } | undefined;
  /** Files, from the root, that it starts as threads: each becomes a bundle beside its own. */
  readonly threads?: readonly string[] | undefined;
}

/**
 * The code of a function as one ES module with all it needs, and one for each of its threads, built by esbuild in this process: the usual construct starts a
 * process of npx for each function, which takes longer than the building.
 * @param name folder below lambdas/
 */
export function bundledCode(name: string, { native, threads = [] }: BundleOptions = {}): Code {
  const folder = path.join(ROOT, 'lambdas', name);
  return Code.fromAsset(folder, {
    assetHashType: AssetHashType.OUTPUT,
    bundling: {
      // Asked for by the interface; never used, since building here either works or throws.
      image: Runtime.NODEJS_24_X.bundlingImage,
      local: {
        tryBundle: (outputFolder) => {
          for (const entry of [
            path.join(folder, 'index.ts'),
            ...threads.map((file) => path.join(ROOT, file)),
          ])
            bundle(
              entry,
              path.join(outputFolder, `${path.basename(entry, '.ts')}.mjs`),
              native?.packages.packages ?? [],
            );
          if (native !== undefined) copyNativePackages(native.packages, native.platform, outputFolder);
          return true;
        },
      },
    },
  });
}

/** The messages of the validator in forty languages, 260 kB of which nobody sees one: whoever has the validator in hand has them too. */
const LANGUAGES = '../locales/index.js';
const IMPORT_OF_LANGUAGES = /import(?:\*as ([\w$]+) from)?"\.\.\/locales\/index\.js";/g;

/** @throws Error where another package than the validator has a file of that name */
function bundle(entry: string, outfile: string, external: readonly string[]): void {
  const { outputFiles, metafile } = buildSync({
    entryPoints: [entry],
    outfile,
    write: false,
    metafile: true,
    bundle: true,
    external: [...external, LANGUAGES],
    platform: 'node',
    target: 'node24',
    format: 'esm',
    mainFields: ['module', 'main'],
    minify: true,
    sourcemap: true,
    sourcesContent: false,
    // CommonJS packages inside an ES module still ask for `require`.
    banner: { js: "import{createRequire}from'node:module';const require=createRequire(import.meta.url);" },
    logLevel: 'warning',
  });
  for (const [file, { imports }] of Object.entries(metafile.inputs))
    if (
      imports.some((one) => one.path === LANGUAGES && one.external === true) &&
      !file.includes('node_modules/zod/')
    )
      throw new Error(`${file} has languages of its own: they cannot be left out of ${entry}`);
  for (const { path: file, text } of outputFiles) {
    const isMap = file.endsWith('.map');
    const written = isMap
      ? text
      : text.replaceAll(IMPORT_OF_LANGUAGES, (_, name?: string) =>
          name === undefined ? '' : `const ${name}={};`,
        );
    if (!isMap && written.includes(`"${LANGUAGES}"`))
      throw new Error(`${entry} imports the languages of the validator in a way that is not known here`);
    writeFileSync(file, written);
  }
}
