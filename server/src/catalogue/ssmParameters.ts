import type { Kind } from '../model/kind';
import { and } from '../model/truth';
import type { View } from '../model/view';
import { attributeRule, exampleOf, fixedWith, keyInput, noneOf, ownKeyRule } from './define';

const parameter: Kind = {
  id: 'ssm-parameter',
  title: 'Systems Manager parameter',
  cloudformation: ['AWS::SSM::Parameter'],
  terraform: ['aws_ssm_parameter'],
  attributes: {
    name: { cloudformation: 'Name', terraform: 'name', type: 'text' },
    type: { cloudformation: 'Type', terraform: 'type', type: 'text', about: 'at-rest' },
    value: { cloudformation: 'Value', terraform: ['value', 'insecure_value'], type: 'text' },
    // CloudFormation makes no secure strings, and so names no key.
    key: {
      terraform: 'key_id',
      type: 'text',
      about: 'key',
      defaults: [
        {
          is: 'none',
          key: 'aws-managed',
          source: 'https://registry.terraform.io/providers/hashicorp/aws/latest/docs/resources/ssm_parameter',
        },
      ],
    },
  },
};

const secretWord = /(^|[^a-z])(passwords?|passwd|pwd|secrets?|tokens?|api[-_]?keys?|credentials?|private[-_]?keys?)$/i;

/** Whether a parameter is named like a secret: by its last word, so that `/app/secret-arn` is none. */
function isNamedLikeSecret(view: View) {
  return view.is('name', (name) => secretWord.test(name.replace(/([a-z])([A-Z])/g, '$1-$2')));
}

/** What names something else, is an address, a number or a switch is no secret, whatever it is called. */
function isHarmless(view: View): boolean {
  return (
    view.is('value', (value) => /^(arn:|https?:|true$|false$|\d+$|$)/i.test(value)) === true ||
    view.facts('value').some(({ value }) => value.kind === 'reference' && isIdentifier(value.attribute))
  );
}

/** Whether an attribute of a resource only says which one it is; without one, a reference does no more than that. */
function isIdentifier(attribute = 'id'): boolean {
  return /(arn|id|name)$/i.test(attribute);
}

function isLikelySecret(view: View) {
  return and(isNamedLikeSecret(view), !isHarmless(view));
}

const secureString = attributeRule({
  id: 'ssm-parameter-secure-string',
  recommendation: 'encrypt-at-rest',
  severity: 'warning',
  fix: 'sometimes',
  kind: parameter,
  when: isLikelySecret,
  requires: {
    type: fixedWith(noneOf(['String', 'StringList']), ({ resource }) =>
      resource.dialect === 'terraform' ? 'SecureString' : undefined,
    ),
  },
  safety: 'review',
  caution: 'readers have to ask for decryption and need rights to the key',
  example: exampleOf(parameter, 'Password', { name: '/orders/database/password', type: 'String' }),
});

const ownKey = ownKeyRule({
  id: 'ssm-parameter-kms-key',
  kind: parameter,
  when: (view) => view.is('type', (type) => type === 'SecureString'),
  key: keyInput('ParameterKeyArn', 'for the parameter'),
  caution: 'readers need rights to the key, which costs',
  example: { only: 'terraform', ...exampleOf(parameter, 'Password', { name: '/orders/mail', type: 'SecureString' }) },
});

export const rules = [secureString, ownKey];
export const kinds = [parameter];
