import type { SyntaxDocument } from '../syntax/node';
import { cloudFormation } from './cloudformation';
import { isSynthesized, isTemplate } from './cloudformation/template';
import { configurationFile, valuesFile } from './files';
import type { Format, Recognition, Unit } from './format';
import { iam, isPolicy } from './iam';
import { terraform, terraformPlan } from './terraform';
import { isConfiguration, isGenerated, isPlan } from './terraform/structure';

/** Tells what a document is by its structure; `undefined` for what is none of ours. */
export function recognise(document: SyntaxDocument): Recognition | undefined {
  const [first] = document.roots;
  if (first && valuesFile.test(document.path)) return { format: 'terraform', root: first };
  for (const root of document.roots) {
    if (isTemplate(root)) {
      const made = isSynthesized(root);
      return made ? { format: 'cdk', root, generatedBy: 'cdk' } : { format: 'cloudformation', root };
    }
    if (document.language !== 'json') continue;
    if (isPlan(root)) return { format: 'terraform-plan', root, generatedBy: 'plan' };
    if (configurationFile.test(document.path) || isConfiguration(root)) {
      return { format: 'terraform', root, ...(isGenerated(root) && { generatedBy: 'cdktf' as const }) };
    }
    if (isPolicy(root)) return { format: 'iam', root };
  }
  return undefined;
}

/** The format of a unit. */
export function formatOf(unit: Unit): Format {
  switch (unit.format) {
    case 'cloudformation':
    case 'cdk':
      return cloudFormation;
    case 'terraform':
      return terraform;
    case 'terraform-plan':
      return terraformPlan;
    case 'iam':
      return iam;
  }
}
