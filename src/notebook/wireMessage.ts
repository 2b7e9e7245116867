import { createHmac, timingSafeEqual } from "node:crypto";
import { DataError } from "../core/errors.js";

/** A message of Jupyter's protocol 5.3, without its envelope. `parent` is the id of the request it belongs to. */
export interface WireMessage {
  readonly type: string;
  readonly id: string;
  readonly parent: string;
  readonly content: Readonly<Record<string, unknown>>;
}

/**
 * The parts in which a request goes over the wire, signed with the key that the connection file shares.
 *
 * @see https://jupyter-client.readthedocs.io/en/stable/messaging.html#the-wire-protocol
 */
export function packMessage(message: Omit<WireMessage, "parent">, key: string): string[] {
  const header = {
    msg_id: message.id,
    msg_type: message.type,
    session: "hindcast",
    username: "hindcast",
    date: new Date().toISOString(),
    version: "5.3",
  };
  const body = [header, {}, {}, message.content].map((part) => JSON.stringify(part));
  return [delimiter, signature(body, key), ...body];
}

/**
 * The message in the parts that came over the wire.
 *
 * @throws DataError when the parts are not a message signed with this key
 */
export function unpackMessage(parts: readonly Buffer[], key: string): WireMessage {
  const start = parts.findIndex((part) => part.toString() === delimiter);
  const [signed, ...body] = parts.slice(start + 1);
  const [header, parent, , content] = body;
  if (start < 0 || !signed || !header || !parent || !content) {
    throw new DataError(`kernel: a message needs 6 parts after its address, got ${parts.length} in all`);
  }
  const right = Buffer.from(signature(body, key));
  if (right.length !== signed.length || !timingSafeEqual(right, signed)) {
    throw new DataError("kernel: a message must be signed with the key of the connection, got another signature");
  }
  const { msg_type: type, msg_id: id } = JSON.parse(header.toString());
  return { type, id, parent: JSON.parse(parent.toString()).msg_id ?? "", content: JSON.parse(content.toString()) };
}

const delimiter = "<IDS|MSG>";

function signature(body: readonly (string | Buffer)[], key: string): string {
  const hmac = createHmac("sha256", key);
  for (const part of body) hmac.update(part);
  return hmac.digest("hex");
}
