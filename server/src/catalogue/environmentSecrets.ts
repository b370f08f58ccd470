import type { Objection } from '../model/finding';
import { cases, fieldOf, type MapValue, textOf, type Value } from '../model/value';
import type { View } from '../model/view';
import { WrittenInput } from '../model/written';
import { blocksOf, likelihoodIn } from './blocks';
import { project } from './codebuild';
import { exampleOf, resourceRule } from './define';
import { taskDefinition } from './ecs';
import { lambdaFunction } from './lambda';
import { isNamedLikeSecret, isPlaceholder } from './secrets';

/** An environment variable of code: its name, its value, and the map in which a fix writes it under a key. */
interface Variable {
  readonly name: string;
  readonly value: Value;
  readonly holder: MapValue;
  readonly key: string;
}

/** Variables that are written as the keys of a map. */
function inMap(fields: MapValue): Variable[] {
  return [...fields.fields].map(([name, { value }]) => ({ name, value, holder: fields, key: name }));
}

/** Variables that are written as items with a name and a value; a type says that the value only names a secret. */
function inItem(item: MapValue): Variable[] {
  const has = (key: string) => item.fields.has(key);
  const [name, value, type] = has('Name') ? (['Name', 'Value', 'Type'] as const) : (['name', 'value', 'type'] as const);
  const text = textOf(fieldOf(item, name));
  const said = fieldOf(item, value);
  const isPlain = (textOf(fieldOf(item, type)) ?? 'PLAINTEXT') === 'PLAINTEXT';
  return text !== undefined && said && isPlain ? [{ name: text, value: said, holder: item, key: value }] : [];
}

/** The credentials of an IAM user, by which programs of AWS find them. */
const credentials = /^AWS_(ACCESS_KEY_ID|SECRET_ACCESS_KEY|SESSION_TOKEN)$/i;

/** What stands for a secret that is elsewhere: a name, a path, an ARN. */
const noSecret = /^arn:|[\s/]/i;

function isReadableSecret(name: string, text: string): boolean {
  if (text === '' || /^[<{$%]/.test(text) || isPlaceholder(text)) return false;
  return credentials.test(name) || (isNamedLikeSecret(name) && text.length >= 6 && !noSecret.test(text));
}

/** The name of an input for a variable, `WorkerDbPassword`: those of CloudFormation have letters and digits only. */
function inputName({ resource }: View, variable: string): string {
  const words = variable.toLowerCase().split(/[^a-z\d]+/);
  return [resource.name, ...words.map((word) => word.charAt(0).toUpperCase() + word.slice(1))].join('');
}

function readableVariables(view: View): Objection[] {
  return blocksOf(view, 'environment').flatMap((block) => {
    const isMap = view.kind === lambdaFunction;
    return (isMap ? inMap(block.fields) : inItem(block.fields)).flatMap(({ name, value, holder, key }) => {
      const input = new WrittenInput(inputName(view, name), `The value of ${name}`, undefined, true);
      return cases(value).flatMap(({ value: one, likelihood, parameter }) => {
        if (one.kind !== 'literal' || !isReadableSecret(name, one.text)) return [];
        if (parameter && !parameter.fallback) return [];
        const remedy = {
          title: `Pass ${name} in from outside (who may read the configuration can still read it)`,
          safety: 'input' as const,
          changes: [{ kind: 'merge' as const, origin: holder.origin, fields: { [key]: input } }],
        };
        return [
          {
            origin: one.origin,
            written: true,
            likelihood: likelihoodIn(block, likelihood),
            resource: view.resource,
            ...(credentials.test(name) && { severity: 'error' as const }),
            remedies: parameter ? [] : [remedy],
            details: { variable: name },
          },
        ];
      });
    });
  });
}

const environmentSecrets = resourceRule({
  id: 'environment-secret',
  recommendation: 'protect-credentials',
  severity: 'warning',
  fix: 'sometimes',
  kinds: [lambdaFunction, taskDefinition, project],
  check: readableVariables,
  example: exampleOf(lambdaFunction, 'Worker', {
    runtime: 'nodejs22.x',
    environment: { DB_PASSWORD: 'not-a-real-password' },
  }),
});

export const rules = [environmentSecrets];
export const kinds = [];
