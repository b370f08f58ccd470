import {
  type AnnotatedTextEdit,
  type ChangeAnnotation,
  type ClientCapabilities,
  CreateFile,
  type TextDocumentEdit,
  type TextEdit,
  type WorkspaceEdit,
} from 'vscode-languageserver';
import { TextDocument } from 'vscode-languageserver-textdocument';
import type { Unit } from '../formats/format';
import type { TextEdit as EngineEdit } from '../syntax/textEdit';
import type { SettingsFile } from '../workspace/ignoring';
import type { OpenDocuments } from './openDocuments';
import { Positions } from './positions';

const annotationId = 'confirm';

/** Makes the editor's edits of the engine's, in the shape that the client understands best. */
export class WorkspaceEdits {
  private readonly versioned: boolean;
  private readonly annotated: boolean;
  private readonly createsFiles: boolean;

  constructor(
    private readonly open: OpenDocuments,
    capabilities: ClientCapabilities,
  ) {
    const support = capabilities.workspace?.workspaceEdit;
    this.versioned = support?.documentChanges === true;
    this.createsFiles = this.versioned && support?.resourceOperations?.includes('create') === true;
    this.annotated = this.versioned && support?.changeAnnotationSupport !== undefined;
  }

  /** The edit of a unit. `confirm` says what the user should confirm before it is made. */
  of(unit: Unit, edits: readonly EngineEdit[], confirm?: string): WorkspaceEdit {
    const byPath = this.convert(unit, edits);
    if (!this.versioned) {
      return { changes: Object.fromEntries([...byPath].map(([path, list]) => [this.open.uriOf(path), list])) };
    }
    const annotation = this.annotated ? confirm : undefined;
    const documentChanges = [...byPath].map(([path, list]) =>
      this.documentEdit(path, annotation ? annotate(list) : list),
    );
    return { documentChanges, ...(annotation && { changeAnnotations: { [annotationId]: confirmation(annotation) } }) };
  }

  /** The edit of a settings file, which may have to be made first; `undefined` where the client makes no files. */
  ofSettings({ path, text, exists }: SettingsFile, edits: readonly EngineEdit[]): WorkspaceEdit | undefined {
    if (!exists && !this.createsFiles) return undefined;
    const mark = this.open.get(path)?.marked ? '\uFEFF' : '';
    const document = TextDocument.create(path, '', 0, mark + text);
    const list = edits.map(({ start, end, text: newText }) => ({
      range: { start: document.positionAt(start + mark.length), end: document.positionAt(end + mark.length) },
      newText,
    }));
    const uri = this.open.uriOf(path);
    if (!this.versioned) return { changes: { [uri]: list } };
    const made = CreateFile.create(uri, { ignoreIfExists: true });
    return { documentChanges: [...(exists ? [] : [made]), this.documentEdit(path, list)] };
  }

  private convert(unit: Unit, edits: readonly EngineEdit[]): Map<string, TextEdit[]> {
    const positions = new Positions(this.open);
    const byPath = new Map<string, TextEdit[]>();
    for (const edit of edits) {
      const document = unit.documents.find(({ path }) => path === edit.path);
      if (!document) throw new Error('An edit belongs to no document of its unit.');
      const list = byPath.get(edit.path) ?? [];
      byPath.set(edit.path, list);
      list.push({ range: positions.rangeOf(document, edit), newText: edit.text });
    }
    return byPath;
  }

  private documentEdit(path: string, edits: TextEdit[]): TextDocumentEdit {
    // A document that is not open has no version: what is on the disk is meant.
    return { textDocument: { uri: this.open.uriOf(path), version: this.open.get(path)?.version ?? null }, edits };
  }
}

function annotate(edits: readonly TextEdit[]): AnnotatedTextEdit[] {
  return edits.map((edit) => ({ ...edit, annotationId }));
}

function confirmation(description: string): ChangeAnnotation {
  return { label: 'Replaces a resource', needsConfirmation: true, description };
}
