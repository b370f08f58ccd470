import type { Words } from '../../model/rule';

const inWords: Omit<Words, 'sources'> = {
  title: 'The access log of the stage {name} is not in JSON.',
  why: 'CloudWatch Logs finds the fields of JSON by itself. Of any other format they have to be parsed in each query, which is what nobody has time for after an incident.',
  advice: 'Write the same fields as an object.',
  sameAs: { cdkNag: ['Serverless-APIGWStructuredLogging'] },
};
const discovery =
  'https://docs.aws.amazon.com/AmazonCloudWatch/latest/logs/CWL_AnalyzeLogData-discoverable-fields.html';

export const words: Readonly<Record<string, Words>> = {
  'api-gateway-access-log-json': {
    ...inWords,
    sources: ['https://docs.aws.amazon.com/apigateway/latest/developerguide/set-up-logging.html', discovery],
  },
  'api-gateway-v2-access-log-json': {
    ...inWords,
    sources: [
      'https://docs.aws.amazon.com/apigateway/latest/developerguide/http-api-logging-variables.html',
      discovery,
    ],
  },
};
