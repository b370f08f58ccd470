import { child, type SyntaxDocument, scalarText } from '../../syntax/node';
import { resolvePath } from '../files';
import { entriesOf, isTemplate } from './template';

/** Where a resource names the template it nests. `aws cloudformation package` uploads what is a path here. */
const templateProperties: Readonly<Record<string, string>> = {
  'AWS::CloudFormation::Stack': 'TemplateURL',
  'AWS::Serverless::Application': 'Location',
};

/** Whether resources of a type stand for a template of their own. */
export function isNesting(type: string): boolean {
  return Object.hasOwn(templateProperties, type);
}

const nestedByTemplate = new WeakMap<SyntaxDocument, ReadonlyMap<string, string>>();

/** The paths of the templates that a template nests, by the logical id of the resource that does. */
export function nestedTemplates(document: SyntaxDocument): ReadonlyMap<string, string> {
  const known = nestedByTemplate.get(document) ?? readNested(document);
  nestedByTemplate.set(document, known);
  return known;
}

function readNested(document: SyntaxDocument): ReadonlyMap<string, string> {
  const nested = new Map<string, string>();
  const root = document.roots.find(isTemplate);
  for (const { name, pair } of root ? entriesOf(root, 'Resources') : []) {
    const property = templateProperties[scalarText(child(pair.value, 'Type')) ?? ''];
    if (property === undefined) continue;
    // The CDK names the file in metadata: the address is that of a bucket.
    const asset = scalarText(child(child(pair.value, 'Metadata'), 'aws:asset:path'));
    const written = asset ?? scalarText(child(child(pair.value, 'Properties'), property));
    const path = written === undefined ? undefined : resolvePath(document.path, written);
    if (path !== undefined) nested.set(name, path);
  }
  return nested;
}
