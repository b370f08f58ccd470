import { cloudFormationSchema, cloudFormationTypes, ResourceSpecification } from './cloudformation';
import { iamActions } from './iam';
import { policyLocations } from './policyLocations';
import { samConnectors } from './samConnectors';
import { samPolicyTemplates } from './samPolicyTemplates';
import { tableText } from './sources';
import { TerraformProvider } from './terraform';
import { vpcEndpoints } from './vpcEndpoints';

/** The text of every data table by file name. It needs the source packages of tools/data to be installed. */
export function buildTables(): ReadonlyMap<string, string> {
  const specification = new ResourceSpecification();
  const provider = new TerraformProvider();
  const tables = {
    'cloudformation-types.json': cloudFormationTypes(specification),
    'cloudformation-schema.json': cloudFormationSchema(specification),
    'policy-locations.json': policyLocations(specification, provider),
    'terraform-types.json': provider.types(),
    'terraform-attributes.json': provider.attributes(),
    'iam-actions.json': iamActions(),
    'sam-connectors.json': samConnectors(),
    'sam-policy-templates.json': samPolicyTemplates(),
    'vpc-endpoints.json': vpcEndpoints(),
  };
  return new Map(Object.entries(tables).map(([file, table]) => [file, tableText(table)]));
}
