import { type Command, Disposable, StatusBarAlignment, type TextDocument, Uri, window, workspace } from 'vscode';
import type { BaseLanguageClient } from 'vscode-languageclient';
import { type StatusParams, section, statusMethod } from '../../server/src/lsp/protocol';

const formats: Readonly<Record<StatusParams['format'] & {}, string>> = {
  cloudformation: 'a CloudFormation template',
  cdk: 'a template of the CDK',
  terraform: 'a Terraform configuration',
  'terraform-plan': 'a Terraform plan',
  iam: 'an IAM policy',
};

/** What the status bar says of a document, and what a click does. */
interface Shown {
  readonly text: string;
  readonly tooltip: string;
  readonly command: Command;
}

/** Shows in the status bar what came of the check of the active document, or why there was none. */
export function showStatus(client: BaseLanguageClient): Disposable {
  const statuses = new Map<string, StatusParams>();
  const item = window.createStatusBarItem(`${section}.status`, StatusBarAlignment.Right, 100);
  item.name = 'Data Protection';
  const update = () => {
    const document = window.activeTextEditor?.document;
    const status = document && statuses.get(keyOf(document));
    const shown = status && describe(status);
    if (!shown) {
      item.hide();
      return;
    }
    Object.assign(item, shown, { accessibilityInformation: { label: shown.tooltip, role: 'button' } });
    item.show();
  };
  return Disposable.from(
    item,
    client.onNotification(statusMethod, (status: StatusParams) => {
      statuses.set(client.protocol2CodeConverter.asUri(status.uri).toString(), status);
      update();
    }),
    client.onDidChangeState(() => {
      if (!client.isRunning()) statuses.clear();
      update();
    }),
    window.onDidChangeActiveTextEditor(update),
    workspace.onDidCloseTextDocument((document) => statuses.delete(keyOf(document))),
  );
}

function keyOf({ uri }: TextDocument): string {
  return uri.toString();
}

/** Nothing is said of documents that are none of ours. */
function describe(status: StatusParams): Shown | undefined {
  const { findings = 0, format, reason, syntaxErrorLine } = status;
  switch (status.state) {
    case 'checked': {
      const found = count(findings, 'finding');
      const unread = syntaxErrorLine && ` There is a syntax error at line ${syntaxErrorLine}.`;
      const tooltip = `Data Protection: ${found} in ${format ? formats[format] : 'the document'}.${unread ?? ''}`;
      return { text: `$(shield) ${found}`, tooltip, command: openSettings() };
    }
    case 'skipped':
      return {
        text: '$(shield) not checked',
        tooltip: `Data Protection does not check this file: ${reason}.`,
        command: commandFor(status),
      };
    case 'settings': {
      const found = count(findings, 'problem');
      return {
        text: `$(shield) ${found}`,
        tooltip: `Data Protection: ${found} in its settings.`,
        command: openSettings(),
      };
    }
    case 'foreign':
      return undefined;
  }
}

function count(number: number, noun: string): string {
  return `${number || 'no'} ${noun}${number === 1 ? '' : 's'}`;
}

/** Leads to the setting that keeps a file from being checked, where it stands; without one, to the log. */
function commandFor({ setting, settingsFile }: StatusParams): Command {
  if (setting === undefined) return { title: 'Show Log', command: `${section}.showLog` };
  if (settingsFile === undefined) return openSettings(setting);
  return { title: 'Open Settings File', command: 'vscode.open', arguments: [Uri.parse(settingsFile)] };
}

/** Opens the editor's settings at one of ours, or at all of them. */
function openSettings(setting = ''): Command {
  return {
    title: 'Open Settings',
    command: 'workbench.action.openSettings',
    arguments: [`${section}.${setting}`],
  };
}
