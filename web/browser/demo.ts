import { type ChildProcess, spawn } from "node:child_process";
import { once } from "node:events";
import { existsSync } from "node:fs";
import { resolve } from "node:path";
import { createInterface } from "node:readline";

/** How long the demo may take to say where it is. */
const START_MS = 60_000;

/** A running `doorstep demo`, the real binary with its own drivers. */
export class Demo {
  readonly base: string;
  /** The one-time code for the first driver's page. */
  readonly code: string;
  readonly #process: ChildProcess;

  private constructor(process: ChildProcess, base: string, code: string) {
    this.#process = process;
    this.base = base;
    this.code = code;
  }

  /** Starts a demo on a port of the system's choice, or on `listen`. */
  static async start(speed: number, more: readonly string[] = [], listen = "127.0.0.1:0"): Promise<Demo> {
    const args = ["demo", "--listen", listen, "--speed", String(speed), ...more];
    const child = spawn(binary(), args, { stdio: ["ignore", "pipe", "pipe"] });
    const said: string[] = [];
    child.stderr?.on("data", (text) => said.push(String(text)));
    const told = new Promise<Demo>((found, failed) => {
      let base: string | undefined;
      createInterface({ input: child.stdout }).on("line", (line) => {
        said.push(line);
        base ??= /http:\/\/[\d.:]+/.exec(line)?.[0];
        const code = /one-time code\s+(\S+)/.exec(line)?.[1];
        if (base && code) {
          found(new Demo(child, base, code));
        }
      });
      child.once("error", failed);
      child.once("exit", (status) => failed(new Error(`the demo ended with ${status}:\n${said.join("\n")}`)));
      AbortSignal.timeout(START_MS).addEventListener("abort", () =>
        failed(new Error(`the demo did not tell its address:\n${said.join("\n")}`)),
      );
    });
    return told;
  }

  /** The address that it listens on, to start another one there. */
  get listen(): string {
    return new URL(this.base).host;
  }

  /** Ends it: as Ctrl-C does, or as a power cut does. */
  async stop(signal: "SIGINT" | "SIGKILL" = "SIGINT"): Promise<void> {
    if (this.#process.exitCode === null && this.#process.signalCode === null) {
      const ended = once(this.#process, "exit");
      this.#process.kill(signal);
      await ended;
    }
  }
}

/** The binary that is tested. */
export function binary(): string {
  const target = process.env.CARGO_TARGET_DIR ?? resolve("..", "target");
  const path = process.env.DOORSTEP_BIN ?? resolve("..", target, "debug", "doorstep");
  if (!existsSync(path)) {
    throw new Error(`${path} is not there; run \`cargo build --bin doorstep\` first`);
  }
  return path;
}
