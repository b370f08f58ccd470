import type { Checked } from '../engine/check';
import type { Settings } from '../engine/settings';
import type { SettingsFault } from '../workspace/settingsFaults';
import type { SettingsFileProblem } from '../workspace/settingsFiles';
import type { Skipped } from '../workspace/workspace';

/** A settings file, and what is wrong in it. */
export interface SettingsRead {
  readonly kind: 'settings';
  readonly faults: readonly SettingsFault[];
}

/** What came of checking a document. */
export type Outcome =
  | {
      readonly kind: 'checked';
      readonly checked: Checked;
      readonly settings: Settings;
      readonly settingsProblems: readonly SettingsFileProblem[];
    }
  | Skipped
  | SettingsRead
  | { readonly kind: 'foreign' };

/** A check under way. */
export interface Run {
  /** There is newer text: what comes of this run must not be told. */
  outdated: boolean;
  /** Nobody waits for the end of this run. */
  dropped: boolean;
}

/** No delay while checks take less than this. */
const quick = 20;
/** A slow check waits so many times its last duration for the typing to pause... */
const patience = 2;
/** ...but no longer than this. Milliseconds all. */
const longestDelay = 1500;

/** How long the typing has to pause before the next check, after one that took so many milliseconds. */
export function delayAfter(duration: number): number {
  return duration < quick ? 0 : Math.min(patience * duration, longestDelay);
}

/**
 * The checks of one unit: one under way and one waiting at most, and the newest text wins. Knows when to check, not how.
 */
export class Lane {
  /** The open documents that the lane is for. */
  readonly paths = new Set<string>();
  /** What came of the newest text; `undefined` while that is not known. */
  outcome: Outcome | undefined;
  private run: Run | undefined;
  private timer: ReturnType<typeof setTimeout> | undefined;
  private requested = 0;
  private lastDuration = 0;
  private lastWasDropped = false;

  /** @param work checks the unit; must look at the run after each wait, and may not reject */
  constructor(private readonly work: (run: Readonly<Run>) => Promise<void>) {}

  /** The text is another: a check follows when the typing pauses. */
  request(): void {
    this.outcome = undefined;
    this.requested = performance.now();
    if (!this.run) {
      this.schedule();
      return;
    }
    this.run.outdated = true;
    // Never two in a row: typing would start one run an edit, and how long a check takes would never be known.
    this.run.dropped ||= !this.lastWasDropped;
  }

  /** Ends all work. */
  cancel(): void {
    clearTimeout(this.timer);
    if (this.run) this.run.outdated = this.run.dropped = true;
  }

  private schedule(): void {
    clearTimeout(this.timer);
    const due = this.requested + delayAfter(this.lastDuration);
    this.timer = setTimeout(() => void this.start(), due - performance.now());
  }

  private async start(): Promise<void> {
    const run: Run = { outdated: false, dropped: false };
    this.run = run;
    const started = performance.now();
    await this.work(run);
    const duration = performance.now() - started;
    // A run that was dropped would have taken longer.
    this.lastDuration = run.dropped ? Math.max(this.lastDuration, duration) : duration;
    this.lastWasDropped = run.dropped;
    this.run = undefined;
    if (run.outdated && this.paths.size > 0) this.schedule();
  }
}
