import type { Declaration, Format, SpellContext, Spelled } from '../formats/format';
import type { Change } from '../model/finding';
import type { Attribute, Kind, Locator } from '../model/kind';
import type { Origin } from '../model/origin';
import type { Resource } from '../model/resource';
import { leavesOf, WrittenReference } from '../model/written';
import { type Desired, desiredField, desiredUnder, mergeDesired, overlay } from '../syntax/desired';
import { replaceContent } from '../syntax/edit/replace';
import { contentOf } from '../syntax/embedded';
import { documentOf, placeOf, type Span, type SyntaxDocument, type SyntaxNode } from '../syntax/node';
import { isPlainMap, type Plain } from '../syntax/plain';
import { rangeOf } from '../syntax/ranges';
import { type TextEdit, toDocumentEdits } from '../syntax/textEdit';
import { locatorsOf } from './locators';
import { parsePath } from './paths';
import { kindOf } from './rules';
import { desiredAlong } from './shaping';
import { fitsExpression, stretchOf } from './stretches';
import type { UnitWorld } from './view';

type Satellite = NonNullable<Locator['satellite']>;
type AttributeChange = Extract<Change, { kind: 'set' | 'append' }>;

/** Something a node must come to, or the expression at a stretch of it. */
interface Target {
  readonly node: SyntaxNode;
  readonly span: Span | undefined;
  desired: Desired;
}

/**
 * Turns changes into edits of the documents they were made for. `undefined` where one of them cannot be made with
 * certainty: then none is.
 */
export function editsOf(changes: readonly Change[], world: UnitWorld): TextEdit[] | undefined {
  const writing = new Writing(world);
  for (const change of changes) if (!writing.add(change)) return undefined;
  return writing.edits();
}

class Writing {
  private readonly targets: Target[] = [];
  private readonly direct: TextEdit[] = [];
  /** The names of the satellites that this fix adds, by type and owner. */
  private readonly added = new Map<string, string>();
  private readonly format: Format;

  constructor(private readonly world: UnitWorld) {
    this.format = world.format;
  }

  /** Takes up a change; false where it cannot be made. */
  add(change: Change): boolean {
    switch (change.kind) {
      case 'set':
      case 'append':
        return this.write(change);
      case 'addStatement':
        return this.into(change.policy.origin, (context) => {
          const spelled = this.format.spell(change.statement, context);
          const write = this.format.statementWriter?.(placeOf(change.policy.origin).node) ?? addedStatement;
          const desired = spelled && write(spelled.value);
          return desired && { spelled, desired };
        });
      case 'setElement':
        return this.into(change.statement.origin, (context) => {
          const spelled = this.format.spell(change.value, context);
          if (!spelled) return undefined;
          const write = this.format.elementWriter?.(placeOf(change.statement.origin).node);
          const desired = write
            ? write({ [change.element]: spelled.value }, 'replacement')
            : desiredField(change.element, { kind: 'replacement', value: spelled.value });
          return desired && { spelled, desired };
        });
      case 'merge':
        return this.merge(change);
      case 'replaceText':
        return this.replaceText(change);
      case 'removeSuppression': {
        const edits = this.format.suppressing?.remove(change.suppression);
        if (edits) this.direct.push(...edits);
        return edits !== undefined;
      }
    }
  }

  /** All edits; `undefined` where a document cannot take them. */
  edits(): TextEdit[] | undefined {
    const edits = [...this.direct];
    // Insertions may meet at one offset, where a resource ends that is its document's last: the inner goes first.
    for (const { node, span, desired } of [...this.targets].sort((a, b) => b.node.start - a.node.start)) {
      const found = span
        ? this.format.expressionEdits?.(node, span, desired)
        : overlay(node, desired, this.format.overlay);
      if (!found) return undefined;
      edits.push(...found);
    }
    return edits;
  }

