import type { Form } from '../../tools/examples';

/** The same document as other authors would have written it, by what is different. */
export function variations(text: string, form: Form): Map<string, string> {
  const found = new Map<string, string>([
    ['as it is', text],
    ['CRLF line ends', text.replace(/\n/g, '\r\n')],
    ['four spaces', text.replace(/^ +/gm, (indent) => indent.repeat(2)).replace(/^( *)- /gm, '$1-   ')],
    ['no line break at the end', text.trimEnd()],
  ]);
  if (form === 'CloudFormation YAML') {
    found.set('comments on every line', text.replace(/(?<=\S)$/gm, ' # kept for later'));
    found.set('text beyond ASCII before', `# Größe 😀 数据\n${text}`);
    return found;
  }
  found.set(
    'tabs',
    text.replace(/^( {2})+/gm, (indent) => '\t'.repeat(indent.length / 2)),
  );
  found.set('one line', JSON.stringify(JSON.parse(text)));
  const key = form === 'CloudFormation JSON' ? 'Description' : '//';
  found.set('text beyond ASCII before', text.replace('{\n', `{\n  "${key}": "Größe 😀 数据",\n`));
  return found;
}
