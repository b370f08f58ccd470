import type { Words } from '../../model/rule';

const createNotebook = 'https://docs.aws.amazon.com/sagemaker/latest/APIReference/API_CreateNotebookInstance.html';

export const words: Readonly<Record<string, Words>> = {
  'sagemaker-model-isolation': {
    title: 'The container of the model {name} can reach the network.',
    why: 'Containers can reach the internet by default: code in one, also code that came with a library, can send the data that it sees elsewhere.',
    advice: 'Isolate the container where it needs nothing but its model and its requests; otherwise run it in a VPC.',
    sources: [
      'https://docs.aws.amazon.com/sagemaker/latest/dg/mkt-algo-model-internet-free.html',
      'https://docs.aws.amazon.com/config/latest/developerguide/sagemaker-model-isolation-enabled.html',
    ],
    sameAs: { checkov: ['CKV_AWS_370'] },
  },
  'sagemaker-notebook-root': {
    title: 'Users of the notebook {name} have root access.',
    why: 'They can read and change all files of the instance, and whatever code they run can as well. Lifecycle configurations run as root in any case.',
    advice: 'Switch it off, and install what is needed with a lifecycle configuration.',
    sources: ['https://docs.aws.amazon.com/sagemaker/latest/dg/nbi-root-access.html'],
    sameAs: { checkov: ['CKV_AWS_307'] },
  },
  'sagemaker-notebook-vpc': {
    title: 'The notebook {name} does not stand in a VPC of yours.',
    why: 'Its traffic takes the network of SageMaker, where no security group, flow log or endpoint policy of yours sees it.',
    advice: 'Name a private subnet.',
    sources: [
      'https://docs.aws.amazon.com/config/latest/developerguide/sagemaker-notebook-instance-inside-vpc.html',
      createNotebook,
    ],
    sameAs: { checkov: ['CKV_AWS_306'], cdkNag: ['AwsSolutions-SM1'] },
  },
  'sagemaker-notebook-internet': {
    title: 'The notebook {name} reaches the internet past your VPC.',
    why: 'SageMaker gives it a way of its own unless that is switched off: what runs in it can fetch anything and send data anywhere, and no firewall of yours is in between.',
    advice: 'Switch it off, and let the VPC say what can be reached: a NAT gateway, or endpoints for SageMaker.',
    sources: [createNotebook],
    sameAs: {
      checkov: ['CKV_AWS_122'],
      cdkNag: [
        'AwsSolutions-SM3',
        'HIPAA.Security-SageMakerNotebookNoDirectInternetAccess',
        'NIST.800.53.R4-SageMakerNotebookNoDirectInternetAccess',
        'NIST.800.53.R5-SageMakerNotebookNoDirectInternetAccess',
        'PCI.DSS.321-SageMakerNotebookNoDirectInternetAccess',
      ],
      guard: ['SAGEMAKER_NOTEBOOK_NO_DIRECT_INTERNET_ACCESS'],
    },
  },
};
