import assert from 'node:assert/strict';
import { copyFileSync } from 'node:fs';
import { join } from 'node:path';
import { after, before, describe, test } from 'node:test';
import { folderWith } from '../support/commandLine';
import { ARTIFACTS, type LiveEditor, openEditor } from '../support/editorHost';

const README_PICTURES = join(__dirname, '..', '..', 'docs', 'images');

const template = `Resources:
  # data-protection: ignore s3-bucket-versioning until 2027-01-31 -- reports are written once
  Reports:
    Type: AWS::S3::Bucket

  ReportsPolicy:
    Type: AWS::S3::BucketPolicy
    Properties:
      Bucket: !Ref Reports
      PolicyDocument:
        Version: '2012-10-17'
        Statement:
          - Sid: OnlyFromTheNetwork
            Effect: Deny
            Principal: '*'
            Action:
              - s3:Get*
              - s3:PutObject
            Resource: !Sub '\${Reports.Arn}/*'
            Condition:
              StringNotEquals:
                aws:SourceVpc: vpc-0a1b2c3d
          - Sid: Writers
            Effect: Allow
            Principal: { AWS: arn:aws:iam::111122223333:role/writer }
            Action: s3:PutObject
            Resource: arn:aws:s3:::reports/*
`;

const endpointPolicy = `{
  "Statement": [
    {
      "Effect": "Allow",
      "Principal": "*",
      "Action": ["kms:Describe*", "kms:Decrypt"],
      "Resource": "arn:aws:kms:eu-west-1:111122223333:key/*",
      "Condition": { "ArnLike": { "aws:PrincipalArn": "arn:aws:iam::111122223333:role/reader-*" } }
    }
  ]
}
`;

const terraform = `{
  "resource": {
    "aws_s3_bucket": {
      "reports": { "//": "data-protection: ignore s3-bucket-versioning until 2027-01-31 -- written once" }
    }
  }
}
`;

/** Words of the documents, by what they are; each must have a colour that neither strings nor keys have. */
const documents = [
  {
    path: 'template.yaml',
    string: 'vpc-0a1b2c3d',
    key: 'Effect',
    words: ['s3:', 'Get', 'PutObject', '*', 'StringNotEquals', 'aws:', 'SourceVpc', 'arn:aws:s3:::reports/'],
  },
  {
    path: 'endpoint-policy.json',
    string: '"Allow"',
    key: '"Effect"',
    words: [
      'kms:',
      'Describe',
      'Decrypt',
      '*',
      'ArnLike',
      'aws:',
      'PrincipalArn',
      'arn:aws:iam::111122223333:role/reader-',
    ],
  },
];

let editor: LiveEditor;
before(async () => {
  const files = { 'template.yaml': template, 'endpoint-policy.json': endpointPolicy, 'main.tf.json': terraform };
  const userSettings = {
    'window.commandCenter': false,
    'workbench.activityBar.location': 'hidden',
    'workbench.editor.editorActionsLocation': 'hidden',
    'workbench.layoutControl.enabled': false,
    'workbench.reduceMotion': 'on',
    'breadcrumbs.enabled': false,
    'editor.minimap.enabled': false,
    'editor.fontSize': 14,
    'files.autoSave': 'off',
  };
  editor = await openEditor({ folder: folderWith(files), width: 1000, height: 720, userSettings });
  await editor.page.keyboard.press('ControlOrMeta+KeyB');
  // Themes come from extensions: a window that is still starting knows none of them.
  await editor.openFile('template.yaml');
  await colourOnceThere('*');
});
after(() => editor?.close());

for (const theme of ['Dark', 'Light'] as const) {
  describe(`in a ${theme.toLowerCase()} theme`, () => {
    before(() => wear(`${theme} 2026`));

    test('the words of policies have colours of their own', async () => {
      for (const { path, string, key, words } of documents) {
        await editor.openFile(path);
        await colourOnceThere('*');
        await editor.screenshot(join(ARTIFACTS, `colours-${path}-${theme.toLowerCase()}.png`));
        const [ofStrings, ofKeys] = [await colourOf(string), await colourOf(key)];
        assert.ok(ofStrings && ofKeys && ofStrings !== ofKeys, `${string} or ${key} was not found`);
        const colours = new Map<string, string | undefined>();
        for (const word of words) {
          const colour = await colourOf(word);
          colours.set(word, colour);
          assert.ok(colour, `${word} of ${path} has no colour of its own`);
          assert.ok(colour !== ofStrings && colour !== ofKeys, `${word} of ${path} has the colour of strings or keys`);
        }
        const wildcard = colours.get('*');
        const alike = words.filter((word) => word !== '*' && colours.get(word) === wildcard);
        assert.deepEqual(alike, [], 'a wildcard does not stand out');
      }
    });

    test('the words of suppressions have colours of their own', async () => {
      for (const [path, around] of [
        ['template.yaml', '#'],
        ['main.tf.json', '"//"'],
      ] as const) {
        await editor.openFile(path);
        const rule = await colourOnceThere('s3-bucket-versioning');
        const date = await colourOf('2027-01-31');
        const rest = await colourOf(around);
        assert.ok(rest && date && new Set([rule, date, rest]).size === 3, `${path}: ${rule}, ${date}, ${rest}`);
      }
    });

    test('the picture of a policy for the README is taken', async () => {
      await editor.openFile('template.yaml');
      await colourOnceThere('*');
      await editor.squigglesUntil((squiggles) => squiggles.length > 0);
      const name = `policy-${theme.toLowerCase()}.png`;
      await editor.screenshot(join(ARTIFACTS, name));
      // The pictures that are committed change only when somebody wants them to.
      if (process.env.UPDATE_PICTURES) copyFileSync(join(ARTIFACTS, name), join(README_PICTURES, name));
    });
  });
}

/** Dresses the window in a theme of VS Code, as a person does. */
async function wear(theme: string): Promise<void> {
  await editor.command('Preferences: Color Theme');
  const input = editor.page.locator('.quick-input-widget input[placeholder*="Color Theme"]');
  await input.fill(theme);
  await editor.page.locator('.quick-input-list .monaco-list-row.focused').filter({ hasText: theme }).waitFor();
  await input.press('Enter');
  await input.waitFor({ state: 'hidden' });
}

/** What the page has to tell of each coloured stretch of the active editor. */
const stretches = `[...document.querySelectorAll('.editor-group-container.active .view-line span')]
  .map((span) => [span.textContent.trim(), getComputedStyle(span).color])`;

/** The colour of the first stretch of the active editor that is coloured as one and consists of a text. */
async function colourOf(text: string): Promise<string | undefined> {
  const found: [string, string][] = await editor.page.evaluate(stretches);
  return found.find(([content]) => content === text)?.[1];
}

/** Waits for a text to be coloured as one: tokens come a little after the text. */
async function colourOnceThere(text: string): Promise<string> {
  for (let tries = 0; tries < 100; tries++) {
    const colour = await colourOf(text);
    if (colour) return colour;
    await editor.page.waitForTimeout(100);
  }
  throw new Error(`${text} has no colour of its own`);
}
