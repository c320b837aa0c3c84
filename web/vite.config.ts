import path from 'node:path';
import optimizeLocales from '@react-aria/optimize-locales-plugin';
import react from '@vitejs/plugin-react';
import { defineConfig } from 'vite';
import { viteStaticCopy } from 'vite-plugin-static-copy';
import { modulesOfFirstLoad } from './first-load.ts';

// `MILAF_WEB_ADDRESS=<address that npm start prints> npx vite web` serves the pages as they are being written.
const api = process.env['MILAF_WEB_ADDRESS'];

/** The site of the local cloud has a name that browsers know and Node does not: it is asked for by its host. */
function proxyTo(address: string) {
  const { host, hostname, port } = new URL(address);
  return hostname.endsWith('.localhost')
    ? { target: `http://127.0.0.1:${port}`, headers: { host } }
    : { target: address, changeOrigin: true };
}

// React Aria speaks thirty languages; these are ours.
const locales = { ...optimizeLocales.vite({ locales: ['fr-FR', 'ar-AE'] }), enforce: 'pre' } as const;

/** What a first load needs, in one file and not in thirty: on a slow network each round of requests costs half a second. */
async function frame() {
  const modules = await modulesOfFirstLoad(import.meta.dirname, [...react(), locales]);
  return { name: 'frame', test: (id: string) => modules.has(id) };
}

export default defineConfig(async ({ command }) => {
  const groups = command === 'build' ? [await frame()] : [];
  return {
    plugins: [
      react(),
      // Decoders of pictures in PDF files, fetched when a scan has such a picture.
      viteStaticCopy({
        targets: [
          {
            src: path.join(import.meta.dirname, '../node_modules/pdfjs-dist/wasm/*_nowasm_fallback.js'),
            dest: 'pdf',
            rename: { stripBase: true },
          },
        ],
      }),
      locales,
    ],
    // Files for spreadsheets are written here as they are in functions: by the same library, without what only Node has.
    resolve: { alias: { 'csv-stringify/sync': 'csv-stringify/browser/esm/sync' } },
    // A worker loads what it needs when it needs it.
    worker: { format: 'es' as const },
    build: {
      target: 'es2022',
      sourcemap: false,
      // The policy of the pages takes fonts and pictures from files only, not from within styles.
      assetsInlineLimit: 0,
      manifest: true,
      rolldownOptions: { output: { codeSplitting: { groups } } },
    },
    server: api === undefined ? {} : { proxy: { '/api': proxyTo(api) } },
  };
});
