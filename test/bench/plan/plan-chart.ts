import * as vega from 'vega';
import { compile, type TopLevelSpec } from 'vega-lite';
import type { MigrationPlan } from './migration-plan.ts';
import type { SmsDays } from './sms-days.ts';

/** Blue, teal, orange, green, violet: told apart also by most who do not see colours as others do. */
const COLOURS = { step: ['#4c78a8', '#72b7b2', '#f58518', '#54a24b', '#b279a2'], line: '#e45756' };

/** When each step runs at each of the settings, and how many days SMS take at each rate, as SVG. */
export async function planChart(plans: readonly MigrationPlan[], sms: readonly SmsDays[]): Promise<string> {
  const spec: TopLevelSpec = {
    $schema: 'https://vega.github.io/schema/vega-lite/v6.json',
    background: 'white',
    padding: 12,
    config: { font: 'sans-serif', view: { stroke: 'transparent' } },
    vconcat: [timeline(plans), smsLine(sms)],
    spacing: 36,
  };
  const view = new vega.View(vega.parse(compile(spec).spec), { renderer: 'none' });
  return `${await view.toSVG()}\n`;
}

function timeline(plans: readonly MigrationPlan[]) {
  const values = plans.flatMap(({ settings, phases }) => {
    let start = 0;
    return phases.map(({ step, hours }) => {
      const bar = { settings: settings.name, step, start, end: start + hours };
      start += hours;
      return bar;
    });
  });
  const steps = [...new Set(values.map(({ step }) => step))];
  return {
    title: { text: 'From the upload to the signed answer', anchor: 'start' as const },
    width: 640,
    height: { step: 44 },
    data: { values },
    mark: { type: 'bar' as const, height: 24 },
    encoding: {
      y: { field: 'settings', type: 'nominal' as const, sort: null, title: null, axis: { labelLimit: 240 } },
      x: { field: 'start', type: 'quantitative' as const, title: 'hours after the upload' },
      x2: { field: 'end' },
      color: {
        field: 'step',
        type: 'nominal' as const,
        sort: null,
        scale: { domain: steps, range: COLOURS.step },
        title: 'step',
      },
    },
  };
}

function smsLine(sms: readonly SmsDays[]) {
  const values = sms.map(({ messagesPerSecond, days }) => ({
    rate: messagesPerSecond,
    days,
    label: days < 10 ? days.toFixed(1) : Math.round(days).toString(),
  }));
  const x = {
    field: 'rate',
    type: 'quantitative' as const,
    scale: { type: 'log' as const, domain: [0.8, 260], nice: false },
    axis: { values: values.map(({ rate }) => rate), grid: false },
    title: 'SMS a second',
  };
  const y = {
    field: 'days',
    type: 'quantitative' as const,
    scale: { type: 'log' as const, domain: [0.2, 200], nice: false },
    axis: { values: [0.3, 1, 3, 10, 30, 100] },
    title: 'days',
  };
  return {
    title: { text: 'Days until everybody with a mobile is told', anchor: 'start' as const },
    width: 640,
    height: 200,
    data: { values },
    layer: [
      {
        mark: { type: 'line' as const, point: { color: COLOURS.line }, color: COLOURS.line },
        encoding: { x, y },
      },
      {
        mark: { type: 'text' as const, dy: -12, fontSize: 12 },
        encoding: { x, y, text: { field: 'label', type: 'nominal' as const } },
      },
    ],
  };
}
