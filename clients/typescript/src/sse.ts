/** A message of a stream of server-sent events, or how long to wait before coming back. */
export type Told =
  | { readonly event: string; readonly data: string; readonly id: string }
  | { readonly retryMs: number };

/** The longest message that is read, in characters. */
export const MESSAGE_CHARS_MAX = 1 << 20;

/** Reads server-sent events from pieces of text, wherever they are cut (WHATWG HTML, section 9.2.6). */
export class EventReader {
  #rest = "";
  #event = "";
  #data: string[] = [];
  #chars = 0;
  #id = "";

  /**
   * What the next piece completes.
   *
   * @throws RangeError when a message is longer than `MESSAGE_CHARS_MAX`.
   */
  read(piece: string): Told[] {
    const told: Told[] = [];
    const lines = (this.#rest + piece).split(/\r\n|\n|\r(?!$)/);
    this.#rest = lines.pop() ?? "";
    for (const line of lines) {
      const message = this.#line(line);
      if (message) {
        told.push(message);
      }
    }
    if (this.#chars + this.#rest.length > MESSAGE_CHARS_MAX) {
      throw new RangeError(`a message is longer than ${MESSAGE_CHARS_MAX} characters`);
    }
    return told;
  }

  #line(line: string): Told | undefined {
    if (line === "") {
      return this.#message();
    }
    const colon = line.indexOf(":");
    const field = colon < 0 ? line : line.slice(0, colon);
    const value = colon < 0 ? "" : line.slice(colon + 1).replace(/^ /, "");
    switch (field) {
      case "event":
        this.#event = value;
        break;
      case "data":
        this.#data.push(value);
        this.#chars += value.length + 1;
        break;
      case "id":
        this.#id = value.includes("\0") ? this.#id : value;
        break;
      case "retry":
        return /^\d{1,9}$/.test(value) ? { retryMs: Number(value) } : undefined;
    }
    return undefined;
  }

  #message(): Told | undefined {
    const message = { event: this.#event || "message", data: this.#data.join("\n"), id: this.#id };
    const isEmpty = this.#data.length === 0;
    this.#event = "";
    this.#data = [];
    this.#chars = 0;
    return isEmpty ? undefined : message;
  }
}
