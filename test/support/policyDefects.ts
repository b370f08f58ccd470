import assert from 'node:assert/strict';
import { rules } from '../../server/src/catalogue/policyCorrectness';
import { fixesFor } from '../../server/src/engine/fixes';
import { rangeOf } from '../../server/src/syntax/ranges';
import { checkText, proveFix } from './checking';

const own = new Set(rules.map(({ id }) => id));

/** What is found in a document: the rule without its prefix, how bad it is, and the text it stands under. */
export function found(path: string, text: string): string[] {
  return findings(path, text).map(({ rule, severity, origin }) => {
    const { start, end } = rangeOf(origin);
    return `${rule.replace('policy-', '')} ${severity} ${text.slice(start, end).replace(/^"|"$/g, '')}`;
  });
}

/** What the rules on correctness find in a document. */
export function findings(path: string, text: string) {
  return checkText(path, text).findings.filter(({ rule }) => own.has(rule));
}

/** The document after the first fix of its only finding; nothing where there is no fix. */
export function fixed(path: string, text: string): string | undefined {
  const checked = checkText(path, text);
  const [finding, ...others] = checked.findings.filter(({ rule }) => own.has(rule));
  assert.ok(finding && others.length === 0, 'there is not one finding alone');
  const [fix] = fixesFor(checked, finding);
  return fix && proveFix(checked, finding, fix);
}

/** A statement of a policy. */
export type Statement = Readonly<Record<string, unknown>>;

/** A statement that lets somebody read, and one that does not. */
export const read = { Effect: 'Allow', Action: 's3:GetObject', Resource: 'arn:aws:s3:::data/*' };
export const denial = { ...read, Effect: 'Deny' };

/** A template with a managed policy of some statements. */
export function identity(...statements: Statement[]): string {
  return managed({ Version: '2012-10-17', Statement: statements });
}

/** A template with a managed policy. */
export function managed(document: Statement): string {
  return template('AWS::IAM::ManagedPolicy', { PolicyDocument: document });
}

/** A template with one resource. */
export function template(type: string, properties: Statement): string {
  return JSON.stringify({ Resources: { Holder: { Type: type, Properties: properties } } }, null, 2);
}

/** What is found in one statement of a managed policy. */
export function inStatement(statement: Statement): string[] {
  return found('template.json', identity(statement));
}

/** What is found where a statement has one condition. */
export function inCondition(operator: string, key: string, value: unknown, statement: Statement = read): string[] {
  return inStatement({ ...statement, Condition: { [operator]: { [key]: value } } });
}

/** The statement that a fix leaves of one that has one defect. */
export function fixedStatement(statement: Statement) {
  const text = fixed('template.json', identity(statement));
  return text && JSON.parse(text).Resources.Holder.Properties.PolicyDocument.Statement[0];
}
