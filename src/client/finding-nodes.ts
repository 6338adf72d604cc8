import { l10n, Range, ThemeColor, ThemeIcon, TreeItem, TreeItemCollapsibleState, Uri } from 'vscode';
import { commandId, SHOW_MORE } from '../protocol/commands.ts';
import type { FindingGroup, Grouping, ListedFinding } from '../protocol/findings.ts';

type Severity = ListedFinding['severity'];

/** What the view of findings consists of. */
export type FindingNode = GroupNode | LeafNode | MoreNode;

export interface GroupNode {
  readonly node: 'group';
  readonly by: Grouping;
  readonly group: FindingGroup;
}

export interface LeafNode {
  readonly node: 'finding';
  readonly parent: GroupNode;
  readonly finding: ListedFinding;
}

/** Stands for what is beyond the limit; `parent` is absent for groups. */
export interface MoreNode {
  readonly node: 'more';
  readonly parent: GroupNode | undefined;
  readonly count: number;
}

/** Shows a node. All texts come from the server but those about the list itself. */
export function treeItem(node: FindingNode): TreeItem {
  switch (node.node) {
    case 'group':
      return groupItem(node);
    case 'finding':
      return findingItem(node);
    case 'more':
      return moreItem(node);
  }
}

function groupItem({ by, group }: GroupNode): TreeItem {
  const { id, label, detail, count, severity, uri } = group;
  const item = new TreeItem(label, TreeItemCollapsibleState.Collapsed);
  item.id = `${by}:${id}`;
  item.description = detail === '' ? `${count}` : `${count} · ${detail}`;
  item.iconPath = uri === undefined ? GROUP_ICONS[by](severity) : ThemeIcon.File;
  if (uri !== undefined) item.resourceUri = Uri.parse(uri, true);
  const said = count === 1 ? l10n.t('{0}, 1 finding', label) : l10n.t('{0}, {1} findings', label, count);
  item.tooltip = said;
  item.accessibilityInformation = { label: detail === '' ? said : `${said}, ${detail}` };
  item.contextValue = 'group';
  return item;
}

const GROUP_ICONS: Readonly<Record<Grouping, (severity: Severity) => ThemeIcon>> = {
  vendor: () => new ThemeIcon('organization'),
  file: () => ThemeIcon.File,
  concern: () => new ThemeIcon('law'),
  severity: severity => severityIcon(severity),
};

function findingItem({ finding, parent }: LeafNode): TreeItem {
  const { id, uri, start, end, label, detail, severity, severityWords, message, vendor } = finding;
  const item = new TreeItem(label);
  // The same finding can be in several groups.
  item.id = `${parent.by}:${parent.group.id}:${uri}:${id}`;
  item.description = detail;
  item.tooltip = message;
  item.iconPath = severityIcon(severity);
  item.accessibilityInformation = { label: `${severityWords}: ${label}, ${detail}` };
  item.contextValue = vendor === undefined ? 'finding' : 'finding.vendor';
  const selection = new Range(start.line, start.character, end.line, end.character);
  item.command = {
    command: 'vscode.open',
    title: l10n.t('Open'),
    arguments: [Uri.parse(uri, true), { selection, preserveFocus: true }],
  };
  return item;
}

function moreItem(node: MoreNode): TreeItem {
  const item = new TreeItem(l10n.t('Show more ({0} left)', node.count));
  item.id = `more:${node.parent ? `${node.parent.by}:${node.parent.group.id}` : ''}`;
  item.iconPath = new ThemeIcon('ellipsis');
  item.command = { command: commandId(SHOW_MORE), title: l10n.t('Show more'), arguments: [node] };
  item.contextValue = 'more';
  return item;
}

/** The icons and colours of the Problems view. */
function severityIcon(severity: Severity): ThemeIcon {
  const [icon, color] = SEVERITY_ICONS[severity];
  return new ThemeIcon(icon, new ThemeColor(color));
}

const SEVERITY_ICONS: Readonly<Record<Severity, readonly [icon: string, color: string]>> = {
  error: ['error', 'problemsErrorIcon.foreground'],
  warning: ['warning', 'problemsWarningIcon.foreground'],
  information: ['info', 'problemsInfoIcon.foreground'],
  hint: ['lightbulb', 'descriptionForeground'],
};
