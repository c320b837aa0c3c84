import { execa } from 'execa';
import getPort, { portNumbers } from 'get-port';
import { OCR_PORTS, EMULATOR_PORTS } from '../../local/cloud/ports.ts';
import { findPython } from '../../local/python/run-python.ts';
import { explainError } from '../view/report-error.ts';
import { type Finding, ok, problem, warning } from './finding.ts';

const NEEDED_NODE = 24;

/** Whether this machine can run the command line, and the local cloud. */
export async function examineMachine(isForLocal: boolean): Promise<Finding[]> {
  return [
    nodeFinding(process.versions.node, process.execPath),
    await pythonFinding(isForLocal),
    await portFinding(),
  ];
}

export function nodeFinding(version: string, file: string): Finding {
  return Number(version.split('.')[0]) >= NEEDED_NODE
    ? ok('Node', `${version} (${file})`)
    : problem('Node', `${version}, and ${NEEDED_NODE} or later is needed`, 'Run npm ci, which brings it.');
}

async function pythonFinding(isForLocal: boolean): Promise<Finding> {
  // Only the local cloud needs it.
  const missing = isForLocal ? problem : warning;
  try {
    const python = await findPython();
    const { failed } = await execa(python, ['-c', 'import venv, ensurepip'], { reject: false });
    if (!failed) return ok('Python', `${python} can make virtual environments`);
    return missing(
      'Python',
      `${python} has no venv, which the local cloud needs`,
      'Install it (Debian and Ubuntu: apt-get install python3-venv).',
    );
  } catch (error) {
    const { message, whatToDo } = explainError(error);
    return missing('Python', message, whatToDo);
  }
}

async function portFinding(): Promise<Finding> {
  const places = [EMULATOR_PORTS, OCR_PORTS];
  const free = await Promise.all(
    places.map(async ({ first, last }) => {
      const port = await getPort({ port: portNumbers(first, last), host: '127.0.0.1' });
      return port >= first && port <= last;
    }),
  );
  if (!free.includes(false)) return ok('Ports', 'there are free ones for a local cloud');
  return warning(
    'Ports',
    `all of ${EMULATOR_PORTS.first} to ${OCR_PORTS.last} are taken: a local cloud takes any other`,
    'End what was left running: npx milaf local down',
  );
}
