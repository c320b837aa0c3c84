#!/usr/bin/env node
'use strict';
// Plain JavaScript for whichever Node starts it: Milaf itself needs Node 24, which `npm ci` brings with the project.
const { spawn } = require('node:child_process');
const { existsSync } = require('node:fs');
const path = require('node:path');
const { pathToFileURL } = require('node:url');

const NEEDED = 24;
/** As docs/operating.md has it: something on this machine is missing. */
const NOT_READY = 5;
const ROOT = path.resolve(__dirname, '..');
const BROUGHT = path.join(
  ROOT,
  'node_modules',
  'node',
  'bin',
  process.platform === 'win32' ? 'node.exe' : 'node',
);
/** What `npm pack` makes of the sources, which Node runs outside node_modules only. */
const PACKED = path.join(ROOT, 'dist', 'milaf.mjs');
const isPacked = !existsSync(path.join(__dirname, 'milaf.ts'));

if (Number(process.versions.node.split('.')[0]) >= NEEDED) {
  if (isPacked) import(pathToFileURL(PACKED).href);
  else import('./milaf.ts');
} else if (existsSync(BROUGHT)) runOnNodeBrought();
else refuse();

function runOnNodeBrought() {
  const child = spawn(BROUGHT, [__filename, ...process.argv.slice(2)], { stdio: 'inherit' });
  for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP']) {
    // A terminal tells the other process too, and twice would be in the way of its tidying up.
    process.on(signal, () => (signal !== 'SIGTERM' && process.stdin.isTTY ? undefined : child.kill(signal)));
  }
  child.on('exit', (code, signal) => {
    if (signal === null) process.exit(code);
    process.removeAllListeners(signal);
    process.kill(process.pid, signal);
  });
}

function refuse() {
  const message = `Milaf needs Node ${NEEDED} or later, and this is ${process.versions.node}.`;
  const whatToDo = isPacked
    ? `Install it from https://nodejs.org, or put it beside Milaf with: npm install node@${NEEDED}`
    : `Run npm ci in ${ROOT}, which brings it.`;
  const error = { code: 'machine-not-ready', message, whatToDo };
  console.error(process.argv.includes('--json') ? JSON.stringify({ error }) : `✖ ${message} ${whatToDo}`);
  process.exitCode = NOT_READY;
}
