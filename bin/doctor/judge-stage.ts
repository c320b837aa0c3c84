import { type Finding, ok, problem, warning } from './finding.ts';

/** AWS refuses what was signed five minutes earlier or later. */
const REFUSED_SECONDS = 300;
const NOTED_SECONDS = 30;

/** @param date the header of an answer, undefined where there was none */
export function clockFinding(date: string | null | undefined, now: Date): Finding {
  const there = Date.parse(date ?? '');
  if (Number.isNaN(there))
    return warning('Clock', 'nobody told the time to compare it with', 'Check the network, and look again.');
  const seconds = Math.round((now.getTime() - there) / 1000);
  const differs = `${Math.abs(seconds)} s ${seconds < 0 ? 'behind' : 'ahead of'} that of AWS`;
  const whatToDo = 'Let the system set its clock by the network (timedatectl set-ntp true).';
  if (Math.abs(seconds) >= REFUSED_SECONDS)
    return problem('Clock', `${differs}: AWS refuses all requests from 300 s on`, whatToDo);
  if (Math.abs(seconds) >= NOTED_SECONDS) return warning('Clock', differs, whatToDo);
  return ok('Clock', Math.abs(seconds) <= 1 ? 'as that of AWS' : differs);
}

/** @param deployed what the stage says; undefined where it was deployed before it said so */
export function versionFinding(deployed: string | undefined, here: string): Finding {
  if (deployed === undefined)
    return warning('Version', `${here} here; the stage does not say which it has`, 'Deploy it again.');
  if (deployed === here) return ok('Version', `${here}, here and deployed`);
  return warning(
    'Version',
    `${here} here, ${deployed} deployed`,
    'Deploy this version, or work with the command line of the other one.',
  );
}
