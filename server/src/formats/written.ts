import {
  type Written,
  WrittenAccount,
  WrittenInput,
  WrittenReference,
  WrittenRegion,
  WrittenText,
} from '../model/written';
import type { Plain } from '../syntax/plain';
import type { Declaration, Spelled } from './format';

/** How a dialect spells what is more than a plain value. Each answers `undefined` where it cannot. */
export interface Spelling {
  text(text: string): string;
  reference(reference: WrittenReference): Plain | undefined;
  template(text: WrittenText): Plain | undefined;
  account(): { value: Plain; declaration?: Declaration } | undefined;
  region(): { value: Plain; declaration?: Declaration } | undefined;
  input(input: WrittenInput): { value: Plain; declaration: Declaration } | undefined;
}

/** Where there is nothing to refer to: what is more than plain text cannot be spelled. */
export const plainSpelling: Spelling = {
  text: (text) => text,
  reference: () => undefined,
  template: (text) => (text.parts.every((part) => typeof part === 'string') ? text.parts.join('') : undefined),
  account: () => undefined,
  region: () => undefined,
  input: () => undefined,
};

/** Spells a written value, collecting what has to be declared elsewhere for it. */
export function spellWith(spelling: Spelling, written: Written): Spelled | undefined {
  const declarations: Declaration[] = [];
  const value = new Speller(spelling, declarations).spell(written);
  return value === undefined ? undefined : { value, declarations };
}

class Speller {
  constructor(
    private readonly spelling: Spelling,
    private readonly declarations: Declaration[],
  ) {}

  spell(written: Written): Plain | undefined {
    if (typeof written === 'string') return this.spelling.text(written);
    if (typeof written !== 'object') return written;
    if (written instanceof WrittenReference) return this.spelling.reference(written);
    if (written instanceof WrittenText) return this.text(written);
    if (written instanceof WrittenAccount) return this.declare(this.spelling.account());
    if (written instanceof WrittenRegion) return this.declare(this.spelling.region());
    if (written instanceof WrittenInput) return this.declare(this.spelling.input(written));
    if (Array.isArray(written)) return this.list(written);
    return this.map(written as { readonly [key: string]: Written });
  }

  /** What its account or Region is spelled with has to be declared as well. */
  private text(written: WrittenText): Plain | undefined {
    for (const part of written.parts) {
      if (part instanceof WrittenAccount) this.declare(this.spelling.account());
      if (part instanceof WrittenRegion) this.declare(this.spelling.region());
    }
    return this.spelling.template(written);
  }

  private list(written: readonly Written[]): Plain[] | undefined {
    const items = written.map((item) => this.spell(item));
    return items.every((item) => item !== undefined) ? (items as Plain[]) : undefined;
  }

  private map(written: { readonly [key: string]: Written }): Plain | undefined {
    const map: Record<string, Plain> = {};
    for (const [key, member] of Object.entries(written)) {
      const spelled = this.spell(member);
      if (spelled === undefined) return undefined;
      map[key] = spelled;
    }
    return map;
  }

  private declare(spelled: { value: Plain; declaration?: Declaration } | undefined): Plain | undefined {
    if (spelled?.declaration) this.declarations.push(spelled.declaration);
    return spelled?.value;
  }
}
