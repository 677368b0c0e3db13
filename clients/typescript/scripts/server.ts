import { type ChildProcess, execFileSync, spawn } from "node:child_process";
import { once } from "node:events";
import { existsSync, mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join, resolve } from "node:path";
import { createInterface } from "node:readline";

/** How long the server may take to say that it listens. */
const START_MS = 60_000;

/** A running `doorstep serve` with a database of its own. */
export class Server {
  readonly base: string;
  readonly #folder: string;
  #process: ChildProcess;

  private constructor(process: ChildProcess, base: string, folder: string) {
    this.#process = process;
    this.base = base;
    this.#folder = folder;
  }

  /** Starts it, on a port of the system's choice. */
  static async start(): Promise<Server> {
    const folder = mkdtempSync(join(tmpdir(), "doorstep-client-"));
    const { child, base } = await listening(folder, "127.0.0.1:0");
    return new Server(child, base, folder);
  }

  /** Adds someone who logs in. */
  addRecipient(email: string, password: string): void {
    const add = ["admin", "user", "add", email, "--name", "Ada", "--role", "recipient"];
    execFileSync(binary(), add, { cwd: this.#folder, input: password, stdio: "pipe" });
  }

  /** Adds a key of the operator's own systems. */
  addKey(label: string): string {
    const create = ["admin", "key", "create", label];
    return execFileSync(binary(), create, { cwd: this.#folder, encoding: "utf8", stdio: "pipe" }).trim();
  }

  /** Ends it and starts it again at the same address, with the same database. */
  async restart(): Promise<void> {
    await this.#end();
    this.#process = (await listening(this.#folder, new URL(this.base).host)).child;
  }

  async stop(): Promise<void> {
    await this.#end();
    rmSync(this.#folder, { recursive: true, force: true });
  }

  async #end(): Promise<void> {
    if (this.#process.exitCode === null && this.#process.signalCode === null) {
      const ended = once(this.#process, "exit");
      this.#process.kill("SIGINT");
      await ended;
    }
  }
}

async function listening(folder: string, listen: string): Promise<{ child: ChildProcess; base: string }> {
  const child = spawn(binary(), ["serve", "--listen", listen], {
    cwd: folder,
    stdio: ["ignore", "pipe", "pipe"],
  });
  const said: string[] = [];
  child.stderr.on("data", (text) => said.push(String(text)));
  return new Promise((found, failed) => {
    createInterface({ input: child.stdout }).on("line", (line) => {
      const base = /http:\/\/[\d.:]+/.exec(line)?.[0];
      if (base) {
        found({ child, base });
      }
    });
    child.once("error", failed);
    child.once("exit", (status) => failed(new Error(`the server ended with ${status}:\n${said.join("")}`)));
    AbortSignal.timeout(START_MS).addEventListener("abort", () =>
      failed(new Error("the server does not say where")),
    );
  });
}

function binary(): string {
  const target = process.env.CARGO_TARGET_DIR ?? "target";
  const path = process.env.DOORSTEP_BIN ?? resolve("..", "..", target, "debug", "doorstep");
  if (!existsSync(path)) {
    throw new Error(`${path} is not there; run \`cargo build --bin doorstep\` first`);
  }
  return path;
}
