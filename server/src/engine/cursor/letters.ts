/** What stands for a word that is being typed. */
export const placeholder = 'dp-placeholder';

/** Letters of names, ARNs and patterns, with the holes that formats fill in. */
const letters = '(?:\\$\\{[^{}"\\n]*\\}|[\\w*?:./@$+-])*';
/** The word that a text ends in, and the one that it begins with. */
export const before = new RegExp(`${letters}$`);
export const after = new RegExp(`^${letters}`);
