import path from 'node:path';
import { AssetHashType } from 'aws-cdk-lib';
import { Code, Runtime } from 'aws-cdk-lib/aws-lambda';
import { buildSync } from 'esbuild';

const LAMBDAS = path.resolve(import.meta.dirname, '../../lambdas');

/**
 * The code of a function as one ES module with all it needs, built by esbuild in this process: the usual construct starts a
 * process of npx for each function, which takes longer than the building.
 * @param name folder below lambdas/
 */
export function bundledCode(name: string): Code {
  const folder = path.join(LAMBDAS, name);
  return Code.fromAsset(folder, {
    assetHashType: AssetHashType.OUTPUT,
    bundling: {
      // Asked for by the interface; never used, since building here either works or throws.
      image: Runtime.NODEJS_24_X.bundlingImage,
      local: {
        tryBundle: (outputFolder) => {
          bundle(path.join(folder, 'index.ts'), path.join(outputFolder, 'index.mjs'));
          return true;
        },
      },
    },
  });
}

function bundle(entry: string, outfile: string): void {
  buildSync({
    entryPoints: [entry],
    outfile,
    bundle: true,
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
}
