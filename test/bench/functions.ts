import { statSync } from 'node:fs';
import { synthesiseStage } from './deployed-stage.ts';
import { measureColdStart } from './functions/cold-start.ts';
import type { BenchGroup, Figure } from './group.ts';
import { numberText, verdictText } from './number-text.ts';

const RUNS = 7;
const LARGEST_KILOBYTES = 1536;
const LONGEST_MILLISECONDS = 400;

/** How large each function is, and how long it takes to start. */
export const functionsGroup: BenchGroup = {
  name: 'functions',
  run: async ({ report }) => {
    report('functions: bundling');
    const figures: Figure[] = [];
    const rows: string[][] = [];
    for (const deployed of synthesiseStage().functions) {
      report(`functions: starting ${deployed.name} ${RUNS} times`);
      const { wallMilliseconds, cpuMilliseconds } = await measureColdStart(deployed, RUNS);
      const size: Figure = {
        name: `${deployed.name}: bundle KB`,
        value: statSync(deployed.bundleFile).size / 1024,
        target: { atMost: LARGEST_KILOBYTES },
      };
      const start: Figure = {
        name: `${deployed.name}: cold start ms`,
        value: wallMilliseconds,
      };
      // On a busy machine the clock tells how busy it was; code of its own that runs in one thread takes this.
      const cpu: Figure = {
        name: `${deployed.name}: cold start processor ms`,
        value: cpuMilliseconds,
        target: { atMost: LONGEST_MILLISECONDS },
      };
      figures.push(size, start, cpu);
      rows.push([
        deployed.name,
        String(deployed.memoryMb),
        numberText(size.value),
        verdictText(size),
        numberText(cpu.value),
        verdictText(cpu),
        numberText(start.value),
      ]);
    }
    return {
      figures,
      tables: [
        {
          title: 'Functions',
          head: [
            'function',
            'memory MB',
            'bundle KB',
            `≤ ${LARGEST_KILOBYTES}`,
            'cold start, processor ms',
            `≤ ${LONGEST_MILLISECONDS}`,
            'by the clock, ms',
          ],
          rows,
        },
      ],
      notes: [
        `Cold start: from nothing loaded to a handler, without Node's own start; median of ${RUNS} processes. On a quiet machine the clock and the processor agree. Lambda gives a share of a core by memory: a whole one at 1,769 MB.`,
      ],
    };
  },
};
