import { entryOf, samPolicyTemplatesTable } from './tables';

/** What a policy template of SAM allows. Texts have the template's parameters and pseudo parameters as `${holes}`. */
export interface TemplateStatement {
  readonly actions: readonly string[];
  readonly resources: readonly string[];
  readonly condition?: { readonly operator: string; readonly key: string; readonly value: string };
}

/** The statements of a policy template of SAM, such as `SQSPollerPolicy`; `undefined` for an unknown one. */
export function samPolicyTemplate(name: string): readonly TemplateStatement[] | undefined {
  return entryOf(samPolicyTemplatesTable().templates, name)?.map(readStatement);
}

function readStatement(line: string): TemplateStatement {
  const [actions = '', resources = '', operator, key, value] = line.split(' ');
  const [prefix = '', names = ''] = actions.split(':');
  const usual = `arn:\${AWS::Partition}:${prefix}:\${AWS::Region}:\${AWS::AccountId}:`;
  const arn = (text: string) => text.replace(/^~/, () => usual);
  return {
    actions: names.split(',').map((name) => `${prefix}:${name}`),
    resources: resources.split(',').map(arn),
    ...(operator && key && value && { condition: { operator, key, value: arn(value) } }),
  };
}
