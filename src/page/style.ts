/** The look of a page: readable on a phone, on paper, in the dark. */
export const style = `
:root { color-scheme: light dark; --ink: #1f2933; --quiet: #56626f; --line: #dde3ea; --paper: #ffffff; --shade: #f5f7f9;
  --good: #00664a; --bad: #a33c00; --open: #6b5500; }
@media (prefers-color-scheme: dark) { :root { --ink: #e6ebf0; --quiet: #a9b4bf; --line: #36414c; --paper: #14191e; --shade: #1d242b;
  --good: #4fd1a5; --bad: #ff9a5c; --open: #e5c558; } }
* { box-sizing: border-box; }
body { margin: 0; background: var(--paper); color: var(--ink); font: 16px/1.5 "Source Sans 3", "Segoe UI", Helvetica, Arial, sans-serif; }
main { max-width: 1080px; margin: 0 auto; padding: 32px 20px 64px; }
h1 { font-size: 30px; line-height: 1.2; margin: 0 0 8px; max-width: 24em; }
h2 { font-size: 20px; margin: 44px 0 10px; }
h3 { font-size: 16px; margin: 18px 0 4px; }
p { margin: 4px 0 8px; max-width: 62em; }
.over, small, .proxy, footer { color: var(--quiet); }
.over { text-transform: none; margin-bottom: 14px; }
.lead { font-size: 18px; margin-top: 16px; }
.proxy { font-size: 13px; margin: 2px 0 0; }
figure { margin: 28px 0; padding: 8px; background: #ffffff; border: 1px solid var(--line); border-radius: 6px; overflow-x: auto; }
figure img { display: block; max-width: 100%; min-width: 640px; height: auto; margin: 0 auto; }
.wide { overflow-x: auto; }
table { border-collapse: collapse; width: 100%; min-width: 860px; font-size: 14.5px; }
th { text-align: left; font-weight: 600; color: var(--quiet); border-bottom: 2px solid var(--line); padding: 6px 10px 6px 0; }
td { vertical-align: top; border-bottom: 1px solid var(--line); padding: 8px 10px 8px 0; }
td:nth-child(2) { min-width: 240px; } td:last-child { min-width: 300px; } td.data { min-width: 130px; }
.more > summary { font-weight: 600; margin-top: 20px; }
.number { font-variant-numeric: tabular-nums; white-space: nowrap; }
.verdict { font-weight: 600; white-space: nowrap; }
.holds .verdict, .agrees .verdict { color: var(--good); }
.fails .verdict, .differs .verdict { color: var(--bad); }
.uncertain .verdict { color: var(--open); }
.cannot-be-compared .verdict, .not-scoreable .verdict { color: var(--quiet); font-weight: 400; }
summary { cursor: pointer; }
details[open] summary { color: var(--quiet); }
article small { word-break: break-all; }
@media print { details::details-content { content-visibility: visible; display: block; } main { max-width: none; padding: 0; } figure { break-inside: avoid; border: 0; } tr { break-inside: avoid; } }
`;
