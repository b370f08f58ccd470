import { and, type Truth } from '../../model/truth';
import { child, type SyntaxNode } from '../../syntax/node';
import { argumentText, intrinsicOf } from './intrinsics';
import type { Texts } from './possible';
import { parametersOfType, type Scope } from './scope';

/** One of a template's `Rules`: what has to hold of its parameters, always or where a condition does. */
export interface TemplateRule {
  readonly condition: SyntaxNode | undefined;
  readonly assertions: readonly SyntaxNode[];
}

/** The `Rules` of a template. */
export function rulesOf(root: SyntaxNode): TemplateRule[] {
  const rules = child(root, 'Rules');
  return (rules?.kind === 'map' ? rules.pairs : []).map(({ value: rule }) => {
    const listed = child(rule, 'Assertions');
    const assertions = listed?.kind === 'list' ? listed.items : [];
    return {
      condition: child(rule, 'RuleCondition'),
      assertions: assertions.flatMap((one) => child(one, 'Assert') ?? []),
    };
  });
}

/** Whether two texts are equal, each known by what it may come to. */
export function equal(left: Texts, right: Texts): Truth {
  if (!left || !right) return undefined;
  if (left.length === 1 && right.length === 1) return left[0] === right[0];
  return left.some((text) => right.includes(text)) ? undefined : false;
}

/** Whether a text is among the members of a list. */
export function contains(members: readonly Texts[] | undefined, texts: Texts): Truth {
  if (!members || !texts) return undefined;
  const certain = certainOf(members);
  if (texts.every((text) => certain.includes(text))) return true;
  return members.every((member) => equal(member, texts) === false) ? false : undefined;
}

/** Whether each member of a list passes a test. */
export function eachMember(members: readonly Texts[] | undefined, test: (member: Texts) => Truth): Truth {
  return members && and(...members.map(test));
}

/** The texts that are among the members of a list, whatever its other members come to. */
export function certainOf(members: readonly Texts[] | undefined): string[] {
  return (members ?? []).flatMap((member) => (member?.length === 1 ? member : []));
}

/** The name of the parameter that a node stands for, if it does. */
export function parameterAt(node: SyntaxNode, { parameters }: Scope): string[] {
  const intrinsic = intrinsicOf(node);
  const name = intrinsic?.name === 'Ref' ? argumentText(intrinsic) : undefined;
  return name !== undefined && parameters.has(name) ? [name] : [];
}

/** The names of the parameters that are members of a list, or whose members are. */
export function parametersIn(list: SyntaxNode, scope: Scope): string[] {
  const intrinsic = intrinsicOf(list);
  if (intrinsic?.name === 'RefAll') return parametersOfType(argumentText(intrinsic), scope);
  if (intrinsic) return parameterAt(list, scope);
  return list.kind === 'list' ? list.items.flatMap((item) => parameterAt(item, scope)) : [];
}
