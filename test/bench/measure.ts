import { spawnSync } from 'node:child_process';

/** One command as a whole process. */
export interface Command {
  readonly name: string;
  readonly program: string;
  readonly arguments: readonly string[];
  readonly folder?: string;
}

export interface Measurement {
  readonly name: string;
  /** Milliseconds of wall time, the median. */
  readonly wall: number;
  /** Milliseconds of processor time of all its threads, the median; undefined where `/usr/bin/time` is not there. */
  readonly cpu: number | undefined;
  /** Bytes of peak memory, the median; undefined where `/usr/bin/time` is not there. */
  readonly memory: number | undefined;
}

/** Runs the commands in turn, A B A B …, after one uncounted round, so that a drifting machine hits all alike. */
export function measureInTurn(commands: readonly Command[], rounds: number): Measurement[] {
  const walls = commands.map((): number[] => []);
  const cpus = commands.map((): number[] => []);
  const memories = commands.map((): number[] => []);
  for (let round = 0; round <= rounds; round++) {
    for (const [index, command] of commands.entries()) {
      const { wall, cpu, memory } = runOnce(command);
      if (round === 0) continue;
      walls[index]?.push(wall);
      if (cpu !== undefined) cpus[index]?.push(cpu);
      if (memory !== undefined) memories[index]?.push(memory);
    }
  }
  return commands.map(({ name }, index) => ({
    name,
    wall: median(walls[index] ?? []),
    cpu: cpus[index]?.length ? median(cpus[index]) : undefined,
    memory: memories[index]?.length ? median(memories[index]) : undefined,
  }));
}

/** The middle value; of an even number the upper of the two. */
function median(values: readonly number[]): number {
  return percentile(values, 0.5);
}

export function percentile(values: readonly number[], part: number): number {
  const sorted = [...values].sort((a, b) => a - b);
  return sorted[Math.min(sorted.length - 1, Math.floor(sorted.length * part))] ?? Number.NaN;
}

function runOnce({ program, arguments: list, folder }: Command): {
  wall: number;
  cpu: number | undefined;
  memory: number | undefined;
} {
  const timed = hasTime();
  const started = process.hrtime.bigint();
  const result = spawnSync(
    timed ? '/usr/bin/time' : program,
    timed ? ['-f', '%U %S %M', program, ...list] : [...list],
    {
      cwd: folder,
      stdio: ['ignore', 'ignore', 'pipe'],
      maxBuffer: 1 << 28,
    },
  );
  const wall = Number(process.hrtime.bigint() - started) / 1e6;
  if (result.error) throw result.error;
  const [, user, system, kilobytes] =
    (timed && /([\d.]+) ([\d.]+) (\d+)\s*$/.exec(String(result.stderr))) || [];
  if (kilobytes === undefined) return { wall, cpu: undefined, memory: undefined };
  return { wall, cpu: (Number(user) + Number(system)) * 1000, memory: Number(kilobytes) * 1024 };
}

let timeIsThere: boolean | undefined;

function hasTime(): boolean {
  timeIsThere ??= spawnSync('/usr/bin/time', ['-f', '%M', 'true']).status === 0;
  return timeIsThere;
}
