import type { Kind } from '../model/kind';
import type { Rule } from '../model/rule';

/** A kind with nothing in its attributes to object to. Policies in it are read as everywhere. */
function toldOf(id: string, title: string, cloudformation: readonly string[], terraform: readonly string[]): Kind {
  return { id, title, cloudformation, terraform, attributes: {} };
}

const cloudTrail = [
  toldOf('cloudtrail-channel', 'CloudTrail Lake channel', ['AWS::CloudTrail::Channel'], []),
  toldOf('cloudtrail-dashboard', 'CloudTrail Lake dashboard', ['AWS::CloudTrail::Dashboard'], []),
  toldOf('cloudtrail-resource-policy', 'resource policy of CloudTrail', ['AWS::CloudTrail::ResourcePolicy'], []),
];

const iam = [
  toldOf('iam-managed-policy', 'IAM managed policy', [], ['aws_iam_policy']),
  toldOf('iam-group-policy', 'IAM group policy', ['AWS::IAM::GroupPolicy'], ['aws_iam_group_policy']),
  toldOf('iam-group-policy-attachment', 'IAM group policy attachment', [], ['aws_iam_group_policy_attachment']),
  toldOf('iam-instance-profile', 'IAM instance profile', ['AWS::IAM::InstanceProfile'], ['aws_iam_instance_profile']),
  toldOf('iam-saml-provider', 'IAM SAML provider', ['AWS::IAM::SAMLProvider'], ['aws_iam_saml_provider']),
  toldOf(
    'iam-service-linked-role',
    'IAM service-linked role',
    ['AWS::IAM::ServiceLinkedRole'],
    ['aws_iam_service_linked_role'],
  ),
  toldOf('iam-mfa-device', 'virtual MFA device', ['AWS::IAM::VirtualMFADevice'], ['aws_iam_virtual_mfa_device']),
  toldOf(
    'iam-user-credential',
    'credential of an IAM user',
    [],
    ['aws_iam_service_specific_credential', 'aws_iam_signing_certificate', 'aws_iam_user_ssh_key'],
  ),
];

const others = [
  toldOf('flow-log', 'flow log', ['AWS::EC2::FlowLog'], ['aws_flow_log']),
  toldOf('kms-alias', 'alias of a KMS key', ['AWS::KMS::Alias'], ['aws_kms_alias']),
];

const macie = [
  toldOf('macie-allow-list', 'Macie allow list', ['AWS::Macie::AllowList'], []),
  toldOf(
    'macie-custom-data-identifier',
    'Macie custom data identifier',
    ['AWS::Macie::CustomDataIdentifier'],
    ['aws_macie2_custom_data_identifier'],
  ),
  toldOf(
    'macie-findings-filter',
    'Macie findings filter',
    ['AWS::Macie::FindingsFilter'],
    ['aws_macie2_findings_filter'],
  ),
  toldOf('macie-member', 'Macie member account', ['AWS::Macie::Member'], ['aws_macie2_member']),
];

const identityCenter = [
  toldOf(
    'sso-application',
    'IAM Identity Center application',
    ['AWS::SSO::Application', 'AWS::SSO::ApplicationAssignment'],
    ['aws_ssoadmin_application', 'aws_ssoadmin_application_assignment'],
  ),
  toldOf(
    'sso-assignment',
    'IAM Identity Center assignment',
    ['AWS::SSO::Assignment'],
    ['aws_ssoadmin_account_assignment'],
  ),
  toldOf(
    'sso-instance',
    'IAM Identity Center instance',
    ['AWS::SSO::Instance', 'AWS::SSO::InstanceAccessControlAttributeConfiguration'],
    ['aws_ssoadmin_instance_access_control_attributes'],
  ),
];

const twinMaker = [
  toldOf(
    'iottwinmaker-model',
    'IoT TwinMaker model',
    ['AWS::IoTTwinMaker::ComponentType', 'AWS::IoTTwinMaker::Entity'],
    [],
  ),
  toldOf('iottwinmaker-scene', 'IoT TwinMaker scene', ['AWS::IoTTwinMaker::Scene'], []),
  toldOf('iottwinmaker-sync-job', 'IoT TwinMaker sync job', ['AWS::IoTTwinMaker::SyncJob'], []),
];

export const rules: readonly Rule[] = [];

/** What the services that the data-protection pages are about have beside what rules ask anything of. */
export const kinds: readonly Kind[] = [...cloudTrail, ...iam, ...macie, ...identityCenter, ...twinMaker, ...others];
