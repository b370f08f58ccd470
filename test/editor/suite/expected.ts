/** The file, within the folder that a suite opens, that holds the expected findings. */
export const expectedFile = 'expected.json';

/** What the command line says of a finding. Lines and characters count from 0. */
export interface Expected {
  readonly rule: string;
  readonly severity: 'error' | 'warning' | 'information' | 'hint';
  readonly message: string;
  readonly range: Span;
  readonly related?: readonly Place[];
  readonly fixes: readonly ExpectedFix[];
}

export interface ExpectedFix {
  readonly title: string;
  readonly safety: 'safe' | 'review' | 'input';
  readonly onUpdate: 'none' | 'interruption' | 'replacement' | 'unknown';
}

export interface Place {
  readonly path: string;
  readonly range: Span;
  readonly message: string;
}

export interface Span {
  readonly start: { readonly line: number; readonly character: number };
  readonly end: { readonly line: number; readonly character: number };
}

/** The findings of each document, by its path within the folder. */
export type ExpectedFindings = Readonly<Record<string, readonly Expected[]>>;

/** The fix that is preferred: the best, unless it replaces a resource or leaves a value to the user. */
export function preferredOf({ fixes: [best] }: Expected): ExpectedFix | undefined {
  return best && best.safety !== 'input' && best.onUpdate !== 'replacement' ? best : undefined;
}
