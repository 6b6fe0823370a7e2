/** Runs the project's command-line tools from a script. */
import { spawn } from 'node:child_process';
import path from 'node:path';
import { ROOT } from './launch';

export interface Run {
  readonly exitCode: number;
  /** What it printed; empty if that went straight to the terminal. */
  readonly output: string;
}

/**
 * Runs a command in the project's folder, with the tools of node_modules on the PATH. Never
 * rejects.
 */
export function runTool(
  command: string,
  { capture, env }: { capture: boolean; env?: Record<string, string> },
): Promise<Run> {
  const PATH = [path.join(ROOT, 'node_modules', '.bin'), process.env.PATH].join(path.delimiter);
  const child = spawn(command, {
    cwd: ROOT,
    shell: true,
    stdio: ['ignore', capture ? 'pipe' : 'inherit', capture ? 'pipe' : 'inherit'],
    env: { ...process.env, PATH, ...env },
  });
  let output = '';
  for (const stream of [child.stdout, child.stderr]) {
    stream?.setEncoding('utf8').on('data', (text: string) => {
      output += text;
    });
  }
  return new Promise((resolve) => {
    child.on('error', (error) => resolve({ exitCode: 1, output: String(error) }));
    child.on('close', (code) => resolve({ exitCode: code ?? 1, output }));
  });
}

/** Builds the extension for Chrome and Edge. @throws with the build's output if it fails. */
export async function buildExtension(): Promise<void> {
  const { exitCode, output } = await runTool('wxt build', { capture: true });
  if (exitCode !== 0) throw new Error(`The extension could not be built.\n${output.trimEnd()}`);
}
