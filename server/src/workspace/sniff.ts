import { isModuleFile } from '../formats/files';
import type { FormatId } from '../model/resource';

/** How many lines of a document `looksLikeOurs` should see, where not all of it is at hand. */
export const sniffedLines = 100;

const templateFile = /\.template(?:\.(?:json|ya?ml))?$/i;

const sections =
  'AWSTemplateFormatVersion|Conditions|Description|Globals|Hooks|Mappings|Metadata|Outputs|Parameters|Resources|Rules|Transform';

const looksLikeJson = /^\uFEFF?\s*[{[]/;
const planKey = /"(?:format_version|planned_values|terraform_version)"\s*:/;
/** A key that only templates have, wherever it stands: a template may be indented, and sections come in any order. */
const templateKey = /(?:^[ \t]*|[{,]\s*)["']?(?:AWSTemplateFormatVersion|Resources)["']?\s*:/m;
const sectionFirst = new RegExp(`^\\uFEFF?\\s*\\{\\s*["']?(?:${sections})["']?\\s*:`);
const sectionAtMargin = new RegExp(`^\\uFEFF?["']?(?:${sections})["']?[ \\t]*:`, 'm');
const configurationFirst = /^\uFEFF?\s*\{\s*"(?:locals|provider|resource|terraform|variable)"\s*:\s*[{[]/;
const blockKey = /"(?:data|resource)"\s*:\s*[{[]/;
const awsKey = /"aws_\w+"\s*:/;
/** No service takes a policy near this long; statements in more text belong to something else (a construct tree). */
const longestPolicy = 1_000_000;
const policyKey = /"Statement"\s*:\s*[{[]/;

/**
 * Whether a document may be one of ours, by its path and its first lines: a few patterns, no parse. A yes may turn out
 * wrong once the document is parsed, a no may not.
 */
export function looksLikeOurs(path: string, firstLines: string): boolean {
  return guessFormat(path, firstLines) !== undefined;
}

/** What a document seems to be, where it seems to be one of ours. Plans and generated templates need a closer look. */
export function guessFormat(path: string, text: string): FormatId | undefined {
  if (isModuleFile(path)) return 'terraform';
  const json = looksLikeJson.test(text);
  if (templateKey.test(text) || (json ? sectionFirst : sectionAtMargin).test(text)) return 'cloudformation';
  if (json) {
    if (planKey.test(text)) return 'terraform-plan';
    if (configurationFirst.test(text) || (blockKey.test(text) && awsKey.test(text))) return 'terraform';
    if (text.length <= longestPolicy && policyKey.test(text)) return 'iam';
  }
  return templateFile.test(path) ? 'cloudformation' : undefined;
}
