/** What is measured, and what to reach: first, and later. */
const AIMS = {
  fewHits: { what: '60,000 files with few hits, × ripgrep on the same file names', first: 3, later: 1.5 },
  fewHitsWhole: { what: '… × ripgrep on the whole tree', first: 1.2, later: 0.6 },
  manyHits: { what: 'every third claimed file has a hit, × ripgrep', first: 6, later: 3 },
  astGrep: { what: 'times faster than ast-grep', first: 3, later: 8, more: true },
  startUp: { what: '500 files, × node -e 0', first: 10, later: 4 },
  memory: { what: 'peak memory on the large trees, MB', first: 400, later: 250 },
  terraform: { what: 'edit to diagnostics, 5,000-line .tf, p95 ms', first: 100, later: 40 },
  yaml: { what: 'edit to diagnostics, 10,000-line YAML, p95 ms', first: 150, later: 60 },
  lockfile: { what: 'edit to diagnostics, 5 MB lockfile, × JSON.parse', first: 10, later: 3 },
  tenfoldTerraform: { what: 'ten times the .tf costs, ×', first: 15, later: 11 },
  tenfoldYaml: { what: 'ten times the YAML costs, ×', first: 15, later: 11 },
  tenfoldTree: { what: 'ten times the tree costs, ×', first: 15, later: 11 },
  vsix: { what: '.vsix, MB', first: 4, later: 2 },
} as const satisfies Readonly<Record<string, Aim>>;

interface Aim {
  readonly what: string;
  readonly first: number;
  readonly later: number;
  /** More is better. */
  readonly more?: true;
}

export type AimId = keyof typeof AIMS;

/** Collects figures and shows them beside what is to be reached. Nothing fails. */
export class Score {
  private readonly figures = new Map<AimId, number>();

  note(id: AimId, figure: number): void {
    this.figures.set(id, figure);
  }

  /** A line for each figure that was noted. */
  table(): string {
    const head = line('', 'measured', 'first', 'later', '');
    const rows = Object.entries<Aim>(AIMS).flatMap(([id, aim]) => {
      const figure = isAim(id) ? this.figures.get(id) : undefined;
      return figure === undefined ? [] : [row(aim, figure)];
    });
    return [head, ...rows].join('');
  }
}

function isAim(id: string): id is AimId {
  return Object.hasOwn(AIMS, id);
}

function row({ what, first, later, more }: Aim, figure: number): string {
  const reaches = (aim: number): boolean => (more ? figure >= aim : figure <= aim);
  const verdict = reaches(later) ? 'both' : reaches(first) ? 'first' : 'neither';
  const sign = more ? '≥' : '≤';
  return line(what, figure.toFixed(figure < 20 ? 2 : 0), `${sign} ${first}`, `${sign} ${later}`, verdict);
}

function line(what: string, measured: string, first: string, later: string, verdict: string): string {
  return `  ${what.padEnd(66)} ${measured.padStart(9)} ${first.padStart(7)} ${later.padStart(7)}  ${verdict}\n`;
}
