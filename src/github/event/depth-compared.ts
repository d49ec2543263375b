/**
 * The `fetch-depth` with which `actions/checkout` gets whatever is compared: 2 is the merge commit of a pull request and what
 * it merges into, 0 all of history, for what else is compared may lie any number of commits back.
 */
export function depthCompared(event: string, input: (name: string) => string): 0 | 2 {
  const isChosen = ['base', 'head'].some(name => input(name).trim() !== '');
  return event === 'pull_request' && !isChosen ? 2 : 0;
}
