import react from '@vitejs/plugin-react';
import { defineConfig } from 'vite';

// `MILAF_WEB_ADDRESS=<address that npm start prints> npx vite web` serves the pages as they are being written.
const api = process.env['MILAF_WEB_ADDRESS'];

export default defineConfig({
  plugins: [react()],
  build: { target: 'es2022', sourcemap: false },
  server: api === undefined ? {} : { proxy: { '/api': { target: api, changeOrigin: true } } },
});
