/**
 * What the global condition keys tell of a request, each as AWS's page of them says it. One with a variable part stands
 * without it.
 * https://docs.aws.amazon.com/IAM/latest/UserGuide/reference_policies_condition-keys.html
 */
const meanings: Readonly<Record<string, string>> = {
  'aws:CalledVia': 'the services that made requests with the credentials of the principal on the way to this one',
  'aws:CalledViaFirst': 'the first service that made a request with the credentials of the principal',
  'aws:CalledViaLast': 'the last service that made a request with the credentials of the principal',
  'aws:CurrentTime': 'when the request was made',
  'aws:EpochTime': 'when the request was made, in seconds since 1970',
  'aws:MultiFactorAuthAge': 'how many seconds ago the principal signed in with MFA; missing where it did not',
  'aws:MultiFactorAuthPresent':
    'whether the temporary credentials of the request were obtained with MFA; missing where the credentials are long-term ones',
  'aws:PrincipalAccount': 'the account of the principal that makes the request',
  'aws:PrincipalArn': 'the ARN of the principal that makes the request: for an assumed role that of the role',
  'aws:PrincipalOrgID': 'the organisation of the principal; missing where its account is in none',
  'aws:PrincipalOrgPaths': 'where the account of the principal stands in its organisation, from the root down',
  'aws:PrincipalTag': 'the tag with this name on the principal that makes the request',
  'aws:PrincipalType': 'what sort of principal makes the request',
  'aws:referer': 'the page from which a browser made the request, as it says itself: anyone may claim another',
  'aws:RequestedRegion': 'the region that the request goes to',
  'aws:RequestTag': 'the tag with this name that the request gives a resource',
  'aws:ResourceTag': 'the tag with this name on the resource that the request is about',
  'aws:SecureTransport': 'whether the request was sent over TLS',
  'aws:SourceAccount': 'the account of the resource for which a service makes the request',
  'aws:SourceArn': 'the ARN of the resource for which a service makes the request',
  'aws:SourceIp': 'the IP address that the request comes from; missing where it comes through a VPC endpoint',
  'aws:SourceVpc': 'the VPC that the request comes from; missing where it does not come through a VPC endpoint',
  'aws:SourceVpce': 'the VPC endpoint that the request comes through; missing where it comes through none',
  'aws:TagKeys': 'the names of the tags in the request',
  'aws:TokenIssueTime':
    'when the temporary credentials of the request were issued; missing where they are long-term ones',
  'aws:UserAgent': 'the client that makes the request, as it says itself: anyone may claim another',
  'aws:userid': 'the id of the principal that makes the request',
  'aws:username': 'the name of the IAM user that makes the request; missing for roles and the root user',
  'aws:ViaAWSService': 'whether a service makes the request with the credentials of the principal',
  'aws:VpcSourceIp': 'the IP address in a VPC that the request comes from, through a VPC endpoint',
};

/** What a global condition key tells, by its name in AWS's own spelling; `undefined` where its page is not known. */
export function meaningOfGlobalKey(name: string): string | undefined {
  return meanings[name.replace(/\/.*$/, '')];
}
