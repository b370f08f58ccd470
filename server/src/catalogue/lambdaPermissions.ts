import type { Remedy } from '../model/finding';
import type { Kind } from '../model/kind';
import type { RuleSettings, View } from '../model/view';
import { WrittenAccount, WrittenInput } from '../model/written';
import { exampleOf, literalFacts, objectionTo, resourceRule, setAttribute } from './define';
import { perimeters } from './policies/endpoint';

const lambdaPermission: Kind = {
  id: 'lambda-permission',
  title: 'Lambda permission',
  cloudformation: ['AWS::Lambda::Permission'],
  terraform: ['aws_lambda_permission'],
  attributes: {
    action: { cloudformation: 'Action', terraform: 'action', type: 'text' },
    function: { cloudformation: 'FunctionName', terraform: 'function_name', type: 'text' },
    principal: { cloudformation: 'Principal', terraform: 'principal', type: 'text' },
    sourceArn: { cloudformation: 'SourceArn', terraform: 'source_arn', type: 'text' },
    sourceAccount: { cloudformation: 'SourceAccount', terraform: 'source_account', type: 'text' },
    organization: { cloudformation: 'PrincipalOrgID', terraform: 'principal_org_id', type: 'text' },
    urlAuthentication: { cloudformation: 'FunctionUrlAuthType', terraform: 'function_url_auth_type', type: 'text' },
    eventSourceToken: { cloudformation: 'EventSourceToken', terraform: 'event_source_token', type: 'text' },
  },
};

const layerPermission: Kind = {
  id: 'lambda-layer-permission',
  title: 'Lambda layer permission',
  cloudformation: ['AWS::Lambda::LayerVersionPermission'],
  terraform: ['aws_lambda_layer_version_permission'],
  attributes: {
    action: { cloudformation: 'Action', terraform: 'action', type: 'text' },
    principal: { cloudformation: 'Principal', terraform: 'principal', type: 'text' },
    organization: { cloudformation: 'OrganizationId', terraform: 'organization_id', type: 'text' },
  },
};

/** What narrows a permission, beside the principal. */
const bounds = ['sourceArn', 'sourceAccount', 'organization', 'eventSourceToken'] as const;

/** Whether nothing but the principal says who may use a permission. */
function isUnbounded(permission: View): boolean {
  return bounds.every((bound) => !permission.kind.attributes[bound] || permission.isWritten(bound) === false);
}

const publicPermission = resourceRule({
  id: 'lambda-permission-public',
  recommendation: 'least-privilege',
  severity: 'error',
  fix: 'always',
  kinds: [lambdaPermission, layerPermission],
  check(permission, { settings }) {
    if (!isUnbounded(permission)) return [];
    return literalFacts(permission, 'principal')
      .filter(({ text }) => text === '*')
      .map(({ fact }) => ({
        ...objectionTo(permission, fact, narrowings(permission, settings)),
        details: { what: permission.kind === layerPermission ? 'layer' : 'function' },
      }));
  },
  example: exampleOf(lambdaPermission, 'Everyone', {
    action: 'lambda:InvokeFunction',
    function: 'orders',
    principal: '*',
  }),
});

/** Holds a permission for everyone to the organisation, or to the account. Both need signed requests. */
function narrowings(permission: View, settings: RuleSettings): readonly Remedy[] {
  const isAnonymous = permission.is('urlAuthentication', (text) => text === 'NONE') === true;
  const signed = isAnonymous ? [setAttribute(permission, 'urlAuthentication', 'AWS_IAM')] : [];
  return perimeters(settings).flatMap(({ principal, whom, safety }): Remedy[] => {
    const organization = principal['aws:PrincipalOrgID'];
    const account = principal['aws:PrincipalAccount'];
    const title = `Allow only ${whom} (denies everyone else)`;
    if (organization) {
      return [{ title, safety, changes: [setAttribute(permission, 'organization', organization), ...signed] }];
    }
    if (!(account instanceof WrittenAccount) || permission.kind === layerPermission) return [];
    return [{ title, safety, changes: [setAttribute(permission, 'principal', account), ...signed] }];
  });
}

/**
 * Services of AWS that say on whose behalf they call. Alexa does not; CloudFormation calls macros in AWS's own examples
 * by permissions without a source, and Lambda@Edge copies functions so.
 */
const tellsSource = /^(?!edgelambda\.|replicator\.|cloudformation\.)[\w.-]+\.amazonaws\.com(\.cn)?$/;

const sourceMissing = resourceRule({
  id: 'lambda-permission-source',
  recommendation: 'least-privilege',
  severity: 'warning',
  fix: 'always',
  kinds: [lambdaPermission],
  check: (permission) =>
    literalFacts(permission, 'principal').flatMap(({ fact, text }) => {
      const isStorage = text === 's3.amazonaws.com';
      if (isUnbounded(permission) && tellsSource.test(text)) {
        return [objectionTo(permission, fact, [isStorage ? byAccount(permission) : byArn(permission)])];
      }
      // Somebody else may get the name of a bucket that is gone.
      const others = bounds.filter((bound) => bound !== 'sourceArn');
      const isHalf = isStorage && others.every((bound) => permission.isWritten(bound) === false);
      const severity = 'information' as const;
      return isHalf ? [{ ...objectionTo(permission, fact, [byAccount(permission)]), severity }] : [];
    }),
  example: exampleOf(lambdaPermission, 'Notifications', {
    action: 'lambda:InvokeFunction',
    function: 'orders',
    principal: 's3.amazonaws.com',
  }),
});

/** Buckets have no account in their ARNs, so S3 tells the account as well. */
function byAccount(permission: View): Remedy {
  return {
    title: 'Allow the service on behalf of this account only (denies it for resources of others)',
    safety: 'review',
    changes: [setAttribute(permission, 'sourceAccount', new WrittenAccount())],
  };
}

function byArn(permission: View): Remedy {
  const arn = new WrittenInput('SourceArn', 'The ARN of the resource that calls the function', '^arn:.+$');
  return {
    title: 'Allow the service on behalf of one resource only (denies it for others)',
    safety: 'input',
    changes: [setAttribute(permission, 'sourceArn', arn)],
  };
}

const otherAction = resourceRule({
  id: 'lambda-permission-action',
  recommendation: 'least-privilege',
  severity: 'information',
  fix: 'none',
  kinds: [lambdaPermission],
  check: (permission) =>
    literalFacts(permission, 'action')
      .filter(({ text }) => !/^lambda:Invoke(Function|FunctionUrl|Async)$/i.test(text))
      .map(({ fact, text }) => ({ ...objectionTo(permission, fact, []), details: { action: text } })),
  example: exampleOf(lambdaPermission, 'Everything', {
    action: 'lambda:*',
    function: 'orders',
    principal: '111122223333',
  }),
});

export const rules = [publicPermission, sourceMissing, otherAction];
export const kinds = [lambdaPermission, layerPermission];
