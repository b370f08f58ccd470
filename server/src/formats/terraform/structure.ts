import { child, type Pair, type SyntaxNode, scalarText } from '../../syntax/node';

/** The key under which Terraform JSON keeps comments, and generators their metadata. */
export const commentKey = '//';

/** The bodies of a block, which JSON may write as an object or as a list of objects. */
export function bodiesOf(node: SyntaxNode | undefined): SyntaxNode[] {
  if (!node) return [];
  return node.kind === 'list' ? node.items.flatMap((item) => bodiesOf(item)) : [node];
}

/** The labelled members of a section: every pair of every body, comments left out. */
export function membersOf(node: SyntaxNode | undefined): Pair[] {
  return bodiesOf(node).flatMap((body) =>
    body.kind === 'map' ? body.pairs.filter((pair) => pair.key.text !== commentKey) : [],
  );
}

/** A block with its labels: `resource.aws_s3_bucket.logs` has the type `aws_s3_bucket` and the name `logs`. */
export interface Block {
  readonly type: string;
  readonly name: string;
  /** The key that says the type, where no other block stands below it. */
  readonly typeKey?: SyntaxNode;
  /** The pair whose key is the name. */
  readonly pair: Pair;
  readonly body: SyntaxNode;
}

/** The blocks of a section with two labels (`resource`, `data`). */
export function twoLabelBlocks(root: SyntaxNode, section: string): Block[] {
  return membersOf(child(root, section)).flatMap(({ key, value }) => {
    const named = membersOf(value);
    const ownType = named.length === 1 ? { typeKey: key } : {};
    return named.flatMap((pair) =>
      bodiesOf(pair.value).map((body) => ({ type: key.text, name: pair.key.text, ...ownType, pair, body })),
    );
  });
}

/** Whether a tree is a Terraform configuration that holds AWS resources, whatever its file is called. */
export function isConfiguration(root: SyntaxNode): boolean {
  return membersOf(child(root, 'resource')).some((pair) => pair.key.text.startsWith('aws_'));
}

/** The resources that a plan leaves behind, or that a state tells of: the root module of them. */
export function plannedModule(root: SyntaxNode | undefined): SyntaxNode | undefined {
  return child(child(root, 'planned_values') ?? child(root, 'values'), 'root_module');
}

/** Whether a tree is what `terraform show -json` prints of a plan or a state. */
export function isPlan(root: SyntaxNode): boolean {
  const isTold = child(root, 'planned_values') !== undefined || scalarText(child(root, 'format_version')) !== undefined;
  return isTold && plannedModule(root)?.kind === 'map';
}

/** Whether a configuration was made by the CDK for Terraform or its successor: its `//` holds metadata, not text. */
export function isGenerated(root: SyntaxNode): boolean {
  const metadata = child(child(root, commentKey), 'metadata');
  return metadata?.kind === 'map' || child(root, commentKey)?.kind === 'map';
}
