import type { Kind } from '../model/kind';
import { exampleOf, literalFacts, objectionTo, resourceRule, setAttribute } from './define';
import { perimeters } from './policies/endpoint';

/** A permission in words of its own; as a policy statement it is judged like any policy. */
const eventBusPermission: Kind = {
  id: 'event-bus-permission',
  title: 'EventBridge permission',
  cloudformation: ['AWS::Events::EventBusPolicy'],
  terraform: ['aws_cloudwatch_event_permission'],
  attributes: {
    statement: { cloudformation: 'StatementId', terraform: 'statement_id', type: 'text' },
    action: { cloudformation: 'Action', terraform: 'action', type: 'text' },
    principal: { cloudformation: 'Principal', terraform: 'principal', type: 'text' },
    condition: { cloudformation: 'Condition', terraform: 'condition', type: 'block' },
    conditionType: { cloudformation: 'Condition.Type', terraform: 'condition.type', type: 'text' },
    conditionKey: { cloudformation: 'Condition.Key', terraform: 'condition.key', type: 'text' },
    conditionValue: { cloudformation: 'Condition.Value', terraform: 'condition.value', type: 'text' },
  },
};

/** An organisation is the only condition that there is. */
const publicBus = resourceRule({
  id: 'event-bus-public',
  recommendation: 'least-privilege',
  severity: 'error',
  fix: 'always',
  kinds: [eventBusPermission],
  check(permission, { settings }) {
    if (permission.isWritten('condition') !== false) return [];
    const remedies = perimeters(settings).flatMap(({ whom, safety, principal }) => {
      const organization = principal['aws:PrincipalOrgID'];
      if (!organization) return [];
      const changes = [
        setAttribute(permission, 'conditionType', 'StringEquals'),
        setAttribute(permission, 'conditionKey', 'aws:PrincipalOrgID'),
        setAttribute(permission, 'conditionValue', organization),
      ];
      return [{ title: `Allow only ${whom} (denies everyone else)`, safety, changes }];
    });
    return literalFacts(permission, 'principal')
      .filter(({ text }) => text === '*')
      .map(({ fact }) => objectionTo(permission, fact, remedies));
  },
  example: exampleOf(eventBusPermission, 'Everyone', {
    statement: 'everyone',
    action: 'events:PutEvents',
    principal: '*',
  }),
});

export const rules = [publicBus];
export const kinds = [eventBusPermission];
