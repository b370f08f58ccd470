import { type Diagnostic, DiagnosticSeverity } from 'vscode-languageserver';
import type { Checked } from '../engine/check';
import { messageOf, wordsOf } from '../engine/words';
import type { Finding, Severity } from '../model/finding';
import type { SettingsFault } from '../workspace/settingsFaults';
import type { OpenDocument, OpenDocuments } from './openDocuments';
import { Positions } from './positions';
import { source } from './protocol';

const severities: Readonly<Record<Severity, DiagnosticSeverity>> = {
  error: DiagnosticSeverity.Error,
  warning: DiagnosticSeverity.Warning,
  information: DiagnosticSeverity.Information,
  hint: DiagnosticSeverity.Hint,
};

/** A finding and the diagnostic that the editor shows for it. */
export interface Shown {
  readonly finding: Finding;
  readonly diagnostic: Diagnostic;
}

/** The findings of a check that stand in one of its documents. */
export function shownIn(path: string, checked: Checked, open: OpenDocuments): Shown[] {
  const positions = new Positions(open);
  return checked.findings.flatMap((finding) => {
    const place = positions.placeOf(finding.origin);
    return place.path === path ? [{ finding, diagnostic: diagnosticOf(finding, place.range, positions) }] : [];
  });
}

/** The faults of a settings file, each with the diagnostic that the editor shows for it. */
export interface ShownFaults {
  readonly document: OpenDocument;
  readonly shown: readonly { readonly fault: SettingsFault; readonly diagnostic: Diagnostic }[];
}

/** What is wrong in a settings file. */
export function shownFaults(
  document: OpenDocument,
  faults: readonly SettingsFault[],
  open: OpenDocuments,
): ShownFaults {
  const positions = new Positions(open);
  const shown = faults.map((fault) => ({
    fault,
    diagnostic: {
      range: positions.rangeOf(document, fault),
      severity: severities[fault.severity],
      ...(fault.report && { code: fault.report }),
      source,
      message: fault.message,
    },
  }));
  return { document, shown };
}

function diagnosticOf(finding: Finding, range: Diagnostic['range'], positions: Positions): Diagnostic {
  const [page] = wordsOf(finding.rule).sources;
  return {
    range,
    severity: severities[finding.severity],
    code: finding.rule,
    ...(page && { codeDescription: { href: page } }),
    source,
    message: messageOf(finding),
    ...(finding.related?.length && {
      relatedInformation: finding.related.map((place) => {
        const { uri, range } = 'origin' in place ? positions.placeOf(place.origin) : positions.placeInCode(place.code);
        return { location: { uri, range }, message: place.message };
      }),
    }),
  };
}
