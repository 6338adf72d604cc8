import {
  commands,
  type Disposable,
  EventEmitter,
  l10n,
  type Memento,
  type TreeDataProvider,
  type TreeItem,
  type TreeView,
  window,
} from 'vscode';
import { FINDING_GROUPS, FINDING_PAGE, GROUPINGS, type Grouping } from '../protocol/findings.ts';
import type { Status } from '../protocol/requests.ts';
import { type FindingNode, type GroupNode, type MoreNode, treeItem } from './finding-nodes.ts';
import { findingsPhrase } from './sentences.ts';
import type { Session } from './session.ts';

/** The view's id in the manifest. */
const VIEW = 'vendorDiligence.findings';

/** How many entries a list shows before somebody asks for more. */
const PAGE = 200;

/** Milliseconds within which changes are shown together: a scan publishes file after file. */
const PAUSE = 150;

type FindingSource = Pick<Session, 'ask' | 'onDidChangeStatus'>;

/** The view of findings. What it lists is asked of the server, and only as far as somebody unfolds it. */
export class FindingsView implements TreeDataProvider<FindingNode>, Disposable {
  private readonly session: FindingSource;
  private readonly memory: Memento;
  private readonly changes = new EventEmitter<FindingNode | undefined>();
  private readonly view: TreeView<FindingNode>;
  private readonly listener: Disposable;
  private readonly limits = new Map<string, number>();
  private by: Grouping;
  private filter = '';
  private matching: number | undefined;
  private status: Status | undefined;
  private isStale = false;
  private timer: ReturnType<typeof setTimeout> | undefined;
  readonly onDidChangeTreeData = this.changes.event;

  /** @param memory where the grouping is remembered */
  constructor(session: FindingSource, memory: Memento) {
    this.session = session;
    this.memory = memory;
    const remembered = memory.get<string>('groupBy');
    this.by = GROUPINGS.find(grouping => grouping === remembered) ?? 'vendor';
    this.view = window.createTreeView<FindingNode>(VIEW, { treeDataProvider: this, showCollapseAll: true });
    this.view.onDidChangeVisibility(({ visible }) => {
      if (visible && this.isStale) this.refresh();
    });
    this.listener = session.onDidChangeStatus(status => this.show(status));
    this.tellContext();
  }

  async groupBy(by: Grouping): Promise<void> {
    this.by = by;
    await this.memory.update('groupBy', by);
    this.restart();
  }

  /** Asks for words that findings must have; what is shown follows while they are typed. */
  async askFilter(): Promise<void> {
    const before = this.filter;
    const input = window.createInputBox();
    input.title = l10n.t('Filter Findings');
    input.placeholder = l10n.t('Words of the vendor, file, rule, value or message');
    input.value = before;
    const accepted = await new Promise<boolean>(resolve => {
      input.onDidChangeValue(value => this.setFilter(value));
      input.onDidAccept(() => resolve(true));
      input.onDidHide(() => resolve(false));
      input.show();
    });
    if (!accepted) this.setFilter(before);
    input.dispose();
  }

  setFilter(filter: string): void {
    if (filter.trim() === this.filter) return;
    this.filter = filter.trim();
    this.restart();
  }

  /** Shows the next page of a list. */
  showMore({ parent }: MoreNode): void {
    const id = parent?.group.id ?? '';
    this.limits.set(id, this.limitOf(id) + PAGE);
    this.changes.fire(parent);
  }

  getTreeItem(node: FindingNode): TreeItem {
    return treeItem(node);
  }

  getParent(node: FindingNode): FindingNode | undefined {
    return node.node === 'group' ? undefined : node.parent;
  }

  async getChildren(node?: FindingNode): Promise<FindingNode[]> {
    try {
      if (node === undefined) return await this.groups();
      return node.node === 'group' ? await this.findings(node) : [];
    } catch (error) {
      this.view.message = error instanceof Error ? error.message : String(error);
      return [];
    }
  }

  dispose(): void {
    clearTimeout(this.timer);
    this.listener.dispose();
    this.view.dispose();
    this.changes.dispose();
  }

  /** What the server says is shown now. */
  private show(status: Status | undefined): void {
    const { status: before } = this;
    this.status = status;
    this.describe();
    if (before && status?.revision === before.revision && status.isScanned === before.isScanned) return;
    void commands.executeCommand('setContext', 'vendorDiligence.scanned', status?.isScanned ?? false);
    void commands.executeCommand('setContext', 'vendorDiligence.change', status?.change !== undefined);
    clearTimeout(this.timer);
    this.timer = setTimeout(() => this.refresh(), PAUSE);
  }

  private async groups(): Promise<FindingNode[]> {
    const { by, filter } = this;
    const { groups, more, matching } = await this.session.ask(FINDING_GROUPS, {
      by,
      filter,
      limit: this.limitOf(''),
    });
    this.matching = matching;
    this.describe();
    return [
      ...groups.map(group => ({ node: 'group', by, group }) as const),
      ...(more > 0 ? [{ node: 'more', parent: undefined, count: more } as const] : []),
    ];
  }

  private async findings(parent: GroupNode): Promise<FindingNode[]> {
    const { by, group } = parent;
    const limit = this.limitOf(group.id);
    const query = { by, filter: this.filter, group: group.id, limit };
    const { findings, more } = await this.session.ask(FINDING_PAGE, query);
    return [
      ...findings.map(finding => ({ node: 'finding', parent, finding }) as const),
      ...(more > 0 ? [{ node: 'more', parent, count: more } as const] : []),
    ];
  }

  private limitOf(id: string): number {
    return this.limits.get(id) ?? PAGE;
  }

  private restart(): void {
    this.limits.clear();
    this.tellContext();
    this.refresh();
  }

  /** A view that nobody sees asks for nothing. */
  private refresh(): void {
    this.isStale = !this.view.visible;
    this.changes.fire(undefined);
  }

  private tellContext(): void {
    void commands.executeCommand('setContext', 'vendorDiligence.groupBy', this.by);
    void commands.executeCommand('setContext', 'vendorDiligence.filtered', this.filter !== '');
  }

  private describe(): void {
    const { view, status, filter, matching } = this;
    if (!status) return;
    const { error, warning } = status.findings;
    const phrase = findingsPhrase(status.findings, l10n.t);
    view.badge = error + warning > 0 ? { value: error + warning, tooltip: phrase } : undefined;
    view.description = filter === '' ? '' : l10n.t('filter: {0}', filter);
    const sentences = [
      ...(status.change === undefined ? [] : [`${status.change}.`]),
      ...(status.rulesetProblems.length > 0
        ? [
            l10n.t('A ruleset is not valid; the last valid one is in force.'),
            ...status.rulesetProblems.slice(0, 1),
          ]
        : []),
      ...(filter !== '' && matching === 0 ? [l10n.t('No finding has these words: {0}', filter)] : []),
    ];
    view.message = sentences.join(' ');
  }
}
