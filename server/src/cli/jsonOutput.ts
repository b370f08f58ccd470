import type { FileReport } from './report';

/** The reports for programs. */
export function jsonOutput(files: readonly FileReport[]): string {
  return `${JSON.stringify({ version: 1, files }, undefined, 2)}\n`;
}
