/** Where a command runs: what it prints to, and where paths start. */
export interface Terminal {
  /** The working folder, with `/` separators. */
  readonly folder: string;
  /** Whether the standard output shows colours. */
  readonly colours: boolean;
  out(text: string): void;
  /** Prints one line about the run itself, for people. */
  tell(message: string): void;
  input(): Promise<Uint8Array>;
}