  private write({ kind: how, resource, of: kind, attribute: name, value }: AttributeChange): boolean {
    const attribute = kind.attributes[name];
    const place = attribute && this.placeToWrite(resource, kind, attribute);
    const document = documentOf(resource.nameOrigin);
    if (!attribute || !place) return false;
    const { locator, holder } = place;
    const steps = parsePath(locator.path);
    const asText = attribute.type === 'policy' && resource.dialect === 'terraform';
    const inText = asText ? 'template' : this.jsonText(holder ?? resource, locator);
    const words =
      typeof value === 'boolean' && locator.words
        ? value
          ? locator.words.on
          : (locator.words.off[0] as string)
        : value;
    const spelled = this.format.spell(words, this.context(document, inText));
    if (!spelled || !this.declare(spelled.declarations, document)) return false;
    const leaf: Desired =
      how === 'append' ? { kind: 'appended', item: spelled.value } : { kind: 'value', value: spelled.value };
    const type = holder?.type ?? (locator.satellite as Satellite).type;
    const shaped = { format: this.format, document, type, inText };
    const content = desiredAlong(steps, asText ? { kind: 'embedded', content: leaf } : leaf, shaped);
    return holder ? this.intoBody(holder, content) : this.intoSatellite(resource, kind, locator, content, document);
  }

  /**
   * Whether the JSON on the way to a row is a text, and whether holes in that are filled in. CloudFormation takes it as
   * an object, too, and that is how it is written where it is not there yet.
   */
  private jsonText(holder: Resource, { path }: Locator): SpellContext['inText'] {
    const [outside = '', ...inside] = path.split('.json(');
    if (inside.length === 0) return false;
    if (holder.dialect === 'terraform') return 'template';
    const [place] = this.world.reader.read(holder.properties, outside);
    const content = place && this.format.readEmbedded(place.value);
    if (!content) return false;
    return placeOf(content.origin).node.source.templated ? 'template' : 'literal';
  }

  /** The row to write: where the attribute already speaks, else the first; a satellite that is missing has no holder. */
  private placeToWrite(
    resource: Resource,
    kind: Kind,
    attribute: Attribute,
  ): { locator: Locator; holder: Resource | undefined } | undefined {
    const locators = locatorsOf(attribute, resource.dialect);
    for (const locator of locators) {
      if (locator.satellite) {
        const [first] = this.world.joins.satellitesOf(resource, locator.satellite, kind).satellites;
        if (first) return { locator, holder: first };
      } else {
        const [step] = parsePath(locator.path);
        if (step?.kind === 'key' && resource.properties.fields.has(step.name)) return { locator, holder: resource };
      }
    }
    const [locator] = locators;
    return locator && { locator, holder: locator.satellite ? undefined : resource };
  }

  private intoBody(holder: Resource, content: Desired): boolean {
    if (holder.isNew) return this.intoNew(holder, content);
    if (content.kind !== 'map') return false;
    return [...content.fields].every(([property, desired]) => {
      const body = this.format.body(holder, property);
      return body !== undefined && this.want(body.node, desiredUnder(body.path, desired));
    });
  }

  /** Writes into a resource that this fix adds, adding it on first need. */
  private intoNew(resource: Resource, content: Desired): boolean {
    const document = documentOf(resource.nameOrigin);
    const root = this.rootOf(document);
    if (!root) return false;
    return this.want(root, this.format.newResource(resource.type, resource.name, content, document));
  }

  /** Writes into the satellite this fix adds for a resource, adding it on first need. */
  private intoSatellite(
    resource: Resource,
    kind: Kind,
    locator: Locator,
    content: Desired,
    document: SyntaxDocument,
  ): boolean {
    const { type, join, joinedBy } = locator.satellite as Satellite;
    const identifier = kind.identifiers?.[resource.dialect][joinedBy];
    const root = this.rootOf(document);
    if (identifier === undefined || !root) return false;
    const key = `${type} ${resource.address}`;
    const wanted = resource.dialect === 'terraform' ? resource.name : `${resource.name}${type.split('::').pop()}`;
    const name = this.added.get(key) ?? this.format.freeName(wanted, type, this.world.model);
    this.added.set(key, name);
    const pointer = this.format.spell(new WrittenReference(resource, joinedBy), this.context(document, false));
    if (!pointer) return false;
    const shaped = { format: this.format, document, type, inText: false } as const;
    const pointing = desiredAlong(parsePath(join), { kind: 'value', value: pointer.value }, shaped);
    const body = mergeDesired(pointing, content);
    return body !== undefined && this.want(root, this.format.newResource(type, name, body, document));
  }

