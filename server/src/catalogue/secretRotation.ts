import type { Kind } from '../model/kind';
import type { View, World } from '../model/view';
import { exampleOf, identifiedByArn, resourceRule, setAttribute, valueRule } from './define';
import { secret } from './secretsmanager';

const rotationSchedule: Kind = {
  id: 'secret-rotation',
  title: 'rotation of a secret',
  cloudformation: ['AWS::SecretsManager::RotationSchedule'],
  terraform: ['aws_secretsmanager_secret_rotation'],
  attributes: {
    secret: { cloudformation: 'SecretId', terraform: 'secret_id', type: 'text' },
    days: {
      cloudformation: 'RotationRules.AutomaticallyAfterDays',
      terraform: 'rotation_rules.automatically_after_days',
      type: 'number',
    },
  },
};

/** Ties a secret to its database; whatever names it means the secret. */
const targetAttachment: Kind = {
  id: 'secret-target-attachment',
  title: 'attachment of a secret',
  cloudformation: ['AWS::SecretsManager::SecretTargetAttachment'],
  terraform: [],
  identifiers: identifiedByArn,
  attributes: { secret: { cloudformation: 'SecretId', type: 'text' } },
};

/** Whether something in sight rotates a secret, or something out of sight may. */
function mayRotate(view: View, world: World): boolean {
  const attachments = world.pointingAt(view, targetAttachment, 'secret');
  const schedules = [view, ...attachments.views].map((one) => world.pointingAt(one, rotationSchedule, 'secret'));
  return (
    !world.complete || attachments.maybeMore || schedules.some(({ views, maybeMore }) => maybeMore || views.length > 0)
  );
}

/** What rotates a secret depends on what it opens, so there is nothing to write here. */
const rotates = resourceRule({
  id: 'secret-rotation',
  recommendation: 'rotate-credentials',
  severity: 'information',
  fix: 'none',
  kinds: [secret],
  check(view, world) {
    if (mayRotate(view, world)) return [];
    const { resource } = view;
    const { nameOrigin, likelihood } = resource;
    return [{ origin: nameOrigin, written: false, likelihood, resource, remedies: [] }];
  },
  example: exampleOf(secret, 'Secret', { name: 'orders/database', key: 'alias/orders' }),
});

const interval = valueRule({
  id: 'secret-rotation-interval',
  recommendation: 'rotate-credentials',
  severity: 'information',
  fix: 'always',
  kind: rotationSchedule,
  attribute: 'days',
  isWrong: (days) => Number(days) > 90,
  remedies: (schedule) => [
    {
      title: 'Rotate the secret every 90 days (whoever holds a copy has to fetch it anew)',
      safety: 'review',
      changes: [setAttribute(schedule, 'days', 90)],
    },
  ],
  example: exampleOf(rotationSchedule, 'Rotation', { secret: 'orders/database', days: 365 }),
});

export const rules = [rotates, interval];
export const kinds = [rotationSchedule, targetAttachment];
