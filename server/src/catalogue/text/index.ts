import { noCredentials } from './credentials';
import { emailInNames } from './personalData';
import { secretInUrl } from './secretUrls';
import { credentialsInUrl } from './urls';

export const rules = [credentialsInUrl, emailInNames, noCredentials, secretInUrl];
