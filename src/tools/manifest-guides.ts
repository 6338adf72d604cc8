import { ASSISTANT_TOOLS } from '../protocol/assistant.ts';

/** The parts of the manifest's `contributes` that lead people, and assistants, to what there is. Texts are keys. */
export function guideSections(): Readonly<Record<string, unknown>> {
  return {
    walkthroughs: [
      {
        id: 'start',
        title: '%walkthrough.title%',
        description: '%walkthrough.description%',
        icon: 'media/icon.png',
        steps: STEPS.map(({ id, events = [] }) => ({
          id,
          title: `%walkthrough.${id}.title%`,
          description: `%walkthrough.${id}.text%`,
          media: { svg: `media/walkthrough/${id}.svg`, altText: `%walkthrough.${id}.picture%` },
          ...(events.length > 0 ? { completionEvents: events } : {}),
        })),
      },
    ],
    languageModelTools: Object.values(ASSISTANT_TOOLS).map(tool => ({
      name: tool.name,
      toolReferenceName: tool.reference,
      displayName: `%tool.${tool.reference}%`,
      modelDescription: tool.description,
      userDescription: `%tool.${tool.reference}.description%`,
      canBeReferencedInPrompt: true,
      icon: '$(shield)',
      inputSchema: {
        type: 'object',
        properties: { [tool.input]: { type: 'string', description: tool.inputDescription } },
        ...(tool.input === 'subject' ? { required: [tool.input] } : {}),
      },
    })),
  };
}

/** The English texts of these sections. */
export function guideTexts(): [key: string, text: string][] {
  return [
    ['walkthrough.title', 'Get Started with Vendor Diligence'],
    [
      'walkthrough.description',
      'Which cloud vendors your infrastructure depends on, and why that can matter.',
    ],
    ...STEPS.flatMap(({ id, title, text, picture }): [string, string][] => [
      [`walkthrough.${id}.title`, title],
      [`walkthrough.${id}.text`, text],
      [`walkthrough.${id}.picture`, picture],
    ]),
    ['tool.vendorScan', ASSISTANT_TOOLS.scan.title],
    ['tool.vendorScan.description', 'Lists references to flagged vendors and regions in the workspace.'],
    ['tool.vendorExplain', ASSISTANT_TOOLS.explain.title],
    ['tool.vendorExplain.description', 'Says why something is flagged, with dated and cited evidence.'],
  ];
}

interface Step {
  readonly id: string;
  readonly title: string;
  /** Markdown with commands as buttons. */
  readonly text: string;
  /** What the picture shows, for people who do not see it. */
  readonly picture: string;
  /** What ticks the step off, besides the buttons of its text. */
  readonly events?: readonly string[];
}

const STEPS: readonly Step[] = [
  {
    id: 'find',
    title: 'See what is flagged',
    text: 'Open a Terraform file, a Dockerfile, a manifest of packages: references to flagged vendors and regions are underlined as you type. A scan reads all files of the workspace.\n[Scan Workspace](command:vendorDiligence.scanWorkspace)\nThe view of findings has them by vendor, file, concern or severity.\n[Show Findings](command:vendorDiligence.findings.focus)',
    picture: 'A line of code with an underlined reference, and the view of findings beside it.',
    events: ['onView:vendorDiligence.findings', 'onCommand:vendorDiligence.scanWorkspace'],
  },
  {
    id: 'why',
    title: 'Read why',
    text: 'Rest the mouse on an underlined reference: who the vendor is and whose law it answers to, which act concerns it, whom that act binds, and since when. Every statement has its source.\n[Open a Vendor’s Dossier](command:vendorDiligence.showDossier)',
    picture: 'A hover over a reference, with the vendor, an act and its date.',
    events: ['onCommand:vendorDiligence.showDossier'],
  },
  {
    id: 'fix',
    title: 'Switch, or say why not',
    text: 'The light bulb offers the switch to what your organisation approves. A fix is tried in memory first: one that does not do what it promises is not offered. What must stay gets an exception with a reason, a name and a day on which it ends.',
    picture: 'The light bulb’s menu with a switch to an approved provider.',
  },
  {
    id: 'policy',
    title: 'Set your policy',
    text: 'A file .vendor-diligence.jsonc says what you flag, approve and except; the editor completes and checks it. Say in the settings who you are: an act that binds you makes a finding an error.\n[Open Settings](command:workbench.action.openSettings?%22vendorDiligence%22)',
    picture: 'A ruleset file with approved vendors and an exception that expires.',
    events: ['onSettingChanged:vendorDiligence.audience'],
  },
  {
    id: 'changes',
    title: 'Review what a change brings in',
    text: 'Compare with the branch that your change will go to: only what is new is shown, in terms of vendors and jurisdictions.\n[Scan Changes Against Branch…](command:vendorDiligence.scanChanges)\nA report has charts by vendor, jurisdiction and kind of reference.\n[Show Report](command:vendorDiligence.showReport)',
    picture: 'The view of findings of a change: it adds one vendor and one jurisdiction.',
    events: ['onCommand:vendorDiligence.scanChanges', 'onCommand:vendorDiligence.showReport'],
  },
];
