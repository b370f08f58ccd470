import type { Example } from '../model/rule';
import type { Written } from '../model/written';
import { exampleOf } from './define';
import { queue } from './sqs';

/** A queue with a policy whose statements an example changes in part. */
export function queuePolicy(
  changed: Statement | readonly Statement[],
  document: Statement = { Version: '2012-10-17' },
): Example {
  const statements = (Array.isArray(changed) ? changed : [changed]).map((one) => ({
    Sid: 'Orders',
    Effect: 'Allow',
    Principal: { AWS: 'arn:aws:iam::111122223333:role/shop' },
    Action: 'sqs:SendMessage',
    Resource: '*',
    ...one,
  }));
  return exampleOf(queue, 'Queue', { name: 'orders', policy: { ...document, Statement: statements } });
}

type Statement = Readonly<Record<string, Written>>;
