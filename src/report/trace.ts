import { dialledText, type Call } from '../envoy/call.js';
import type { Step, Verdict } from '../envoy/verdict.js';
import type { GroupName } from '../findings/finding.js';
import type { Dialled } from '../mesh/dial.js';
import type { SidecarChoice } from '../scope/select-sidecar.js';
import type { Span } from '../source/span.js';
import { dialReason } from './dial-reason.js';
import { inert } from './escape.js';
import { indented, labelled } from './labelled.js';
import { namePlain } from './names.js';
import { paintFor } from './paint.js';
import { prosePlain } from './prose.js';
import { groupWords } from './reach.js';
import { sidecarChoiceText } from './sidecar-choice.js';
import type { TerminalOptions } from './terminal.js';
import { verdictLine } from './verdict-words.js';
import { wrap } from './wrap.js';

/** One call through one sidecar. */
export interface Trace {
  readonly group: GroupName;
  /** As the user typed it. */
  readonly url: string;
  readonly call: Call;
  /** The host of the URL, and what it resolves to; null where it is an address. */
  readonly host: string;
  readonly dialled: Dialled | null;
  readonly choice: SidecarChoice;
  readonly verdict: Verdict;
  /** Where the owner of the verdict is declared; null where there is none. */
  readonly ownerAt: Span | null;
}

/** The way of one call, step by step, each with its reason. */
export function traceText(trace: Trace, { colour, width }: TerminalOptions): string {
  const { group, url, call, host, dialled, choice, verdict, ownerAt } = trace;
  const paint = paintFor(colour);
  const say = (label: string, text: string) => labelled(label, prosePlain(text), width, paint);
  const reasons = (text: string) => wrap(prosePlain(text), width - 13).map(line => indented(paint('faint', line)));
  const step = ({ stage, name, because }: Step) => {
    const place = stage === 'owner' && ownerAt !== null ? `, ${ownerAt.file}:${ownerAt.line}` : '';
    return [say(stage, name + place), ...reasons(because)];
  };

  const lines = [
    say('call', `${url} from ${groupWords(group, namePlain)}`),
    say('dials', dialledText(call)),
    ...reasons(dialReason(host, dialled)),
    say('sends', sentWords(call)),
    ...sidecarChoiceText(choice, group).map((text, index) => say(index === 0 ? 'sidecar' : '', text)),
    ...(verdict.steps.length === 0 ? [] : ['', ...verdict.steps.flatMap(step)]),
    '',
    say('verdict', verdictLine(verdict)),
  ];
  return inert(lines.join('\n'));
}

function sentWords({ kind, host, speaksFirst }: Call): string {
  switch (kind) {
    case 'tls':
      return host === null ? 'TLS without a server name' : `TLS with server name (SNI) ${host}`;
    case 'http':
      return host === null ? 'plain HTTP without a Host' : `plain HTTP with Host ${host}`;
    case 'tcp':
      return speaksFirst === 'server' ? 'nothing until the server has spoken' : 'bytes that are neither TLS nor HTTP';
    default:
      return kind satisfies never;
  }
}
