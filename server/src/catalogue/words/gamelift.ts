import type { Words } from '../../model/rule';

export const words: Readonly<Record<string, Words>> = {
  'gamelift-fleet-port-range': {
    title: 'The fleet {name} lets players in by {ports|a range of ports}.',
    why: 'Each open port reaches whatever listens on it, and a fleet needs one for each server process of an instance.',
    advice: 'Open as many ports as there are server processes on an instance.',
    sources: [
      'https://docs.aws.amazon.com/AWSCloudFormation/latest/UserGuide/aws-properties-gamelift-fleet-ippermission.html',
    ],
    sameAs: { guard: ['GAMELIFT_FLEET_INBOUND_PORT_RANGE_RULE'], cfnNag: ['W65'] },
  },
};
