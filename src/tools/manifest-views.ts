import {
  COMMANDS,
  type CommandName,
  commandId,
  VIEW_COMMANDS,
  type ViewCommandName,
} from '../protocol/commands.ts';

/** The parts of the manifest's `contributes` that the view of findings consists of. Texts are keys. */
export function viewSections(): Readonly<Record<string, unknown>> {
  return {
    viewsContainers: {
      activitybar: [{ id: CONTAINER, title: PRODUCT, icon: 'media/view.svg' }],
    },
    views: {
      // Of the same name as its container, which VS Code then writes once: both do not fit above a side bar.
      [CONTAINER]: [{ id: VIEW, name: PRODUCT, icon: 'media/view.svg', contextualTitle: PRODUCT }],
    },
    viewsWelcome: [
      { view: VIEW, contents: '%welcome.empty%', when: 'workbenchState == empty' },
      {
        view: VIEW,
        contents: '%welcome.unscanned%',
        when: 'workbenchState != empty && !vendorDiligence.scanned && !vendorDiligence.filtered && !vendorDiligence.change',
      },
      {
        view: VIEW,
        contents: '%welcome.change%',
        when: 'workbenchState != empty && vendorDiligence.change && !vendorDiligence.filtered',
      },
      {
        view: VIEW,
        contents: '%welcome.clean%',
        when: 'workbenchState != empty && vendorDiligence.scanned && !vendorDiligence.filtered && !vendorDiligence.change',
      },
    ],
    submenus: [{ id: GROUP_BY, label: '%view.groupBy%', icon: '$(list-tree)' }],
    menus: {
      commandPalette: [
        ...entriesOf(COMMANDS).flatMap(([name, { when }]) =>
          when === undefined ? [] : [{ command: commandId(name), when }],
        ),
        ...Object.keys(VIEW_COMMANDS).map(name => ({
          // The keys of the table are the names.
          command: commandId(name as ViewCommandName),
          when: 'false',
        })),
      ],
      'editor/title': [
        {
          command: commandId('previewRuleset'),
          when: 'editorLangId == vendor-diligence-ruleset',
          group: 'navigation',
        },
      ],
      'view/title': [
        inTitle('showAll', 'navigation@0'),
        inTitle('scanWorkspace', 'navigation@1'),
        inTitle('scanChanges', '1_scan@1'),
        inTitle('scanStaged', '1_scan@2'),
        inTitle('clearFilter', 'navigation@2'),
        inTitle('filterFindings', 'navigation@3'),
        { submenu: GROUP_BY, when: `view == ${VIEW}`, group: 'navigation@4' },
        inTitle('showReport', '2_report@1'),
        inTitle('exportReport', '2_report@2'),
        inTitle('showDossier', '3_read@1'),
      ],
      [GROUP_BY]: (['vendor', 'file', 'concern', 'severity'] as const).map((by, index) => ({
        command: commandId(GROUP_COMMANDS[by]),
        group: `1_by@${index + 1}`,
      })),
      'view/item/context': [
        onFinding('fixFinding', 'inline@1'),
        onFinding('ignoreFinding', 'inline@2'),
        onFinding('fixFinding', '1_settle@1'),
        onFinding('ignoreFinding', '1_settle@2'),
        onFinding('showFindingDossier', '2_read@1', 'viewItem == finding.vendor'),
        onFinding('copyFinding', '3_copy@1'),
      ],
    },
  };
}

/** The commands of palette and view as the manifest lists them; the grouping in force cannot be chosen again. */
export function commandSections(category: string): Record<string, unknown>[] {
  const grouping = new Map<string, string>(Object.entries(GROUP_COMMANDS).map(([by, name]) => [name, by]));
  return entriesOf({ ...COMMANDS, ...VIEW_COMMANDS }).map(([name, { icon }]) => {
    const by = grouping.get(name);
    return {
      command: commandId(name),
      title: `%command.${name}%`,
      category,
      ...(icon === undefined ? {} : { icon: `$(${icon})` }),
      ...(by === undefined ? {} : { enablement: `vendorDiligence.groupBy != ${by}` }),
    };
  });
}

/** The English texts of these sections. */
export function viewTexts(): [key: string, text: string][] {
  return [
    ...entriesOf({ ...COMMANDS, ...VIEW_COMMANDS }).map(([name, { title }]): [string, string] => [
      `command.${name}`,
      title,
    ]),
    ['view.groupBy', 'Group Findings'],
    [
      'welcome.empty',
      'Open a folder to look for flagged vendors in its infrastructure code and package manifests.\n[Open Folder](command:workbench.action.files.openFolder)',
    ],
    [
      'welcome.unscanned',
      'Files are checked as you open them. Scan the workspace to see what all of them refer to.\n[Scan Workspace](command:vendorDiligence.scanWorkspace)',
    ],
    ['welcome.change', 'The change adds no findings.\n[Show All Findings](command:vendorDiligence.showAll)'],
    [
      'welcome.clean',
      'No findings: no file of the workspace refers to a vendor or region that your rulesets flag.\n[Scan Again](command:vendorDiligence.scanWorkspace)',
    ],
  ];
}

const PRODUCT = 'Vendor Diligence';
const CONTAINER = 'vendorDiligence';
const VIEW = 'vendorDiligence.findings';
const GROUP_BY = 'vendorDiligence.groupBy';

const GROUP_COMMANDS = {
  vendor: 'groupByVendor',
  file: 'groupByFile',
  concern: 'groupByConcern',
  severity: 'groupBySeverity',
} as const satisfies Readonly<Record<string, ViewCommandName>>;

type AnyCommand = { readonly title: string; readonly icon?: string; readonly when?: string };

/** The entries of a table; its keys are the names. */
function entriesOf<Name extends CommandName | ViewCommandName>(
  table: Readonly<Record<Name, AnyCommand>>,
): [Name, AnyCommand][] {
  return Object.entries<AnyCommand>(table) as [Name, AnyCommand][];
}

function inTitle(name: CommandName, group: string) {
  const when = (COMMANDS[name] as AnyCommand).when;
  return {
    command: commandId(name),
    when: when === undefined ? `view == ${VIEW}` : `view == ${VIEW} && ${when}`,
    group,
  };
}

function onFinding(name: ViewCommandName, group: string, item = 'viewItem =~ /^finding/') {
  return { command: commandId(name), when: `view == ${VIEW} && ${item}`, group };
}
