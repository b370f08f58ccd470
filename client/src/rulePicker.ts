import { env, type QuickPickItem, Uri, window } from 'vscode';
import type { BaseLanguageClient } from 'vscode-languageclient';
import { type RulesResult, rulesMethod } from '../../server/src/lsp/protocol';

interface Item extends QuickPickItem {
  /** What the item is called here and in other tools. */
  readonly ids: readonly string[];
  readonly open: () => unknown;
}

/**
 * Has the user choose a rule by its id, by words, or by the id that another tool has for it, and shows its page. A
 * check that needs no rule has no page of ours: it leads to AWS's.
 */
export async function pickRule(client: BaseLanguageClient, showPage: (rule: string) => unknown): Promise<void> {
  const items = itemsOf(await client.sendRequest<RulesResult>(rulesMethod), showPage);
  const pick = window.createQuickPick<Item>();
  pick.placeholder = "An id, also of another tool's check, or words";
  pick.items = items;
  pick.onDidChangeValue((value) => {
    pick.items = found(items, value);
  });
  pick.onDidAccept(() => {
    const [chosen] = pick.selectedItems;
    pick.hide();
    chosen?.open();
  });
  pick.onDidHide(() => pick.dispose());
  pick.show();
}

function itemsOf({ rules, settled }: RulesResult, showPage: (rule: string) => unknown): Item[] {
  // VS Code would look for the characters of an id anywhere in the ids of others, so it is told to leave all there.
  const alwaysShow = true;
  return [
    ...rules.map(({ id, title, sameAs }) => ({
      label: id,
      description: sameAs.join(' '),
      detail: title,
      ids: [id, ...sameAs],
      open: () => showPage(id),
      alwaysShow,
    })),
    ...settled.map(({ reason, sameAs, page }) => ({
      label: 'Needs no rule',
      description: sameAs.join(' '),
      detail: reason,
      ids: sameAs,
      open: () => env.openExternal(Uri.parse(page)),
      alwaysShow,
    })),
  ];
}

/** The items that hold every word of a search, with those first that have one of the words for an id. */
function found(items: readonly Item[], search: string): Item[] {
  const words = search.toLowerCase().split(/\s+/).filter(Boolean);
  const holding = items.filter(({ ids, detail = '' }) => {
    const text = [...ids, detail].join(' ').toLowerCase();
    return words.every((word) => text.includes(word));
  });
  const isExact = ({ ids }: Item) => ids.some((id) => words.includes(id.toLowerCase()));
  return [...holding.filter(isExact), ...holding.filter((item) => !isExact(item))];
}
