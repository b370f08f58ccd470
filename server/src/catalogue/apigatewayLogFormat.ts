import type { Kind } from '../model/kind';
import type { ResourceRule } from '../model/rule';
import { textWithHoles } from '../model/value';
import type { View, World } from '../model/view';
import { stage, stageV2 } from './apigateway';
import { exampleOf, setAttribute, valueRule } from './define';
import { deliveryStream } from './firehose';

/** A field of an access log: `$context.identity.sourceIp`. */
const variable = /\$context((?:\.[\w-]+)+)/g;

/** A log in JSON that holds the same fields, each under its own name. */
function inJson(format: string): string | undefined {
  const names = [...new Set([...format.matchAll(variable)].map(([, path = '']) => path.slice(1)))];
  return names.length ? JSON.stringify(Object.fromEntries(names.map((name) => [name, `$context.${name}`]))) : undefined;
}

/** Whatever begins like an object counts as one: people leave the quotes of numbers out. */
function isJson(format: string): boolean {
  return /^\s*\{/.test(format);
}

/** Whether a stream delivers the log, to what reads it in a format of its own. */
function isDelivered(view: View, world: World): boolean {
  return view
    .facts('logDestination')
    .some(({ value }) => /:firehose:/.test(textWithHoles(value, '') ?? '') || world.resolve(value, deliveryStream));
}

function structuredLog(id: string, kind: Kind): ResourceRule {
  return valueRule({
    id,
    recommendation: 'log-activity',
    severity: 'hint',
    fix: 'sometimes',
    kind,
    attribute: 'logFormat',
    when: (view, world) => !isDelivered(view, world),
    isWrong: (format) => format !== '' && !isJson(format),
    remedies: (view) =>
      view.facts('logFormat').flatMap(({ value }) => {
        const format = value.kind === 'literal' ? inJson(value.text) : undefined;
        if (format === undefined) return [];
        return [
          {
            title: 'Write the same fields as JSON (what reads the log has to know)',
            safety: 'review',
            changes: [setAttribute(view, 'logFormat', format)],
          },
        ];
      }),
    example: exampleOf(kind, 'Stage', {
      name: 'live',
      logDestination: 'arn:aws:logs:eu-west-1:111122223333:log-group:orders',
      logFormat: '$context.requestId $context.identity.sourceIp $context.status',
      ...(kind === stage && { settingsPath: '/*', settingsMethod: '*', loggingLevel: 'ERROR' }),
    }),
  });
}

export const rules = [
  structuredLog('api-gateway-access-log-json', stage),
  structuredLog('api-gateway-v2-access-log-json', stageV2),
];
export const kinds = [];
