import { readdirSync, readFileSync } from 'node:fs';
import { posix } from 'node:path';

/** One file below src, and what it imports. */
export interface SourceFile {
  /** From the root of the project: `src/mesh/age.ts`. */
  readonly path: string;
  readonly lines: number;
  /** Without comments and the insides of strings. */
  readonly code: string;
  /** Files of the project. */
  readonly imports: readonly string[];
  /** Packages, and modules of Node (`node:fs`). */
  readonly packages: readonly string[];
}

/** Every TypeScript file below src, sorted by path. */
export function sourceFiles(): readonly SourceFile[] {
  return readdirSync('src', { recursive: true, encoding: 'utf8' })
    .filter(path => path.endsWith('.ts'))
    .map(path => sourceFile(posix.join('src', path.replaceAll('\\', '/')), readFileSync(`src/${path}`, 'utf8')))
    .sort((a, b) => (a.path < b.path ? -1 : 1));
}

export function sourceFile(path: string, text: string): SourceFile {
  const code = text.replace(/\/\*[^]*?\*\/|^\s*\/\/.*$/gm, '');
  const specifiers = [...code.matchAll(IMPORT)].map(([, from, alone]) => from ?? alone ?? '');
  const isOwn = (specifier: string) => specifier.startsWith('.');
  return {
    path,
    lines: text.split('\n').length - (text.endsWith('\n') ? 1 : 0),
    code: code.replace(/'[^'\n]*'|"[^"\n]*"/g, "''"),
    imports: specifiers.filter(isOwn).map(specifier => {
      return posix.join(posix.dirname(path), specifier.replace(/\.js$/, '.ts'));
    }),
    packages: specifiers.filter(specifier => !isOwn(specifier)),
  };
}

/** `import … from '…'`, `export … from '…'`, `import '…'`, `import('…')` and `import type`. */
const IMPORT = /^\s*(?:import|export)\b[^'";]*?\bfrom\s*['"]([^'"]+)['"]|\bimport\s*\(?\s*['"]([^'"]+)['"]/gm;
