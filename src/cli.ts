#!/usr/bin/env node
/** Entry of the command line: joins the process and the commands. No logic, hence no test of its own. */
import { commandsOf } from './cli/commands.js';
import { main } from './cli/main.js';
import { processIo } from './cli/process-io.js';
import { documentedRules } from './findings/catalogue.js';

// Not process.exit(): what is still on its way to a pipe would be lost.
process.exitCode = await main(process.argv.slice(2), commandsOf(documentedRules), processIo(process));
