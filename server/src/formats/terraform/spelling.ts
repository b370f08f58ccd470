import {
  WrittenAccount,
  type WrittenInput,
  WrittenReference,
  type WrittenRegion,
  type WrittenText,
} from '../../model/written';
import type { Plain } from '../../syntax/plain';
import type { Declaration, SpellContext } from '../format';
import type { Spelling } from '../written';

const account = '${data.aws_caller_identity.current.account_id}';
/** All versions of the provider give the Region's name as the id; before version 6 there is no attribute `region`. */
const region = '${data.aws_region.current.id}';

/** Spells references and texts for Terraform JSON, where every string is a template. */
export class TerraformSpelling implements Spelling {
  constructor(private readonly context: SpellContext) {}

  text(text: string): string {
    return text.replace(/([$%])\{/g, '$1$1{');
  }

  reference(reference: WrittenReference): string | undefined {
    const attribute = this.context.identifier(reference.resource, reference.identifier);
    const { fields } = reference.resource.properties;
    // What is repeated is a list or map of instances, of which a reference would have to name one.
    if (fields.has('count') || fields.has('for_each')) return undefined;
    return attribute ? `\${${reference.resource.address}.${attribute}}` : undefined;
  }

  template(text: WrittenText): Plain | undefined {
    const parts = text.parts.map((part) => this.part(part));
    return parts.includes(undefined) ? undefined : parts.join('');
  }

  account(): { value: Plain; declaration: Declaration } {
    return { value: account, declaration: { path: ['data', 'aws_caller_identity', 'current'], value: {} } };
  }

  region(): { value: Plain; declaration: Declaration } {
    return { value: region, declaration: { path: ['data', 'aws_region', 'current'], value: {} } };
  }

  input(input: WrittenInput): { value: Plain; declaration: Declaration } {
    const name = input.name.replace(/([a-z])([A-Z])/g, '$1_$2').toLowerCase();
    const variable: Record<string, Plain> = { type: 'string', description: input.description };
    if (input.secret) variable.sensitive = true;
    if (input.pattern) {
      variable.validation = {
        condition: `\${can(regex("${input.pattern.replace(/\\/g, '\\\\')}", var.${name}))}`,
        error_message: `${input.description}: the value has another form.`,
      };
    }
    return { value: `\${var.${name}}`, declaration: { path: ['variable', name], value: variable } };
  }

  private part(part: string | WrittenReference | WrittenAccount | WrittenRegion): string | undefined {
    if (typeof part === 'string') return this.text(part);
    if (part instanceof WrittenReference) return this.reference(part);
    return part instanceof WrittenAccount ? account : region;
  }
}
