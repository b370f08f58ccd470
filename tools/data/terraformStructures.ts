/**
 * Reads the attribute facts out of the text of one provider module: the Terraform names and kinds from the code that
 * writes the configuration, and what is required from the declared interfaces. Only names and kinds are taken.
 */

/** One attribute or block of a Terraform resource or of a block in it. */
export interface Attribute {
  /** The name in Terraform's own spelling. */
  readonly name: string;
  /**
   * Letters, outermost first: `l` list, `t` set, `m` map, then `s` string, `b` bool, `n` number, `o` object, `a` any.
   */
  readonly shape: string;
  readonly block: boolean;
  readonly required: boolean;
  /** True if only the provider sets it. */
  readonly readOnly: boolean;
  /** True for a block that may be written once only. */
  readonly single: boolean;
  /** The structure that stands in it, if it has one. */
  readonly structure?: string;
}

/** The attributes of a resource, and of the structures nested in it by name. */
export interface Structures {
  readonly root: readonly Attribute[];
  readonly named: ReadonlyMap<string, readonly Attribute[]>;
}

const SIMPLE_SHAPES: Readonly<Record<string, string>> = {
  string: 's',
  number: 'n',
  boolean: 'b',
  any: 'a',
};

/** The attributes described by the code and the declarations of one provider module. */
export function readStructures(code: string, declarations: string): Structures {
  const optional = readOptionalNames(declarations);
  const named = new Map<string, Attribute[]>();
  for (const [, name = '', body = ''] of code.matchAll(
    /\nfunction (\w+)ToHclTerraform\(struct\) \{\n([\s\S]*?)\n\}\n/g,
  )) {
    named.set(name, readAttributes(body, optional.get(capitalised(name))));
  }
  let root: Attribute[] = [];
  for (const { name, kind, body } of readClasses(code)) {
    const readOnly = readReadOnly(body);
    if (kind === 'TerraformResource') {
      const synthesis = /\n {4}synthesizeHclAttributes\(\) \{\n([\s\S]*?)\n {4}\}(?:\n|$)/.exec(body)?.[1] ?? '';
      root = markSingles(readAttributes(synthesis, optional.get('')), body).concat(readOnly);
    } else {
      const structure = lowered(name.replace(/OutputReference$/, ''));
      named.set(structure, markSingles(named.get(structure) ?? [], body).concat(readOnly));
    }
  }
  return { root, named };
}

/** The optional properties of each declared interface; the configuration of the resource itself has the empty name. */
function readOptionalNames(declarations: string): Map<string, ReadonlySet<string>> {
  const result = new Map<string, ReadonlySet<string>>();
  for (const [, name = '', base, body = ''] of declarations.matchAll(
    /\nexport interface (\w+)( extends [\w.]+)? \{\n([\s\S]*?)\n\}/g,
  )) {
    const optional = [...body.matchAll(/^ {4}readonly (\w+)\?:/gm)].map(([, property = '']) => property);
    result.set(base === undefined ? name : '', new Set(optional));
  }
  return result;
}

function readClasses(code: string): { readonly name: string; readonly kind: string; readonly body: string }[] {
  const matches = code.matchAll(/\nclass (\w+) extends cdktn\.(TerraformResource|ComplexObject) \{\n([\s\S]*?)\n\}\n/g);
  return [...matches].map(([, name = '', kind = '', body = '']) => ({ name, kind, body }));
}

/** The entries of the table from which the configuration is written. */
function readAttributes(body: string, optional: ReadonlySet<string> | undefined): Attribute[] {
  const entry = new RegExp(
    [
      /\n {8,12}(\w+): \{/,
      /\s+value: ([^\n]+),/,
      /\s+isBlock: (true|false),/,
      /\s+type: "(\w+)",/,
      /\s+storageClassType: "(\w+)",\n/,
    ]
      .map(({ source }) => source)
      .join(''),
    'g',
  );
  return [...`\n${body}`.matchAll(entry)].map(([, name = '', value = '', isBlock, type = '', storage = '']) => {
    const property = /(?:struct\.|this\._)(\w+?)(?:\.internalValue)?\)/.exec(value)?.[1] ?? '';
    const structure = /(\w+)ToHclTerraform\b/.exec(value.replace(/cdktn\.\w+/g, ''))?.[1];
    return {
      name,
      shape: structure === undefined ? simpleShape(storage, type) : `${containerLetter(type)}o`,
      block: isBlock === 'true',
      required: optional?.has(property) === false,
      readOnly: false,
      single: false,
      ...(structure === undefined ? {} : { structure }),
    };
  });
}

function containerLetter(type: string): string {
  return { list: 'l', set: 't', map: 'm' }[type] ?? '';
}

/** The shape of a value without structure, such as `stringList` or `stringMapMap`. */
function simpleShape(storage: string, type: string): string {
  const [, element = '', containers = ''] = /^([a-z]+)((?:List|Map)*)$/.exec(storage) ?? [];
  const letter = SIMPLE_SHAPES[element];
  if (letter === undefined) return 'a';
  const letters = [...containers.matchAll(/List|Map/g)].map(([word]) => (word === 'List' ? 'l' : 'm')).reverse();
  // The storage class says List for sets as well; only the type tells the outermost container apart.
  return letters.join('').replace(/^l/, containerLetter(type)) + letter;
}

/** A block kept by one reference object, not by a list of them, may be written once. */
function markSingles(attributes: readonly Attribute[], classBody: string): Attribute[] {
  const matches = classBody.matchAll(/= new \w+OutputReference\(this, "(\w+)"/g);
  const single = new Set([...matches].map(([, name]) => name));
  return attributes.map((attribute) => ({ ...attribute, single: single.has(attribute.name) }));
}

/** The attributes that only the provider sets; comments mark them. */
function readReadOnly(classBody: string): Attribute[] {
  const comment = /\/\/ (\w+) - computed: true, optional: false, required: false\n\s+([^\n]+)(?=\n([^\n]*))/g;
  return [...classBody.matchAll(comment)].map(([, name = '', line = '', next = '']) => {
    const structure = /= new (\w+?)(?:List|Map|OutputReference)\(this/.exec(line)?.[1];
    const shape = readOnlyShape(`${line}\n${next}`);
    return {
      name,
      shape,
      block: false,
      required: false,
      readOnly: true,
      single: false,
      ...(structure === undefined || !shape.endsWith('o') ? {} : { structure: lowered(structure) }),
    };
  });
}

function readOnlyShape(lines: string): string {
  const getter =
    /this\.get(String|Number|Boolean|List|NumberList|StringMap|BooleanMap|NumberMap|AnyMap)Attribute\(/.exec(
      lines,
    )?.[1];
  if (getter !== undefined) {
    return (
      {
        String: 's',
        Number: 'n',
        Boolean: 'b',
        List: 'ls',
        NumberList: 'ln',
        StringMap: 'ms',
        BooleanMap: 'mb',
        NumberMap: 'mn',
      }[getter] ?? 'ma'
    );
  }
  if (/new cdktn\.StringMap\(/.test(lines)) return 'ms';
  if (/new \w+List\(this/.test(lines)) return /new cdktn\./.test(lines) ? 'la' : 'lo';
  if (/new \w+Map\(this/.test(lines)) return /new cdktn\./.test(lines) ? 'ma' : 'mo';
  return /new \w+OutputReference\(this/.test(lines) ? 'o' : 'a';
}

function capitalised(name: string): string {
  return name.charAt(0).toUpperCase() + name.slice(1);
}

function lowered(name: string): string {
  return name.charAt(0).toLowerCase() + name.slice(1);
}
