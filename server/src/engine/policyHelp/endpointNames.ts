import { exampleRegion } from '../../catalogue/snippets/snippet';
import { endpointService, endpointServiceName, endpointServiceNames } from '../../data/vpcEndpoints';
import type { PolicyPlace } from './place';
import { bounded, type Suggestion, type Suggestions } from './suggestion';

/** How a document writes the Region in the names of services. */
interface Region {
  readonly text: string;
  readonly hasHoles: boolean;
  readonly isBlank: boolean;
}

/** The names of the services of VPC endpoints, with the Region as the author writes it. */
export function endpointSuggestions(typed: string, at: PolicyPlace, text: string): Suggestions {
  const region = regionIn(typed, at, text);
  const wanted = typed.replace(/^(?:com\.amazonaws|aws\.\w+)\.(?:\$\{[^}]*\}|[a-z]{2}(?:-[a-z]+)+-\d)\./, '');
  const isFullName = /^(?:com?|aws)\b|^$/.test(typed);
  const place = (name: string) => name.indexOf(wanted.toLowerCase());
  const isBegun = isFullName && wanted === typed;
  const found = endpointServiceNames().filter((name) => isBegun || place(name) >= 0);
  if (!isBegun) found.sort((a, b) => place(a) - place(b));
  const list = found.flatMap((name): Suggestion[] => {
    const service = endpointService(name);
    const fullName = endpointServiceName(name, region.text);
    if (!service || fullName === undefined) return [];
    return [
      {
        text: fullName,
        detail: `${service.kinds.join(' or ')} endpoint`,
        subject: { kind: 'endpointService', fullName, service },
        filter: isFullName ? fullName : name,
        hasHoles: region.hasHoles,
        ...(region.isBlank && { blanks: [{ marker: region.text, text: region.text }] }),
      },
    ];
  });
  return bounded(list);
}

/** The Region that is typed, or else that another name in the document has; CloudFormation can fill in its own. */
function regionIn(typed: string, { format }: PolicyPlace, text: string): Region {
  const name = /\b(?:com\.amazonaws|aws\.(?:api|sagemaker))\.(\$\{[^}]*\}|[a-z]{2}(?:-[a-z]+)+-\d)\./;
  const given = name.exec(typed)?.[1] ?? name.exec(text)?.[1];
  const isTemplate = format === 'cloudformation';
  if (given !== undefined) return { text: given, hasHoles: isTemplate && given.startsWith('$'), isBlank: false };
  return { text: isTemplate ? '${AWS::Region}' : exampleRegion, hasHoles: isTemplate, isBlank: !isTemplate };
}
