import { entryOf, samPolicyTemplatesTable } from './tables';

/** A statement of SAM's that allows. Texts have parameters and pseudo parameters as `${holes}`. */
export interface SamStatement {
  readonly actions: readonly string[];
  readonly resources: readonly string[];
  readonly condition?: { readonly operator: string; readonly key: string; readonly value: string };
}

/** The statements of a policy template of SAM, such as `SQSPollerPolicy`; `undefined` for an unknown one. */
export function samPolicyTemplate(name: string): readonly SamStatement[] | undefined {
  return entryOf(samPolicyTemplatesTable().templates, name)?.map(samStatement);
}

/** The statement on a line of a table of SAM's. */
export function samStatement(line: string): SamStatement {
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
