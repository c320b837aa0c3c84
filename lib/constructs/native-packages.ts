import { cpSync, existsSync } from 'node:fs';
import path from 'node:path';
import { Architecture } from 'aws-cdk-lib/aws-lambda';
import type { Stage } from '../stages/stage.ts';

const MODULES = path.resolve(import.meta.dirname, '../../node_modules');

/** Packages that cannot be bundled into one file because compiled code belongs to them. */
export interface NativePackages {
  /** Copied as they are. */
  readonly packages: readonly string[];
  /** Names of the packages with the compiled code, without their platform: npm installs only those of its own machine. */
  readonly compiled: readonly string[];
}

export const DUCKDB: NativePackages = {
  packages: ['@duckdb/node-api', '@duckdb/node-bindings', 'detect-libc'],
  compiled: ['@duckdb/node-bindings'],
};

/** libvips, which reads and writes images, and PDFium, which draws PDF files (WebAssembly: the same on every machine). */
export const IMAGING: NativePackages = {
  packages: ['sharp', '@img/colour', 'detect-libc', 'semver', '@hyzyla/pdfium'],
  compiled: ['@img/sharp', '@img/sharp-libvips'],
};

/** Where PDFium runs: in a thread that can be ended. */
export const DRAWING_THREAD = 'contexts/pages/imaging/pdf-thread.ts';

/** What reads barcodes of the images too: ZXing-C++ (WebAssembly). */
export const IMAGING_AND_BARCODES: NativePackages = {
  ...IMAGING,
  packages: [...IMAGING.packages, 'zxing-wasm'],
};

/** Functions with compiled code run on the processor it is kept for, whichever the others of the stage run on. */
export const NATIVE_ARCHITECTURE = Architecture.X86_64;

/** Which compiled code a stage needs: Lambda's; on a developer's machine, where functions are processes of it, its own. */
export function nativePlatformOf(stage: Stage): string {
  return stage.name === 'local' ? `${process.platform}-${process.arch}` : 'linux-x64';
}

/**
 * Copies the packages beside a bundle, where Node finds them.
 * @throws Error when the compiled code for the platform is not installed, with the command that installs it
 */
export function copyNativePackages(
  { packages, compiled }: NativePackages,
  platform: string,
  folder: string,
): void {
  const compiledPackages = compiled.map((name) => `${name}-${platform}`);
  const missing = compiledPackages.find((name) => !existsSync(path.join(MODULES, name)));
  if (missing !== undefined) {
    throw new Error(
      `${missing} is not installed: npm brings compiled code of its own machine only. Install that of ${platform} beside it: ` +
        `npm install --no-save --force ${missing}@VERSION, with its version in package-lock.json.`,
    );
  }
  for (const name of [...packages, ...compiledPackages]) {
    cpSync(path.join(MODULES, name), path.join(folder, 'node_modules', name), {
      recursive: true,
      dereference: true,
      // Types and source maps are of no use there.
      filter: (file) => !/\.(d\.ts|map|md)$/.test(file),
    });
  }
}
