import { kindsOf, rules, settled } from '../engine/rules';
import { titleOf, wordsOf } from '../engine/words';
import type { Kind } from '../model/kind';
import type { Rule, SameAs } from '../model/rule';
import type { OutputFormat } from './arguments';

/** The rules there are, and the checks of other tools that need none. */
export function rulesOutput(format: OutputFormat): string {
  if (format === 'text') {
    const width = Math.max(0, ...rules.map((rule) => rule.id.length));
    return rules
      .map((rule) => `${rule.id.padEnd(width)}  ${rule.severity.padEnd(11)}  ${titleOf(wordsOf(rule.id))}\n`)
      .join('');
  }
  const listing = {
    rules: rules.map(describe),
    settled: settled.map(({ sameAs, dialect, reason, since, sources }) => ({
      sameAs: allTools(sameAs),
      ...(dialect && { only: dialect }),
      reason,
      ...(since && { since }),
      sources,
    })),
  };
  return `${JSON.stringify(listing, undefined, 2)}\n`;
}

function describe(rule: Rule) {
  const words = wordsOf(rule.id);
  return {
    id: rule.id,
    recommendation: rule.recommendation,
    severity: rule.severity,
    status: 'stable',
    title: titleOf(words),
    kinds: kindsOf(rule).flatMap(typePairs),
    sameAs: allTools(words.sameAs),
    fix: rule.fix,
    sources: words.sources,
  };
}

/**
 * One entry a pair of types: a kind's first CloudFormation type stands beside its first Terraform type, and so on. An
 * entry has one type where the other format has none left.
 */
function typePairs({ cloudformation, terraform }: Kind): { cloudformation?: string; terraform?: string }[] {
  return Array.from({ length: Math.max(cloudformation.length, terraform.length) }, (_, i) => ({
    ...(cloudformation[i] !== undefined && { cloudformation: cloudformation[i] }),
    ...(terraform[i] !== undefined && { terraform: terraform[i] }),
  }));
}

function allTools({ checkov = [], trivy = [], cdkNag = [], guard = [], cfnNag = [] }: SameAs): Required<SameAs> {
  return { checkov, trivy, cdkNag, guard, cfnNag };
}
