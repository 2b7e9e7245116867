/** The look of a page: readable on a phone, on paper, in the dark. */
export const style = `
:root { color-scheme: light dark; --ink: #1f2933; --quiet: #56626f; --line: #dde3ea; --paper: #ffffff; --shade: #f5f7f9;
  --good: #00664a; --bad: #a33c00; --open: #6b5500; --wait: #00558a; }
@media (prefers-color-scheme: dark) { :root { --ink: #e6ebf0; --quiet: #a9b4bf; --line: #36414c; --paper: #14191e; --shade: #1d242b;
  --good: #4fd1a5; --bad: #ff9a5c; --open: #e5c558; --wait: #7cc4f5; } }
* { box-sizing: border-box; }
body { margin: 0; background: var(--paper); color: var(--ink); font: 16px/1.5 "Source Sans 3", "Segoe UI", Helvetica, Arial, sans-serif; }
main { max-width: 1180px; margin: 0 auto; padding: 32px 20px 64px; overflow-wrap: break-word; }
h1 { font-size: 30px; line-height: 1.2; margin: 0 0 8px; max-width: 24em; }
h2 { font-size: 22px; margin: 52px 0 10px; }
h3 { font-size: 17px; margin: 28px 0 4px; }
p { margin: 4px 0 8px; max-width: 62em; }
a { color: inherit; text-decoration-color: var(--quiet); text-underline-offset: 3px; }
.over, small, .proxy, footer { color: var(--quiet); }
.over { margin-bottom: 14px; }
.lead { font-size: 18px; margin-top: 16px; }
nav ul, .counts { list-style: none; margin: 14px 0; padding: 0; display: flex; flex-wrap: wrap; gap: 4px 20px; font-size: 14.5px; }
nav { border-top: 1px solid var(--line); border-bottom: 1px solid var(--line); margin-top: 20px; }
.totals { font-size: 18px; }
.says { padding-left: 20px; max-width: 62em; } .says li { margin: 6px 0; }
.proxy { font-size: 13px; margin: 2px 0 0; }
figure { margin: 20px 0; padding: 8px; background: #ffffff; border: 1px solid var(--line); border-radius: 6px; overflow-x: auto; }
figure img { display: block; max-width: max(100%, 720px); height: auto; margin: 0 auto; }
.wide { overflow-x: auto; }
table { border-collapse: collapse; width: 100%; min-width: 900px; font-size: 14.5px; }
th { text-align: left; font-weight: 600; color: var(--quiet); border-bottom: 2px solid var(--line); padding: 6px 12px 6px 0; }
td { vertical-align: top; border-bottom: 1px solid var(--line); padding: 8px 12px 8px 0; }
.what { width: 26%; min-width: 230px; } .reading { width: 30%; min-width: 260px; } .data { min-width: 120px; } .power { min-width: 90px; }
.lacks { width: 14%; }
.more { margin-top: 14px; } .more > summary { font-weight: 600; }
.number { font-variant-numeric: tabular-nums; white-space: nowrap; }
.verdict { font-weight: 600; white-space: nowrap; }
.holds .verdict, .agrees .verdict { color: var(--good); }
.fails .verdict, .differs .verdict { color: var(--bad); }
.uncertain .verdict, .ambiguous .verdict { color: var(--open); }
.open .verdict, .too-early .verdict { color: var(--wait); }
.cannot-be-compared .verdict, .not-scoreable .verdict, .annulled .verdict { color: var(--quiet); font-weight: 400; }
li .verdict { white-space: normal; }
td li { margin: 6px 0; } td ul { padding-left: 18px; }
summary { cursor: pointer; }
details[open] > summary { color: var(--quiet); }
article small { word-break: break-all; }
@media (max-width: 760px) {
  main { padding: 20px 14px 48px; } h1 { font-size: 25px; } h2 { margin-top: 40px; }
  table, tbody, tr, td { display: block; width: auto; min-width: 0; }
  thead { display: none; }
  tr { border-bottom: 1px solid var(--line); padding: 10px 0; } td { border: 0; padding: 1px 0; }
  .what, .reading, .lacks, .data, .power { width: auto; min-width: 0; }
  td.none { display: none; } .number br, .data br, .word br { display: none; }
  td[data-of]::before { content: attr(data-of) ": "; color: var(--quiet); font-size: 13px; }
  .lacks::before { content: "Lacks: "; color: var(--quiet); font-size: 13px; } .would::before { content: "Would take: "; color: var(--quiet); font-size: 13px; }
}
@media print { details::details-content { content-visibility: visible; display: block; } main { max-width: none; padding: 0; }
  nav { display: none; } .wide, figure { overflow: visible; } table { min-width: 0; font-size: 10px; } td, th { padding-right: 6px; }
  .what, .reading, .data, .power { min-width: 0; } figure { break-inside: avoid; border: 0; } figure img { max-width: 100%; } tr { break-inside: avoid; } }
`;
