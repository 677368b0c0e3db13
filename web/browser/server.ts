import { type ChildProcess, execFileSync, spawn } from "node:child_process";
import { once } from "node:events";
import { mkdtempSync, rmSync } from "node:fs";
import { type AddressInfo, createServer } from "node:net";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { createInterface } from "node:readline";
import { binary } from "./demo.ts";

/** How long the server may take to say that it listens. */
const START_MS = 60_000;

/** A running `doorstep serve` with a database of its own, at an address that browsers keep passkeys for. */
export class Server {
  readonly base: string;
  readonly #process: ChildProcess;
  readonly #folder: string;

  private constructor(process: ChildProcess, base: string, folder: string) {
    this.#process = process;
    this.base = base;
    this.#folder = folder;
  }

  /** Starts it, with more settings in its environment. */
  static async start(settings: Record<string, string> = {}): Promise<Server> {
    const folder = mkdtempSync(join(tmpdir(), "doorstep-serve-"));
    const port = await freePort();
    const base = `http://localhost:${port}`;
    const child = spawn(binary(), ["serve", "--listen", `127.0.0.1:${port}`], {
      cwd: folder,
      env: { ...process.env, DOORSTEP_HTTP_PUBLIC_URL: base, ...settings },
      stdio: ["ignore", "pipe", "ignore"],
    });
    await once(createInterface({ input: child.stdout }), "line", { signal: AbortSignal.timeout(START_MS) });
    return new Server(child, base, folder);
  }

  /** Adds someone who logs in. */
  addUser(email: string, password: string, role: "recipient" | "dispatcher"): void {
    const add = ["admin", "user", "add", email, "--name", "Ada", "--role", role];
    execFileSync(binary(), add, { cwd: this.#folder, input: password });
  }

  /** Adds a key of the operator's own systems. */
  addKey(label: string): string {
    const create = ["admin", "key", "create", label];
    return execFileSync(binary(), create, { cwd: this.#folder, encoding: "utf8" }).trim();
  }

  async stop(): Promise<void> {
    if (this.#process.exitCode === null && this.#process.signalCode === null) {
      const ended = once(this.#process, "exit");
      this.#process.kill("SIGINT");
      await ended;
    }
    rmSync(this.#folder, { recursive: true, force: true });
  }
}

/** The address holds the port, so it must be known before the server listens. */
async function freePort(): Promise<number> {
  const probe = createServer().listen(0, "127.0.0.1");
  await once(probe, "listening");
  const { port } = probe.address() as AddressInfo;
  probe.close();
  await once(probe, "close");
  return port;
}
