import type { Kind } from '../model/kind';
import { not } from '../model/truth';
import { exampleOf, objectionTo, resourceRule, valueRule } from './define';

const recorder: Kind = {
  id: 'config-recorder',
  title: 'Config recorder',
  cloudformation: ['AWS::Config::ConfigurationRecorder'],
  terraform: ['aws_config_configuration_recorder'],
  attributes: {
    role: { cloudformation: 'RoleARN', terraform: 'role_arn', type: 'text' },
    all: { cloudformation: 'RecordingGroup.AllSupported', terraform: 'recording_group.all_supported', type: 'boolean' },
    strategy: {
      cloudformation: 'RecordingGroup.RecordingStrategy.UseOnly',
      terraform: 'recording_group.recording_strategy.use_only',
      type: 'text',
    },
  },
};

/** A recorder that is told nothing records all. One that leaves some types out by name records those of the future. */
const allTypes = valueRule({
  id: 'config-recorder-all-types',
  recommendation: 'log-activity',
  severity: 'information',
  fix: 'none',
  kind: recorder,
  attribute: 'all',
  isWrong: (text) => text === 'false',
  when: (view) => not(view.is('strategy', (text) => text === 'EXCLUSION_BY_RESOURCE_TYPES')),
  remedies: () => [],
  example: exampleOf(recorder, 'Recorder', { role: 'arn:aws:iam::111122223333:role/config', all: false }),
});

const aggregator: Kind = {
  id: 'config-aggregator',
  title: 'Config aggregator',
  cloudformation: ['AWS::Config::ConfigurationAggregator'],
  terraform: ['aws_config_configuration_aggregator'],
  attributes: {
    name: { cloudformation: 'ConfigurationAggregatorName', terraform: 'name', type: 'text' },
    regions: {
      cloudformation: ['AccountAggregationSources[*].AwsRegions', 'OrganizationAggregationSource.AwsRegions'],
      terraform: ['account_aggregation_source.regions', 'organization_aggregation_source.regions'],
      type: 'block',
    },
  },
};

/** All Regions are those of the future, too. */
const allRegions = resourceRule({
  id: 'config-aggregator-all-regions',
  recommendation: 'log-activity',
  severity: 'information',
  fix: 'none',
  kinds: [aggregator],
  check: (view) =>
    view
      .facts('regions')
      .filter(({ value }) => value.kind === 'list')
      .map((fact) => objectionTo(view, fact, [])),
  example: exampleOf(aggregator, 'Aggregator', { name: 'all', regions: ['eu-west-1'] }),
});

export const rules = [allTypes, allRegions];
export const kinds = [recorder, aggregator];
