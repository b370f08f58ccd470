import type { Kind } from '../model/kind';
import { not } from '../model/truth';
import { attributeRule, exampleOf, isGiven, present } from './define';

export const environment: Kind = {
  id: 'elastic-beanstalk-environment',
  title: 'Elastic Beanstalk environment',
  cloudformation: ['AWS::ElasticBeanstalk::Environment'],
  terraform: ['aws_elastic_beanstalk_environment'],
  attributes: {
    application: { cloudformation: 'ApplicationName', terraform: 'application', type: 'text' },
    template: { cloudformation: 'TemplateName', terraform: 'template_name', type: 'text' },
    vpc: {
      cloudformation: 'OptionSettings[OptionName=VPCId].Value',
      terraform: 'setting[name=VPCId].value',
      type: 'text',
    },
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

export const rules = [inVpc];
export const kinds = [environment];
