import type { SyntaxDocument } from '../syntax/node';
import { cloudFormation } from './cloudformation';
import { isSynthesized, isTemplate } from './cloudformation/template';
import type { Format, Recognition, Unit } from './format';
import { iam, isPolicy } from './iam';
import { terraform, terraformPlan } from './terraform';
import { isConfiguration, isGenerated, isPlan } from './terraform/structure';

/** Files that Terraform reads as JSON configuration, by their suffix. */
const configurationSuffix = /\.(?:tf|tofu)\.json$/i;

/** Tells what a document is by its structure; `undefined` for what is none of ours. */
export function recognise(document: SyntaxDocument): Recognition | undefined {
  for (const root of document.roots) {
    if (isTemplate(root)) {
      const made = isSynthesized(root);
      return made ? { format: 'cdk', root, generatedBy: 'cdk' } : { format: 'cloudformation', root };
    }
    if (document.language !== 'json') continue;
    if (isPlan(root)) return { format: 'terraform-plan', root, generatedBy: 'plan' };
    if (configurationSuffix.test(document.path) || isConfiguration(root)) {
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
