import type { check } from '../engine/check';
import type { Loaded } from '../workspace/workspace';
import { describe, type Log } from './handlers';
import { Lane, type Outcome, type Run, type SettingsRead } from './lane';
import { inSlices } from './slices';

/** What checks need of the server. */
export interface ChecksHost {
  /** Settles once a check may start. */
  readonly ready: Promise<void>;
  load(path: string, isDropped: () => boolean): Promise<Loaded | SettingsRead>;
  readonly check: typeof check;
  isOpen(path: string): boolean;
  /** Tells the editor what came of an open document's newest text. */
  publish(path: string, outcome: Outcome): void;
  readonly log: Log;
}

/**
 * Keeps the outcome of every open document up to date. Documents that turn out to belong together share a lane, so a
 * unit is checked once however many of its documents are open.
 */
export class Checks {
  private readonly lanes = new Map<string, Lane>();
  private readonly waiting = new Map<string, ((outcome: Outcome | undefined) => void)[]>();

  constructor(private readonly host: ChecksHost) {}

  /** A document, or something that it is checked with, has changed. */
  request(path: string): void {
    if (!this.host.isOpen(path)) return;
    (this.lanes.get(path) ?? this.newLane(path)).request();
  }

  /** A document was closed. */
  forget(path: string): void {
    const lane = this.lanes.get(path);
    if (lane) this.leave(lane, path);
    this.answer(path, undefined);
  }

  /** What comes of a document's newest text; `undefined` where that will not be known. */
  latest(path: string): Promise<Outcome | undefined> {
    const lane = this.lanes.get(path);
    if (!lane || lane.outcome) return Promise.resolve(lane?.outcome);
    return new Promise((resolve) => this.waiting.set(path, [...(this.waiting.get(path) ?? []), resolve]));
  }

  /** Ends all work. */
  dispose(): void {
    for (const path of [...this.lanes.keys()]) this.forget(path);
  }

  private newLane(path: string): Lane {
    const lane: Lane = new Lane((run) => this.work(lane, run));
    this.join(lane, path);
    return lane;
  }

  private async work(lane: Lane, run: Readonly<Run>): Promise<void> {
    const outcome = await this.outcomeFor(lane, run);
    if (run.outdated || !outcome) return;
    lane.outcome = outcome;
    for (const path of lane.paths) {
      this.publish(path, outcome);
      this.answer(path, outcome);
    }
  }

  private async outcomeFor(lane: Lane, run: Readonly<Run>): Promise<Outcome | undefined> {
    try {
      await this.host.ready;
      const [path] = lane.paths;
      if (path === undefined || run.dropped) return undefined;
      const loaded = await this.host.load(path, () => run.dropped);
      if (!run.outdated) this.gather(lane, path, loaded);
      if (loaded.kind !== 'unit') return loaded;
      const { unit, settings, settingsProblems } = loaded;
      const checked = await inSlices(this.host.check(unit, settings, this.host.log), () => run.dropped);
      return checked && { kind: 'checked', checked, settings, settingsProblems };
    } catch (error) {
      this.host.log(`check: ${describe(error)}`);
      return { kind: 'skipped', reason: 'its check failed, and the log says where' };
    }
  }

  /** Takes into a lane the open documents of the unit that was loaded, and sends away those that are not of it. */
  private gather(lane: Lane, path: string, loaded: Loaded | SettingsRead): void {
    const members = new Set([path]);
    if (loaded.kind === 'unit') for (const document of loaded.unit.documents) members.add(document.path);
    for (const member of members) if (this.host.isOpen(member)) this.join(lane, member);
    for (const stranger of lane.paths) {
      if (members.has(stranger)) continue;
      this.leave(lane, stranger);
      this.request(stranger);
    }
  }

  private join(lane: Lane, path: string): void {
    const other = this.lanes.get(path);
    if (other === lane) return;
    if (other) this.leave(other, path);
    lane.paths.add(path);
    this.lanes.set(path, lane);
  }

  private leave(lane: Lane, path: string): void {
    lane.paths.delete(path);
    this.lanes.delete(path);
    if (lane.paths.size === 0) lane.cancel();
  }

  private publish(path: string, outcome: Outcome): void {
    try {
      this.host.publish(path, outcome);
    } catch (error) {
      this.host.log(`publish: ${describe(error)}`);
    }
  }

  private answer(path: string, outcome: Outcome | undefined): void {
    const waiting = this.waiting.get(path) ?? [];
    this.waiting.delete(path);
    for (const resolve of waiting) resolve(outcome);
  }
}
