import type { Change, Objection } from '../model/finding';
import type { Attribute, Kind } from '../model/kind';
import { not } from '../model/truth';
import type { View } from '../model/view';
import { attributeRule, exampleOf, isGiven, isOn, objectionTo, present, resourceRule, setAttribute } from './define';

const optionsPage = 'https://docs.aws.amazon.com/elasticbeanstalk/latest/dg/command-options-general.html';

/** The row of an option, which stands in a list with its namespace. */
function optionRow(name: string, row: Omit<Attribute, 'cloudformation' | 'terraform'>): Attribute {
  return {
    cloudformation: `OptionSettings[OptionName=${name}].Value`,
    terraform: `setting[name=${name}].value`,
    ...row,
  };
}

const environment: Kind = {
  id: 'elastic-beanstalk-environment',
  title: 'Elastic Beanstalk environment',
  cloudformation: ['AWS::ElasticBeanstalk::Environment'],
  terraform: ['aws_elastic_beanstalk_environment'],
  attributes: {
    application: { cloudformation: 'ApplicationName', terraform: 'application', type: 'text' },
    template: { cloudformation: 'TemplateName', terraform: 'template_name', type: 'text' },
    options: { cloudformation: 'OptionSettings', terraform: 'setting', type: 'block' },
    vpc: optionRow('VPCId', { type: 'text' }),
    publishedLogs: optionRow('LogPublicationControl', {
      type: 'text',
      about: 'logging',
      defaults: [{ is: { value: 'false' }, source: optionsPage }],
    }),
    streamedLogs: optionRow('StreamLogs', {
      type: 'text',
      about: 'logging',
      defaults: [{ is: { value: 'false' }, source: optionsPage }],
    }),
  },
};

/** A template may name the VPC. The option has to stand with subnets that fit it, so there is no fix. */
const inVpc = attributeRule({
  id: 'elastic-beanstalk-vpc',
  recommendation: 'private-connectivity',
  severity: 'information',
  fix: 'none',
  kind: environment,
  when: (one) => not(isGiven(one, 'template')),
  requires: { vpc: present },
  example: exampleOf(environment, 'Shop', { application: 'shop' }),
});

/** Has the logs copied: by the option where it is written, else by one more. */
function publishingLogs(view: View): Change[] | undefined {
  if (view.isWritten('publishedLogs') === true) return [setAttribute(view, 'publishedLogs', 'true')];
  const { resource, kind } = view;
  const namespace = 'aws:elasticbeanstalk:hostmanager';
  const option =
    resource.dialect === 'terraform'
      ? { namespace, name: 'LogPublicationControl', value: 'true' }
      : { Namespace: namespace, OptionName: 'LogPublicationControl', Value: 'true' };
  const options = view.isWritten('options');
  if (options === undefined) return undefined;
  const target = { resource, of: kind, attribute: 'options' };
  return [options ? { kind: 'append', ...target, value: option } : { kind: 'set', ...target, value: [option] }];
}

/** What a template or the files of the application set cannot be seen here; with a template nothing is said. */
function unkeptLogs(view: View): Objection[] {
  if (isGiven(view, 'template') !== false || isOn(view, 'streamedLogs') !== false) return [];
  const changes = publishingLogs(view);
  const remedies = changes
    ? [{ title: 'Copy the logs of the instances to S3 (storing them costs)', safety: 'review' as const, changes }]
    : [];
  return view
    .facts('publishedLogs')
    .filter(({ value }) => value.kind === 'literal' && value.text === 'false')
    .map((fact) => objectionTo(view, fact, remedies));
}

const logs = resourceRule({
  id: 'elastic-beanstalk-logs',
  recommendation: 'log-activity',
  severity: 'hint',
  fix: 'sometimes',
  kinds: [environment],
  check: unkeptLogs,
  example: exampleOf(environment, 'Shop', { application: 'shop', vpc: 'vpc-0123456789abcdef0' }),
});

export const rules = [inVpc, logs];
export const kinds = [environment];
