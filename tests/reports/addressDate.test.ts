import { describe, expect, it } from "vitest";
import { addressDate, datedAs } from "../../src/reports/addressDate.js";

describe("addressDate", () => {
  it.each([
    ["https://www.thedefensepost.com/2023/12/14/jihadist-attack-central-mali", "2023-12-14", "2023-12-15", "day"],
    ["https://www.criticalthreats.org/analysis/weekly-update-december-13-2023", "2023-12-13", "2023-12-14", "day"],
    ["https://www.france24.com/en/africa/20231128-armed-groups", "2023-11-28", "2023-11-29", "day"],
    [
      "https://www.iiss.org/online-analysis/online-analysis//2019/06/conflicts-in-mali",
      "2019-06-01",
      "2019-07-01",
      "month",
    ],
    ["https://a.org/world/2023/dec/4/news", "2023-12-04", "2023-12-05", "day"],
    ["https://a.org/2023/september/30", "2023-09-30", "2023-10-01", "day"],
    ["https://a.org/2023/sept/30/", "2023-09-30", "2023-10-01", "day"],
    ["a.org/news/update-2-may-2021", "2021-05-02", "2021-05-03", "day"],
    ["https://a.org/news/2020-02-29", "2020-02-29", "2020-03-01", "day"],
    ["https://a.org/2019/6", "2019-06-01", "2019-07-01", "month"],
    ["https://a.org/2022/12/", "2022-12-01", "2023-01-01", "month"],
    ["https://a.org/2023/02/30", "2023-02-01", "2023-03-01", "month"],
  ])("reads %s", (url, since, until, precision) => {
    expect(addressDate(url)).toEqual({ since, until, precision, from: "address" });
  });

  it("takes the path's own date before one in words, which may be of what is written about", () => {
    expect(addressDate("https://a.org/2023/12/14/the-raid-of-december-12-2023")?.since).toBe("2023-12-14");
  });

  it.each([
    "https://www.state.gov/reports/country-reports-on-terrorism-2020/mali",
    "https://www.jeuneafrique.com/1341823/politique/mali",
    "https://a.org/2023/mali",
    "https://a.org/2023/13/40/news",
    "https://a.org/20231328-x",
    "https://a.org/world-africa-67654321",
    "https://a.org/1850/01/02/",
    "https://a.org/marching-13-2023",
    "https://a.org/news-32-may-2021",
    "https://a.org/120231128-x",
    "https://a.org/?date=2023-12-14",
    "no address",
  ])("finds no date in %s", (url) => {
    expect(addressDate(url)).toBeUndefined();
  });

  it("holds each day of a year in every form", () => {
    const names = "january february march april may june july august september october november december".split(" ");
    for (let number = 0; number < 366; number++) {
      const day = new Date(Date.UTC(2024, 0, 1 + number)).toISOString().slice(0, 10);
      const [y, m, d] = day.split("-");
      const name = names[Number(m) - 1];
      for (const path of [
        `${y}/${m}/${d}`,
        `${y}${m}${d}-x`,
        `x-${day}`,
        `x-${name}-${Number(d)}-${y}`,
        `${d}-${name}-${y}`,
      ])
        expect(addressDate(`https://a.org/${path}`)?.since, path).toBe(day);
    }
  });
});

describe("datedAs", () => {
  it("is the stretch of a year, a month or a day", () => {
    expect(datedAs("2020", "date given")).toMatchObject({
      since: "2020-01-01",
      until: "2021-01-01",
      precision: "year",
    });
    expect(datedAs("2020-12", "date given")).toMatchObject({ since: "2020-12-01", until: "2021-01-01" });
  });

  it.each(["", "20", "2020-13", "2020-1", "2021-02-29", "12/2020", "about 2020"])("is nothing for %j", (text) => {
    expect(datedAs(text, "date given")).toBeUndefined();
  });
});
