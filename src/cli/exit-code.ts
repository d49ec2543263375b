/** What a command tells the shell; `badInput` beats `findings`. */
export const exitCodes = { clean: 0, findings: 1, badInput: 2, bug: 3 } as const;

export type ExitCode = (typeof exitCodes)[keyof typeof exitCodes];
