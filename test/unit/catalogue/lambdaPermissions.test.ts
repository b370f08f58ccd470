import assert from 'node:assert/strict';
import { describe, test } from 'node:test';
import { fixed } from '../../support/fixing';
import { assertFindings, unmark } from '../../support/marked';

function assertMarked(path: string, marked: string): string {
  return assertFindings(path, marked, /^lambda-permission-/);
}

describe('Permissions of functions', () => {
  const permission = (properties: string) => `Resources:
  Permission:
    Type: AWS::Lambda::Permission
    Properties:
      FunctionName: orders
      Action: lambda:InvokeFunction
${properties.replace(/^/gm, '      ')}
`;
  test('are found where anybody may call', () => {
    assertMarked('template.yaml', permission('Principal: "⟦lambda-permission-public|*⟧"'));
    assertMarked('template.yaml', permission('Principal: "⟦lambda-permission-public|*⟧"\nFunctionUrlAuthType: NONE'));
    assertMarked('template.yaml', permission('Principal: ⟦lambda-permission-source|sns.amazonaws.com⟧'));
    assertMarked(
      'main.tf.json',
      '{"resource": {"aws_lambda_permission": {"p": {"function_name": "f", "action": "⟦lambda-permission-action|lambda:*⟧", "principal": "⟦lambda-permission-source|s3.amazonaws.com⟧"}}}}',
    );
  });

  test('are found where a bucket may get another owner, and where anybody may use a layer', () => {
    const ofBucket = 'Principal: ⟦lambda-permission-source|s3.amazonaws.com⟧\nSourceArn: !GetAtt Data.Arn';
    assertMarked('template.yaml', permission(ofBucket));
    assert.match(
      fixed('template.yaml', unmark(permission(ofBucket)).text, 'lambda-permission-source'),
      /SourceAccount: !Ref AWS::AccountId/,
    );
    assertMarked(
      'template.yaml',
      `Resources:
  Shared:
    Type: AWS::Lambda::LayerVersionPermission
    Properties:
      Action: lambda:GetLayerVersion
      LayerVersionArn: arn:aws:lambda:eu-west-1:111122223333:layer:shared:1
      Principal: '⟦lambda-permission-public|*⟧'
`,
    );
  });

  test('are silent where somebody is named', () => {
    assertMarked('template.yaml', permission('Principal: "*"\nPrincipalOrgID: o-abcdefghij'));
    assertMarked('template.yaml', permission('Principal: sns.amazonaws.com\nSourceArn: !Ref Topic'));
    assertMarked('template.yaml', permission('Principal: s3.amazonaws.com\nSourceAccount: !Ref AWS::AccountId'));
    assertMarked('template.yaml', permission('Principal: "111122223333"'));
    assertMarked('template.yaml', permission('Principal: alexa-appkit.amazon.com\nEventSourceToken: abc'));
  });
});
