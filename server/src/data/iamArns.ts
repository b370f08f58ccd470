import { resourceTypesOf } from './iamActions';
import { iamActionsTable } from './tables';

/** Whether the ARNs of a service have a part: all do, none does, or some. */
export type Presence = 'always' | 'never' | 'sometimes';

/** What the ARNs of a service look like. */
export interface ArnShape {
  readonly region: Presence;
  readonly account: Presence;
}

let shapes: ReadonlyMap<string, ArnShape> | undefined;

/** What the ARNs of a service look like; a service as ARNs name it. `undefined` for a service without known ARNs. */
export function arnShape(service: string): ArnShape | undefined {
  shapes ??= readShapes();
  return shapes.get(service);
}

/** The services that ARNs name. */
export function arnServices(): readonly string[] {
  shapes ??= readShapes();
  return [...shapes.keys()];
}

function readShapes(): Map<string, ArnShape> {
  const found = new Map<string, ArnShape>();
  const types = Object.keys(iamActionsTable().resources).flatMap(resourceTypesOf);
  for (const arn of types.flatMap(({ arns }) => arns)) {
    const [, , service = '', region, account] = arn.split(':');
    const known = found.get(service);
    found.set(service, { region: both(known?.region, region), account: both(known?.account, account) });
  }
  return found;
}

function both(known: Presence | undefined, part: string | undefined): Presence {
  const here = part ? 'always' : 'never';
  return known === undefined || known === here ? here : 'sometimes';
}
