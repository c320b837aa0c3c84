import { setTimeout as sleep } from 'node:timers/promises';
import { ServerProcess } from '../../../local/cloud/processes.ts';

// A run for tests of what runs leave behind: starts a server that fills its temporary folder, says where, and goes as it is told to.
const [ending] = process.argv.slice(2);
const FILLS = `
  const { mkdtempSync, writeFileSync } = require('node:fs');
  const folder = mkdtempSync(require('node:os').tmpdir() + '/worker-');
  let count = 0;
  setInterval(() => writeFileSync(folder + '/' + (count += 1), 'x'), 1);
`;
const server = ServerProcess.start(`owner-test-${process.pid}`, process.execPath, ['-e', FILLS], {});
console.log(JSON.stringify(server.tempFolder));
await sleep(300);
if (ending === 'stop') await server.stop();
else if (ending === 'fail') throw new Error('The run failed');
else await sleep(60_000);
