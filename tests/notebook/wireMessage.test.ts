import { describe, expect, it } from "vitest";
import { packMessage, unpackMessage } from "../../src/notebook/wireMessage.js";

const request = { type: "execute_request", id: "r1", content: { code: "1 + é" } };
const parts = packMessage(request, "key").map((part) => Buffer.from(part));

describe("a message on the wire", () => {
  it("comes back as it was sent, whatever address stands before it", () => {
    expect(unpackMessage(parts, "key")).toEqual({ ...request, parent: "" });
    expect(unpackMessage([Buffer.from([0, 255]), ...parts], "key")).toEqual({ ...request, parent: "" });
  });

  it("names the request it belongs to", () => {
    // The four parts and their signature, by Python: hmac.new(b"key", b"".join(parts), "sha256").hexdigest()
    const header = '{"msg_id":"s1","msg_type":"stream"}';
    const reply = [header, '{"msg_id":"r1"}', "{}", '{"name":"stdout","text":"2"}'];
    const signed = "5ec1ba8f4e3193f6896722e6561eb15dc2b4d8430d7003273e881719814eac00";
    expect(
      unpackMessage(
        ["<IDS|MSG>", signed, ...reply].map((part) => Buffer.from(part)),
        "key",
      ),
    ).toEqual({
      type: "stream",
      id: "s1",
      parent: "r1",
      content: { name: "stdout", text: "2" },
    });
  });

  it("is refused when it is signed with another key, changed, or cut", () => {
    const other = "kernel: a message must be signed with the key of the connection, got another signature";
    expect(() => unpackMessage(parts, "lock")).toThrow(other);
    expect(() => unpackMessage([...parts.slice(0, 5), Buffer.from('{"code":"2"}')], "key")).toThrow(other);
    expect(() => unpackMessage(parts.slice(0, 5), "key")).toThrow(
      "kernel: a message needs 6 parts after its address, got 5 in all",
    );
    expect(() => unpackMessage(parts.slice(1), "key")).toThrow(
      "kernel: a message needs 6 parts after its address, got 5 in all",
    );
  });
});
