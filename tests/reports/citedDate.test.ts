import { describe, expect, it } from "vitest";
import { type Cited, citedDate, DataError } from "../../src/index.js";

const page = (some: Partial<Cited>): Cited => ({ type: "page", publisher: "wire", ...some });
const post = "https://x.com/who/status/1734951822782058853";

describe("citedDate", () => {
  it("takes a post's number before a date given, and that before the address", () => {
    expect(citedDate(page({ url: post, date: "2023" }))).toEqual({
      ...{ at: "2023-12-13T15:02:03.054Z", since: "2023-12-13", until: "2023-12-14" },
      ...{ precision: "moment", from: "post number" },
    });
    expect(citedDate(page({ url: "https://a.org/2023/12/14/x", date: "2022-04" }))).toEqual({
      ...{ since: "2022-04-01", until: "2022-05-01", precision: "month", from: "date given" },
    });
    expect(citedDate(page({ url: "https://a.org/2023/12/14/x" }))?.from).toBe("address");
  });

  it("is nothing where nothing tells", () => {
    expect(citedDate(page({}))).toBeUndefined();
    expect(citedDate(page({ url: "https://a.org/x", title: "of 3 May 2021" }))).toBeUndefined();
  });

  it("refuses a date that is none, even beside a post's number", () => {
    const told = new DataError('citedDate: date is "2023-13", not a year, month or day (wire)');
    expect(() => citedDate(page({ date: "2023-13" }))).toThrow(told);
    expect(() => citedDate(page({ url: post, date: "2023-13" }))).toThrow(told);
  });
});
