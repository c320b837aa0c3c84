#!/usr/bin/env node
import { Command } from 'commander';
import { reportError } from '../bin/view/report-error.ts';
import { stopOwnServers } from './cloud/processes.ts';
import { runDemonstration } from './demo/run-demonstration.ts';

// `npm start`: the main job, end to end, on a cloud that runs on this machine.
const program = new Command('npm start --')
  .description('Starts a local cloud, deploys Milaf to it and sends sample scans through it')
  .option('--once', 'end by itself; exit code 0 only if every sample ended as it should')
  .showHelpAfterError();
program.parse();

let isRight = false;
try {
  isRight = await runDemonstration({ once: program.opts<{ once?: boolean }>().once === true });
} catch (error) {
  reportError(error);
}
// Ctrl-C may come while servers are being started or the stage is being deployed: neither goes on behind the person's back.
stopOwnServers();
process.exit(isRight ? 0 : 1);
