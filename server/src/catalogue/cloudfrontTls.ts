import type { Change, Objection } from '../model/finding';
import type { Origin } from '../model/origin';
import { cases, fieldOf, type Likelihood, mentions, textOf, textWithHoles } from '../model/value';
import type { View } from '../model/view';
import { type Block, blocksOf, likelihoodIn } from './blocks';
import { distribution } from './cloudfront';
import { attributeRule, exampleOf, fixedWith, noneOf, present, resourceRule } from './define';

const accessLogs = 'access-logs.s3.amazonaws.com';

const viewerHttps = fixedWith(noneOf(['allow-all']), 'redirect-to-https');

const viewerTls = attributeRule({
  id: 'cloudfront-viewer-https',
  recommendation: 'encrypt-in-transit',
  severity: 'error',
  kind: distribution,
  requires: { viewerProtocol: viewerHttps, otherViewerProtocols: viewerHttps },
  safety: 'review',
  caution: 'viewers that ask by plain HTTP are sent to HTTPS',
  example: exampleOf(distribution, 'Distribution', {
    defaultCertificate: true,
    accessLogs,
    viewerProtocol: 'allow-all',
  }),
});

/** Which name and certificate it should have only the user knows. */
const ownCertificate = attributeRule({
  id: 'cloudfront-own-certificate',
  recommendation: 'encrypt-in-transit',
  severity: 'information',
  fix: 'none',
  kind: distribution,
  requires: { certificate: present },
  example: exampleOf(distribution, 'Distribution', { accessLogs, viewerProtocol: 'https-only' }),
});

/** An address of one's own takes only the old security policies, and costs. */
const sni = attributeRule({
  id: 'cloudfront-sni',
  recommendation: 'encrypt-in-transit',
  severity: 'information',
  kind: distribution,
  requires: { sslSupport: fixedWith(noneOf(['vip']), 'sni-only') },
  safety: 'review',
  caution: 'viewers from before SNI are turned away',
  example: exampleOf(distribution, 'Distribution', {
    certificate: 'arn:aws:acm:us-east-1:111122223333:certificate/01234567-89ab-cdef-0123-456789abcdef',
    securityPolicy: 'TLSv1.2_2021',
    sslSupport: 'vip',
    accessLogs,
  }),
});

/** How the formats call what an origin that is no bucket says. */
const names = {
  cloudformation: {
    domain: 'DomainName',
    custom: 'CustomOriginConfig',
    protocol: 'OriginProtocolPolicy',
    versions: 'OriginSSLProtocols',
  },
  terraform: {
    domain: 'domain_name',
    custom: 'custom_origin_config',
    protocol: 'origin_protocol_policy',
    versions: 'origin_ssl_protocols',
  },
};

/** The settings of each origin that is no bucket, with the origin. */
function customOrigins(view: View): { origin: Block; custom: Block }[] {
  return blocksOf(view, 'origin').flatMap((origin) => {
    const settings = fieldOf(origin.fields, names[view.resource.dialect].custom);
    const fields = settings?.kind === 'list' && settings.items.length === 1 ? settings.items[0] : settings;
    return fields?.kind === 'map' ? [{ origin, custom: { ...origin, fields } }] : [];
  });
}

/** What is wrong at one place of the settings of an origin, and the change that mends it. */
function objectAt(
  view: View,
  block: Block,
  { origin, likelihood }: { origin: Origin; likelihood: Likelihood },
  title: string,
  change: Change,
): Objection {
  return {
    origin,
    written: true,
    likelihood: likelihoodIn(block, likelihood),
    resource: view.resource,
    remedies: [{ title, safety: 'review', changes: [change] }],
  };
}

/** The website of a bucket speaks plain HTTP and nothing else; which origin a computed name means is not known. */
function mayBeWebsite({ fields }: Block, domainKey: string): boolean {
  const domain = fieldOf(fields, domainKey);
  const text = domain && textWithHoles(domain, 'hole');
  return text === undefined ? domain?.kind !== 'reference' : /\.s3-website[.-]/.test(text);
}

const bucketTypes = /^(AWS::S3::Bucket|aws_s3_bucket(_website_configuration)?)$/;

const originHttps = resourceRule({
  id: 'cloudfront-origin-https',
  recommendation: 'encrypt-in-transit',
  severity: 'warning',
  fix: 'always',
  kinds: [distribution],
  check: (view, { resources }) =>
    customOrigins(view).flatMap(({ origin, custom }) => {
      const { domain, protocol } = names[view.resource.dialect];
      const named = fieldOf(origin.fields, domain);
      const isBucket = (address: string) =>
        resources.some((one) => one.address === address && bucketTypes.test(one.type));
      if (mayBeWebsite(origin, domain) || (named && mentions(named).some(isBucket))) return [];
      const said = fieldOf(custom.fields, protocol);
      return (said ? cases(said) : [])
        .filter(({ value }) => textOf(value) === 'http-only')
        .map(({ value: { origin: place }, likelihood }) =>
          objectAt(
            view,
            custom,
            { origin: place, likelihood },
            `Set ${protocol} to https-only (the origin has to serve HTTPS with a valid certificate)`,
            {
              kind: 'replaceText',
              origin: place,
              text: 'https-only',
              sets: { of: distribution, attribute: 'originProtocol' },
            },
          ),
        );
    }),
  example: exampleOf(distribution, 'Distribution', {
    defaultCertificate: true,
    accessLogs,
    originDomain: 'orders.example.com',
    originId: 'orders',
    originProtocol: 'http-only',
  }),
});

const outdated = ['SSLv3', 'TLSv1', 'TLSv1.1'];

const originVersions = resourceRule({
  id: 'cloudfront-origin-minimum-tls',
  recommendation: 'encrypt-in-transit',
  severity: 'error',
  fix: 'sometimes',
  kinds: [distribution],
  check: (view) =>
    customOrigins(view).flatMap(({ custom }) => {
      const { protocol, versions } = names[view.resource.dialect];
      if (textOf(fieldOf(custom.fields, protocol)) === 'http-only') return [];
      const list = fieldOf(custom.fields, versions);
      const old = list?.kind === 'list' ? list.items.filter((item) => outdated.includes(textOf(item) ?? '')) : [];
      const fields = { [versions]: ['TLSv1.2'] };
      return old.map(({ origin }) =>
        objectAt(
          view,
          custom,
          { origin, likelihood: 'certain' },
          `Set ${versions} to TLSv1.2 (the origin has to speak it)`,
          { kind: 'merge', origin: custom.fields.origin, fields },
        ),
      );
    }),
  example: exampleOf(distribution, 'Distribution', {
    defaultCertificate: true,
    accessLogs,
    originDomain: 'orders.example.com',
    originId: 'orders',
    originProtocol: 'https-only',
    originVersions: 'TLSv1',
  }),
});

export const rules = [viewerTls, ownCertificate, sni, originHttps, originVersions];
export const kinds = [];
