import { spawn } from "node:child_process";
import { createRequire } from "node:module";
import path from "node:path";
import { pathToFileURL } from "node:url";

const Patience = 30_000;

/** The YAML language server over stdio, speaking the Language Server Protocol 3.17. */
export class LanguageServer {
  #process;
  #received = Buffer.alloc(0);
  #answers = new Map();
  #diagnostics = new Map();
  #opened = 0;
  #asked = 0;
  #ended = null;

  /** @param {string} folder Where documents pretend to lie. */
  constructor(folder) {
    this.folder = folder;
    const require = createRequire(import.meta.url);
    const manifest = require.resolve("yaml-language-server/package.json");
    const program = path.join(path.dirname(manifest), require(manifest).bin["yaml-language-server"]);
    this.#process = spawn(process.execPath, [program, "--stdio"], { stdio: ["pipe", "pipe", "inherit"] });
    this.#process.stdout.on("data", chunk => this.#take(chunk));
    this.#process.on("exit", code => {
      this.#ended = new Error(`the language server ended with ${code}`);
      for (const { reject } of [...this.#answers.values(), ...this.#diagnostics.values()])
        reject(this.#ended);
    });
  }

  async start() {
    const root = pathToFileURL(this.folder).href;
    await this.ask("initialize", {
      processId: process.pid,
      rootUri: root,
      workspaceFolders: [{ uri: root, name: "tests" }],
      capabilities: {
        workspace: { configuration: true },
        textDocument: {
          completion: { completionItem: { documentationFormat: ["markdown", "plaintext"], snippetSupport: true } },
          hover: { contentFormat: ["markdown", "plaintext"] },
          publishDiagnostics: {},
        },
      },
    });
    this.#tell("initialized", {});
  }

  /** Opens a document; answers its address and the first diagnostics that the server publishes for it. */
  async open(text) {
    const uri = pathToFileURL(path.join(this.folder, `document${++this.#opened}.yaml`)).href;
    const published = this.#within(new Promise((resolve, reject) => this.#diagnostics.set(uri, { resolve, reject })), "diagnostics");
    this.#tell("textDocument/didOpen", { textDocument: { uri, languageId: "yaml", version: 1, text } });
    return { uri, diagnostics: await published };
  }

  /** Asks for something at a place, zero-based. */
  at(method, uri, line, character) {
    return this.ask(method, { textDocument: { uri }, position: { line, character } });
  }

  ask(method, params) {
    if (this.#ended)
      return Promise.reject(this.#ended);
    const id = ++this.#asked;
    const answer = new Promise((resolve, reject) => this.#answers.set(id, { resolve, reject }));
    this.#send({ id, method, params });
    return this.#within(answer, method);
  }

  async stop() {
    await this.ask("shutdown", null);
    this.#tell("exit");
    this.#process.stdin.end();
  }

  kill() {
    this.#process.kill();
  }

  #tell(method, params) {
    this.#send({ method, params });
  }

  #send(message) {
    const body = Buffer.from(JSON.stringify({ jsonrpc: "2.0", ...message }));
    this.#process.stdin.write(`Content-Length: ${body.length}\r\n\r\n`);
    this.#process.stdin.write(body);
  }

  #take(chunk) {
    this.#received = Buffer.concat([this.#received, chunk]);
    for (;;) {
      const head = this.#received.indexOf("\r\n\r\n");
      if (head < 0)
        return;
      const length = Number(/Content-Length: (\d+)/i.exec(this.#received.toString("ascii", 0, head))[1]);
      if (this.#received.length < head + 4 + length)
        return;
      const message = JSON.parse(this.#received.toString("utf8", head + 4, head + 4 + length));
      this.#received = this.#received.subarray(head + 4 + length);
      this.#handle(message);
    }
  }

  #handle({ id, method, params, result, error }) {
    if (method === undefined) {
      const { resolve, reject } = this.#answers.get(id);
      this.#answers.delete(id);
      if (error)
        reject(new Error(error.message));
      else
        resolve(result);
    } else if (method === "workspace/configuration") {
      this.#send({ id, result: params.items.map(({ section }) => section === "yaml"
        ? { validate: true, completion: true, hover: true, schemaStore: { enable: false } }
        : null) });
    } else if (method === "textDocument/publishDiagnostics") {
      this.#diagnostics.get(params.uri)?.resolve(params.diagnostics);
      this.#diagnostics.delete(params.uri);
    } else if (id !== undefined) {
      this.#send({ id, result: null });
    }
  }

  #within(answer, what) {
    let timer;
    const late = new Promise((_, reject) => {
      timer = setTimeout(() => reject(new Error(`no ${what} within ${Patience / 1000} s`)), Patience);
    });
    return Promise.race([answer, late]).finally(() => clearTimeout(timer));
  }
}
