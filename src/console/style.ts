import { previewStyles } from '../line/preview';

/**
 * The console's style. Sizes, colours and contrast follow the design tokens of デジタル庁: text of 16 px and more, lines
 * of 1.7, fields and buttons of 48 px, 4.5:1 and more everywhere, a focus ring in black on yellow.
 */
const own = `
:root {
  --ink: #1a1a1a; --soft: #595959; --line: #8c8c8c; --faint: #d9d9d9; --ground: #fff; --shade: #f2f2f2;
  --main: #0017c1; --main-dark: #000082; --main-pale: #e8f1fe;
  --good: #115a36; --good-pale: #e6f5ec; --warn: #6b4d00; --warn-pale: #fff8dc; --bad: #a80000; --bad-pale: #fdeeee;
  --focus: #ffd43d;
}
* { box-sizing: border-box; }
html { font-size: 100%; -webkit-text-size-adjust: 100%; }
body {
  margin: 0; color: var(--ink); background: var(--ground); line-height: 1.7; overflow-wrap: anywhere;
  font-family: "Noto Sans JP", "Noto Sans CJK JP", "Hiragino Sans", "BIZ UDPGothic", Meiryo, sans-serif;
}
a { color: var(--main); text-underline-offset: 0.2em; }
a:hover { color: var(--main-dark); text-decoration-thickness: 0.15em; }
a:visited { color: #5a2a82; }
:focus-visible { outline: 4px solid #000; outline-offset: 2px; box-shadow: 0 0 0 2px var(--focus); border-radius: 4px; background-color: var(--focus); color: #000; }
input:focus-visible, textarea:focus-visible, select:focus-visible { background-color: #fff; }
main:focus-visible { outline: none; box-shadow: none; background: none; }
.skip { position: absolute; left: -9999px; }
.skip:focus { left: 0; top: 0; padding: 0.75rem 1rem; z-index: 9; background: var(--focus); color: #000; }

header { border-bottom: 1px solid var(--faint); }
header .bar { display: flex; flex-wrap: wrap; gap: 0.25rem 1.5rem; align-items: center; justify-content: space-between; max-width: 76rem; margin: 0 auto; padding: 0.5rem 1rem; }
header .site { font-weight: 700; font-size: 1.125rem; color: var(--ink); text-decoration: none; padding: 0.5rem 0; }
header .me { display: flex; gap: 1rem; align-items: center; }
header .me form { margin: 0; }
nav { background: var(--main-pale); }
nav ul { display: flex; flex-wrap: wrap; list-style: none; margin: 0 auto; padding: 0 0.25rem; max-width: 76rem; }
nav a { display: block; padding: 0.625rem 0.75rem; min-height: 44px; color: var(--ink); text-decoration: none; }
nav a:visited { color: var(--ink); }
nav a:hover { text-decoration: underline; }
nav a[aria-current] { font-weight: 700; color: var(--main-dark); box-shadow: inset 0 -4px 0 var(--main); }
main { max-width: 50rem; margin: 0 auto; padding: 1.5rem 1rem 3rem; }
main.wide { max-width: 76rem; }
footer { border-top: 1px solid var(--faint); color: var(--soft); font-size: 0.875rem; padding: 0 1rem; }
footer p { max-width: 76rem; margin: 1rem auto; }

h1 { font-size: 1.75rem; line-height: 1.5; margin: 0 0 1rem; }
h2 { font-size: 1.25rem; line-height: 1.5; margin: 2.5rem 0 0.75rem; }
h3, h2.minor { font-size: 1.0625rem; margin: 1.5rem 0 0.5rem; }
p, ul, ol, dl { margin: 0 0 1rem; }
.lead { font-size: 1.125rem; }
.soft { color: var(--soft); }
.small { font-size: 0.875rem; }

button, .button {
  display: inline-flex; align-items: center; justify-content: center; min-height: 48px; padding: 0.5rem 1.5rem; font: inherit; font-weight: 700;
  line-height: 1.3; color: #fff; background: var(--main); border: 1px solid var(--main); border-radius: 8px; cursor: pointer; text-decoration: none;
}
.button:visited { color: #fff; }
button:hover, .button:hover { background: var(--main-dark); color: #fff; }
button.second, .button.second { color: var(--main); background: #fff; }
.button.second:visited { color: var(--main); }
button.second:hover, .button.second:hover { background: var(--main-pale); color: var(--main-dark); }
button.danger { background: var(--bad); border-color: var(--bad); }
button.danger:hover { background: #7a0000; }
button.quiet { min-height: 44px; padding: 0.25rem 0.75rem; color: var(--main); background: none; border-color: transparent; font-weight: 400; text-decoration: underline; }
button.quiet:hover { color: var(--main-dark); background: var(--main-pale); }
button:focus-visible, .button:focus-visible { background: var(--focus); color: #000; }
button[disabled] { background: #d9d9d9; border-color: #d9d9d9; color: #595959; cursor: not-allowed; }
.row { display: flex; flex-wrap: wrap; gap: 0.75rem; align-items: center; margin: 1.5rem 0; }
.row form { margin: 0; }
.inline { display: inline; margin: 0; }

.field { margin: 0 0 1.5rem; padding: 0; border: 0; min-width: 0; }
.field.wrong { border-left: 4px solid var(--bad); padding-left: 0.75rem; }
label, legend { display: block; font-weight: 700; padding: 0; }
.needed { margin-left: 0.5rem; font-size: 0.875rem; color: var(--bad); font-weight: 700; }
.hint { margin: 0.125rem 0 0.25rem; color: var(--soft); font-size: 0.9375rem; }
.problem { margin: 0.125rem 0 0.25rem; color: var(--bad); font-weight: 700; }
input, textarea, select { font: inherit; color: inherit; background: #fff; border: 1px solid #595959; border-radius: 8px; padding: 0.5rem 0.75rem; min-height: 48px; width: 100%; max-width: 40rem; }
input.short { max-width: 9rem; }
input.middle { max-width: 18rem; }
input[type=checkbox], input[type=radio] { width: 24px; height: 24px; min-height: 0; margin: 0; flex: none; accent-color: var(--main); }
input[type=file] { border-style: dashed; padding: 0.75rem; }
[aria-invalid=true] { border-color: var(--bad); border-width: 2px; }
.choices { display: flex; flex-wrap: wrap; gap: 0.25rem 1.5rem; }
.choices label { display: flex; gap: 0.5rem; align-items: center; font-weight: 400; min-height: 44px; cursor: pointer; }
.filters { display: grid; grid-template-columns: repeat(auto-fit, minmax(11rem, 1fr)); gap: 0.75rem 1rem; align-items: end; padding: 1rem; background: var(--shade); border-radius: 8px; margin: 0 0 1.5rem; }
.filters .field { margin: 0; }
.pair { display: grid; grid-template-columns: repeat(auto-fit, minmax(16rem, 1fr)); gap: 0 1.5rem; }

.problems { border: 2px solid var(--bad); border-radius: 8px; background: var(--bad-pale); padding: 1rem 1.25rem; margin: 0 0 1.5rem; }
.problems h2 { margin: 0 0 0.5rem; font-size: 1.125rem; }
.problems ul { margin: 0; padding-left: 1.25rem; }
.problems a { color: var(--bad); }
.done { border-left: 8px solid var(--good); background: var(--good-pale); padding: 0.75rem 1rem; border-radius: 4px; }
.note { border-left: 8px solid var(--main); background: var(--main-pale); padding: 0.75rem 1rem; border-radius: 4px; margin: 0 0 1rem; }
.warn { border-left: 8px solid #b78f00; background: var(--warn-pale); padding: 0.75rem 1rem; border-radius: 4px; margin: 0 0 1rem; }
.bad { border-left: 8px solid var(--bad); background: var(--bad-pale); padding: 0.75rem 1rem; border-radius: 4px; margin: 0 0 1rem; }
.note > :last-child, .warn > h3:first-child, .warn > h2:first-child, .bad > h2:first-child, .note > h2:first-child { margin-top: 0; }
.warn > :last-child, .bad > :last-child { margin-bottom: 0; }
.tag { display: inline-block; padding: 0 0.5rem; border-radius: 4px; border: 1px solid var(--line); font-size: 0.875rem; white-space: nowrap; }
.tag.good { color: var(--good); border-color: var(--good); background: var(--good-pale); }
.tag.attention { color: var(--warn); border-color: #8a6a00; background: var(--warn-pale); }
.tag.wrong { color: var(--bad); border-color: var(--bad); background: var(--bad-pale); }

.scroll { overflow-x: auto; margin: 0 0 1.5rem; }
table { border-collapse: collapse; width: 100%; }
caption { text-align: left; font-weight: 700; padding: 0 0 0.5rem; }
th, td { text-align: left; vertical-align: top; padding: 0.625rem 0.75rem; border-bottom: 1px solid var(--faint); }
thead th { border-bottom: 2px solid var(--line); background: var(--shade); font-size: 0.9375rem; white-space: nowrap; }
tbody th { font-weight: 700; min-width: 8rem; }
td { min-width: 5rem; }
.many thead th { white-space: normal; min-width: 5.5rem; vertical-align: bottom; }
td.number, th.number { text-align: right; font-variant-numeric: tabular-nums; }
td button { white-space: nowrap; }
h2 + .scroll caption { position: absolute; width: 1px; height: 1px; overflow: hidden; clip-path: inset(50%); white-space: nowrap; }
td ul { margin: 0; padding-left: 1.1rem; }
.facts div { display: grid; grid-template-columns: 11rem 1fr; gap: 0.25rem 1rem; padding: 0.5rem 0; border-bottom: 1px solid var(--faint); }
.facts dt { font-weight: 700; }
.facts dd { margin: 0; }
.cards { display: grid; grid-template-columns: repeat(auto-fit, minmax(15rem, 1fr)); gap: 1rem; padding: 0; list-style: none; }
.card { border: 1px solid var(--line); border-radius: 12px; padding: 1rem 1.25rem; }
.card h2, .card h3 { margin: 0 0 0.25rem; font-size: 1.0625rem; }
.card.idle .figure { color: var(--soft); font-weight: 400; }
.card .figure { font-size: 2rem; font-weight: 700; line-height: 1.2; margin: 0; }
.card p:last-child { margin: 0; }
.columns { display: grid; grid-template-columns: minmax(0, 1fr) minmax(18rem, 24rem); gap: 2rem; align-items: start; }
.columns > [data-live] { position: sticky; top: 1rem; }
.columns > * > h2:first-child { margin-top: 0; }
.figure { font-variant-numeric: tabular-nums; }
progress { width: 100%; height: 1.5rem; accent-color: var(--main); }
svg.map { width: 100%; height: auto; border: 1px solid var(--faint); border-radius: 8px; background: #fbfbfd; }
svg.qr { width: 14rem; height: 14rem; display: block; background: #fff; }
.token { font-family: ui-monospace, monospace; font-size: 1.125rem; background: var(--shade); padding: 0.5rem 0.75rem; border-radius: 8px; display: inline-block; }
ins { background: var(--good-pale); color: var(--good); text-decoration: none; }
del { background: var(--bad-pale); color: var(--bad); }
.line-preview { border-radius: 12px; overflow: hidden; max-width: 24rem; }
.hold { font-size: 2rem; font-weight: 700; font-variant-numeric: tabular-nums; }
pre { white-space: pre-wrap; font: inherit; margin: 0; }
details { margin: 0 0 1.5rem; border: 1px solid var(--line); border-radius: 8px; padding: 0 1rem; }
summary { font-weight: 700; min-height: 48px; padding: 0.625rem 0; cursor: pointer; }
.pages { display: flex; gap: 1rem; flex-wrap: wrap; }
[hidden] { display: none !important; }

@media (max-width: 60rem) {
  .columns { grid-template-columns: minmax(0, 1fr); }
  .columns.read-first > :last-child { order: -1; }
}
@media (max-width: 40rem) {
  h1 { font-size: 1.5rem; }
  .facts div { grid-template-columns: 1fr; gap: 0; }
  main { padding-top: 1rem; }
  .scroll table { min-width: 40rem; }
  nav ul { flex-wrap: nowrap; overflow-x: auto; }
  nav a { white-space: nowrap; }
  .row > button, .row > .button, .row > form, .row > form > button { width: 100%; }
}
@media print {
  header, footer, .skip, .no-print { display: none; }
  main { max-width: none; padding: 0; }
  .large { font-size: 1.5rem; }
  .large th, .large td { padding: 0.75rem; border: 1px solid #000; }
  tr { break-inside: avoid; }
}
.large { font-size: 1.375rem; }
@media (prefers-reduced-motion: reduce) { * { animation: none !important; transition: none !important; } }
`;

/** The whole stylesheet: our own, and what LINE's messages look like. */
export const style = `${own}${previewStyles}`;
