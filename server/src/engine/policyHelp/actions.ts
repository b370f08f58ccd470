import { nameOf } from '../../catalogue/policies/grants';
import { actionsOf, type IamAction, serviceName, servicePrefixes } from '../../data/iamActions';
import { levelNames } from './levels';
import { actionSubject } from './subject';
import { bounded, type Suggestion, type Suggestions } from './suggestion';

/** Stands for what comes behind a service and its colon, so that it is no key in YAML. */
const rest = 'dp-rest';

/** The services whose actions are suggested before a colon is typed, at most. */
const nearServices = 5;

/**
 * The actions that start with what is typed or have it in their names; before a colon the services, and the actions of
 * those that are meant. A policy of a resource is about the actions of its service, so that their names do without it.
 */
export function actionSuggestions(typed: string, service: string | undefined): Suggestions {
  const [, prefix, name] = /^([\w-]+):(.*)$/.exec(typed) ?? [];
  if (prefix !== undefined) {
    const found = matching([...actionsOf(prefix).values()], name ?? '');
    return bounded([...found.map(one), ...(actionsOf(prefix).size > 0 ? [everything(prefix)] : [])]);
  }
  const start = typed.toLowerCase();
  const prefixes = servicePrefixes().filter((one) => one.startsWith(start));
  const ofService = service === undefined || service.startsWith(start) ? [] : [...actionsOf(service).values()];
  const meant = service?.startsWith(start) ? [service] : start === '' ? [] : prefixes;
  const actions = [
    ...matching(ofService, typed).map(one),
    ...meant
      .slice(0, nearServices)
      .flatMap((near) => [...matching([...actionsOf(near).values()], '').map(one), everything(near)]),
  ];
  const services = prefixes.map(
    (text): Suggestion => ({
      text: `${text}:`,
      written: `${text}:${rest}`,
      blanks: [{ marker: rest, text: '' }],
      detail: serviceName(text) ?? '',
      subject: { kind: 'service', prefix: text },
    }),
  );
  return bounded(service === undefined ? [...services, ...actions] : [...actions, ...services], true);
}

/** Those that start as typed, then those with a later part that does. */
function matching(actions: readonly IamAction[], typed: string): IamAction[] {
  const wanted = typed.replace(/[*?].*$/, '').toLowerCase();
  const place = ({ name }: IamAction) => name.toLowerCase().indexOf(wanted);
  const found = actions.filter((action) => place(action) >= 0);
  return found.sort((a, b) => Number(place(a) > 0) - Number(place(b) > 0) || (a.name < b.name ? -1 : 1));
}

function one(action: IamAction): Suggestion {
  return { text: nameOf(action), detail: levelNames(action), subject: { kind: 'action', action } };
}

function everything(prefix: string): Suggestion {
  const text = `${prefix}:*`;
  const subject = actionSubject(text);
  return { text, detail: 'all actions of the service', ...(subject && { subject }) };
}
