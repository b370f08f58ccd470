import { noCredentials } from './credentials';
import { emailInNames } from './personalData';
import { credentialsInUrl } from './urls';

export const rules = [credentialsInUrl, emailInNames, noCredentials];
