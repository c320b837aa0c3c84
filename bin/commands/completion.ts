import tab from '@bomb.sh/tab/commander';
import { ShellCompDirective } from '@bomb.sh/tab';
import type { Command } from 'commander';

const { ShellCompDirectiveDefault: FILES, ShellCompDirectiveNoFileComp: NO_FILES } = ShellCompDirective;

/** What bash lacks without the package bash-completion. */
const WORDS_IN_BASH = `
  if ! declare -F _get_comp_words_by_ref > /dev/null; then
    _get_comp_words_by_ref() {
      words=("\${COMP_WORDS[@]}")
      cword=$COMP_CWORD
      cur=\${words[cword]}
      prev=\${words[cword - 1]}
    }
  fi`;

/**
 * Adds \`completion\`, which prints a script for a shell, and what that script asks at each press of Tab. To be called when all other
 * commands are there.
 */
export function addCompletionCommands(program: Command): void {
  const completion = tab(program, { completionCommandName: 'completion' });
  // Where Milaf has nothing to offer, most arguments are files: the shell completes them.
  Object.defineProperty(completion, 'directive', {
    get: () => (completion.completions.length === 0 ? FILES : NO_FILES),
    set: () => undefined,
  });
  const printScript = completion.setup.bind(completion);
  completion.setup = (name, executable, shell) => {
    if (shell !== 'bash') {
      printScript(name, executable, shell);
      return;
    }
    // A script that is sourced twice would complain about its own constants.
    console.log(`if ! declare -F __${name}_complete > /dev/null; then`);
    printScript(name, executable, shell);
    console.log(`${WORDS_IN_BASH}\n  complete -o default -F __${name}_complete ${name}\nfi`);
  };
}
