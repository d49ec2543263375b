import { expect, test } from '@jest/globals';
import { decodeOutputs } from './command-files.js';
import { commandsOf } from './log-commands.js';

const rows: [what: string, log: string, obeyed: string[]][] = [
  ['a command at the start of a line', '::error file=a,line=1::no', ['error {"file":"a","line":"1"} no']],
  ['one behind spaces', '  \t::notice::no', ['notice {} no']],
  ['one behind a lone carriage return', 'all is well\r::error::no', ['error {} no']],
  ['one in brackets, wherever it stands', 'all is well ##[error]no', ['error {} no']],
  ['capital letters', '::ERROR::no', ['error {} no']],
  ['what was escaped, once', '::error title=a%3Ab%2Cc::1%250A2%0A3', ['error {"title":"a:b,c"} 1%0A2\n3']],
  ['no command that the runner does not know', '::egress::no', []],
  ['none behind other text', 'see ::error::no', []],
  [
    'none while commands are stopped',
    '::stop-commands::x\n::error::no\n::x::\n::error::yes',
    ['stop-commands {} x', 'error {} yes'],
  ],
];

test.each(rows)('the runner obeys %s', (_what, log, obeyed) => {
  const said = commandsOf(log).map(({ name, properties, data }) => `${name} ${JSON.stringify(properties)} ${data}`);
  expect(said).toEqual(obeyed);
});

test.each([
  ['one in a line', 'errors=2\n', { errors: '2' }],
  ['one over several lines', 'report<<EOF\n1\nEOF1\n\nEOF\n', { report: '1\nEOF1\n' }],
  ['both', 'a<<x\nb=c\nx\nd=e<<f\n', { a: 'b=c', d: 'e<<f' }],
])('the runner reads %s', (_what, text, outputs) => {
  expect(decodeOutputs(text)).toEqual(outputs);
});

test.each([
  ['a line that is neither', 'errors\n', 'cannot read'],
  ['a delimiter that never comes', 'report<<EOF\n1\n', 'does not end'],
  ['what is larger than GitHub keeps', `report=${'x'.repeat(600_000)}\n`, '1 MiB'],
])('the runner refuses %s', (_what, text, said) => {
  expect(() => decodeOutputs(text)).toThrow(said);
});
