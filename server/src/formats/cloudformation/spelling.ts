import type { Resource } from '../../model/resource';
import {
  WrittenAccount,
  type WrittenInput,
  WrittenReference,
  type WrittenRegion,
  type WrittenText,
} from '../../model/written';
import { placeOf, type SyntaxText } from '../../syntax/node';
import { isPlainList, isPlainMap, type Plain, Tagged } from '../../syntax/plain';
import type { Declaration, SpellContext } from '../format';
import type { Spelling } from '../written';

/** Whether functions go by their tags in a template. */
export function usesShortForms({ language, text }: Pick<SyntaxText, 'language' | 'text'>): boolean {
  return language === 'yaml' && (/!(?:Ref|Sub|GetAtt|If|Join)\b/.test(text) || !/\b(?:Ref|Fn::\w+):/.test(text));
}

/** A value in whose long forms (`Ref`, `Fn::Sub`, `Fn::GetAtt`) tags take the place of the functions. */
export function inShortForm(value: Plain): Plain {
  if (isPlainList(value)) return value.map(inShortForm);
  if (!isPlainMap(value)) return value;
  const [[name, argument] = ['', ''], ...others] = Object.entries(value);
  if (others.length === 0 && name === 'Fn::GetAtt' && isPlainList(argument)) {
    return new Tagged('!GetAtt', argument.join('.'));
  }
  if (others.length === 0 && typeof argument === 'string' && (name === 'Ref' || name === 'Fn::Sub')) {
    return new Tagged(name === 'Ref' ? '!Ref' : '!Sub', argument);
  }
  return Object.fromEntries(Object.entries(value).map(([key, member]) => [key, inShortForm(member)]));
}

/** Whether a loop makes a resource: what is written for it is written for its siblings, who have other names. */
function isUnrolled(resource: Resource): boolean {
  const { node } = placeOf(resource.nameOrigin);
  return !resource.isNew && node.kind === 'scalar' && node.text !== resource.address;
}

/** Spells references and texts for a template, in the short or the long form its author uses. */
export class CloudFormationSpelling implements Spelling {
  private readonly short: boolean;

  constructor(private readonly context: SpellContext) {
    this.short = usesShortForms(context.document);
  }

  text(text: string): string {
    return this.context.inText === 'template' ? text.replace(/\$\{/g, '${!') : text;
  }

  reference(reference: WrittenReference): Plain | undefined {
    const attribute = this.context.identifier(reference.resource, reference.identifier);
    if (attribute === undefined) return undefined;
    const { address } = reference.resource;
    if (isUnrolled(reference.resource)) return undefined;
    if (this.context.inText) return this.hole(attribute ? `${address}.${attribute}` : address);
    if (!attribute) return this.call('Ref', address);
    return this.short ? new Tagged('!GetAtt', `${address}.${attribute}`) : { 'Fn::GetAtt': [address, attribute] };
  }

  template(text: WrittenText): Plain | undefined {
    const parts = text.parts.map((part) =>
      typeof part === 'string' ? part.replace(/\$\{/g, '${!') : this.holeOf(part),
    );
    if (parts.includes(undefined)) return undefined;
    return this.context.inText ? parts.join('') : this.call('Sub', parts.join(''));
  }

  account(): { value: Plain } | undefined {
    const value = this.context.inText ? this.hole('AWS::AccountId') : this.call('Ref', 'AWS::AccountId');
    return value === undefined ? undefined : { value };
  }

  region(): { value: Plain } | undefined {
    const value = this.context.inText ? this.hole('AWS::Region') : this.call('Ref', 'AWS::Region');
    return value === undefined ? undefined : { value };
  }

  input(input: WrittenInput): { value: Plain; declaration: Declaration } | undefined {
    const value = this.context.inText ? this.hole(input.name) : this.call('Ref', input.name);
    if (value === undefined) return undefined;
    const parameter: Record<string, Plain> = { Type: 'String', Description: input.description };
    if (input.pattern) parameter.AllowedPattern = input.pattern;
    if (input.secret) parameter.NoEcho = true;
    return { value, declaration: { path: ['Parameters', input.name], value: parameter } };
  }

  private holeOf(part: WrittenReference | WrittenAccount | WrittenRegion): string | undefined {
    if (!(part instanceof WrittenReference)) {
      if (this.context.inText === 'literal') return undefined;
      return part instanceof WrittenAccount ? '${AWS::AccountId}' : '${AWS::Region}';
    }
    const attribute = this.context.identifier(part.resource, part.identifier);
    if (attribute === undefined || this.context.inText === 'literal' || isUnrolled(part.resource)) return undefined;
    return `\${${attribute ? `${part.resource.address}.${attribute}` : part.resource.address}}`;
  }

  /** A hole, where the text around it is one whose holes are filled in. */
  private hole(name: string): string | undefined {
    return this.context.inText === 'template' ? `\${${name}}` : undefined;
  }

  private call(name: 'Ref' | 'Sub', argument: string): Plain {
    if (this.short) return new Tagged(`!${name}`, argument);
    return { [name === 'Ref' ? 'Ref' : 'Fn::Sub']: argument };
  }
}