  /** Wants something of the map at an origin, spelled for the text it stands in. */
  private into(
    origin: Origin,
    make: (context: SpellContext) => { spelled: Spelled; desired: Desired } | undefined,
  ): boolean {
    const { node, span } = placeOf(origin);
    const { source } = node;
    const inText = source.host ? (source.templated ? 'template' : 'literal') : false;
    const made = make(this.context(source.document, inText));
    return (
      made !== undefined &&
      this.declare(made.spelled.declarations, source.document) &&
      this.want(node, made.desired, span)
    );
  }

  private merge({ origin, fields }: Extract<Change, { kind: 'merge' }>): boolean {
    const { node } = placeOf(origin);
    const write = this.format.elementWriter?.(node);
    if (write) {
      return this.into(origin, (context) => {
        const spelled = this.format.spell(fields, context);
        const desired = spelled && isPlainMap(spelled.value) ? write(spelled.value, 'value') : undefined;
        return spelled && desired && { spelled, desired };
      });
    }
    // What a policy has beside its statements is spelled in such a form, too.
    if (this.format.statementWriter?.(node)) return false;
    return leavesOf(fields).every(({ path, value }) =>
      this.into(origin, (context) => {
        const spelled = this.format.spell(value, context);
        return spelled && { spelled, desired: desiredUnder(path, { kind: 'value', value: spelled.value }) };
      }),
    );
  }

  private replaceText({ origin: whole, part, text }: Extract<Change, { kind: 'replaceText' }>): boolean {
    const origin = part === undefined ? whole : stretchOf(placeOf(whole).node, part);
    if (!origin) return false;
    const { node, span } = placeOf(origin);
    if (node.kind !== 'scalar') return false;
    if (!span) {
      if (this.format.overlay.isComputed(node)) return false;
      const local = replaceContent(node, text);
      const edits = local && toDocumentEdits(node.source, local);
      if (edits) this.direct.push(...edits);
      return edits !== undefined;
    }
    if (this.format.overlay.isComputed(node) && !fitsExpression(contentOf(node), span, String(text))) return false;
    const { document, start, end } = rangeOf(origin);
    const encoded = node.source.encode(String(text));
    if (encoded === undefined) return false;
    this.direct.push({ path: document.path, start, end, text: encoded });
    return true;
  }

  private declare(declarations: readonly Declaration[], document: SyntaxDocument): boolean {
    const root = this.rootOf(document);
    return declarations.every(({ path, value }) => {
      return root !== undefined && this.want(root, desiredUnder(path, { kind: 'declared', value }));
    });
  }

  /** Adds a wish for a node to those there are; false where it contradicts one of them. */
  private want(node: SyntaxNode, desired: Desired, span?: Span): boolean {
    const known = this.targets.find((target) => target.node === node && target.span === span);
    if (!known) {
      this.targets.push({ node, span, desired });
      return true;
    }
    const merged = mergeDesired(known.desired, desired);
    if (merged) known.desired = merged;
    return merged !== undefined;
  }

  private rootOf(document: SyntaxDocument): SyntaxNode | undefined {
    return document.roots.find((root) => root.kind === 'map');
  }

  private context(document: SyntaxDocument, inText: SpellContext['inText']): SpellContext {
    return {
      document,
      inText,
      identifier: (resource, identifier) => kindOf(resource)?.identifiers?.[resource.dialect][identifier],
    };
  }
}

/** A policy with another statement, as IAM has it. */
function addedStatement(statement: Plain): Desired {
  return desiredField('Statement', { kind: 'appended', item: statement });
}
