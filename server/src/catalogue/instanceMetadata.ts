import type { Kind } from '../model/kind';
import type { View } from '../model/view';
import { launchConfiguration } from './autoscaling';
import { attributeRule, equals, exampleOf, objectionTo, resourceRule, setAttribute } from './define';
import { instance, launchTemplate } from './ec2Instances';
import { notebook } from './sagemaker';

/** What starts EC2 instances. */
const machines: readonly Kind[] = [instance, launchTemplate, launchConfiguration];

/** Whether an instance has metadata options that nobody can see here, or no metadata at all. */
function isSettledElsewhere(view: View): boolean {
  const fromTemplate = view.kind === instance && view.isWritten('launchTemplate') !== false;
  const isOff = view.is('metadataEndpoint', (text) => text === 'disabled');
  return isOff !== false || (fromTemplate && view.isWritten('metadataTokens') === false);
}

/**
 * Where nothing is written, the image and the account decide, and for a launch configuration the old default: then it
 * is worth saying, but no mistake.
 */
const tokens = resourceRule({
  id: 'ec2-metadata-tokens',
  recommendation: 'protect-credentials',
  severity: 'error',
  fix: 'always',
  kinds: machines,
  check(view) {
    if (isSettledElsewhere(view)) return [];
    const remedy = {
      title: 'Require a token for instance metadata (software that does not ask for one loses its credentials)',
      safety: 'review' as const,
      changes: [setAttribute(view, 'metadataTokens', 'required')],
    };
    return view.facts('metadataTokens').flatMap((fact) => {
      const { value, written } = fact;
      if (value.kind === 'literal' && value.text === 'optional') return [objectionTo(view, fact, [remedy])];
      if (written !== false) return [];
      return [{ ...objectionTo(view, fact, [remedy]), severity: 'information' as const }];
    });
  },
  example: exampleOf(launchTemplate, 'Launch', { image: 'ami-0123456789abcdef0', metadataTokens: 'optional' }),
});

/** Containers on an instance are one hop further away, and some of them need its credentials. */
const hops = resourceRule({
  id: 'ec2-metadata-hops',
  recommendation: 'protect-credentials',
  severity: 'information',
  fix: 'always',
  kinds: machines,
  check(view) {
    if (isSettledElsewhere(view)) return [];
    const remedy = {
      title: 'Keep instance metadata on the instance (containers without host networking lose it)',
      safety: 'review' as const,
      changes: [setAttribute(view, 'metadataHops', 1)],
    };
    return view
      .facts('metadataHops')
      .filter(({ value }) => value.kind === 'literal' && Number(value.text) > 1)
      .map((fact) => objectionTo(view, fact, [remedy]));
  },
  example: exampleOf(launchTemplate, 'Launch', {
    image: 'ami-0123456789abcdef0',
    metadataTokens: 'required',
    metadataHops: 3,
  }),
});

const notebookTokens = attributeRule({
  id: 'sagemaker-notebook-metadata-tokens',
  recommendation: 'protect-credentials',
  severity: 'error',
  kind: notebook,
  requires: { metadataVersion: equals('2') },
  safety: 'review',
  caution: 'software that does not ask for a token loses its credentials; the instance is stopped and started',
  example: exampleOf(notebook, 'Notebook', {
    instanceType: 'ml.t3.medium',
    subnet: 'subnet-0123456789abcdef0',
    groups: ['sg-0123456789abcdef0'],
    rootAccess: false,
    directInternet: false,
    metadataVersion: '1',
  }),
});

export const rules = [tokens, hops, notebookTokens];
export const kinds = [];
