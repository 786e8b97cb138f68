/** The page around the phones, and what stands beside them. */
export const pageStyles = `
:root { --ink: #15202b; --soft: #51606d; --line: #d5dee6; --ground: #eef2f5; --paper: #fff; --main: #1f5a8c;
  --main-ink: #fff; --good: #1d6b3f; --bad: #a3261b; --warn: #7a4d00;
  font-family: "Hiragino Sans", "Noto Sans JP", "Noto Sans CJK JP", "Yu Gothic UI", Meiryo, sans-serif; color: var(--ink); }
* { box-sizing: border-box; }
[hidden] { display: none !important; }
body { display: flex; flex-direction: column; height: 100dvh; margin: 0; background: var(--ground); font-size: 16px;
  line-height: 1.5; }
h1, h2, h3, h4, p { margin: 0; }
button, input, select, textarea { font: inherit; color: inherit; }
button { cursor: pointer; }
:focus-visible { outline: 3px solid #1d4f91; outline-offset: 2px; }
.for-listeners { position: absolute; width: 1px; height: 1px; overflow: hidden; clip-path: inset(50%); white-space: nowrap; }
.main { min-height: 44px; padding: 8px 20px; border: 0; border-radius: 12px; background: var(--main); color: var(--main-ink);
  font-weight: 700; }
.main:hover { background: #17476f; }
.quiet { min-height: 44px; padding: 8px 16px; border: 1px solid #b9c8d5; border-radius: 12px; background: var(--paper); }
.quiet:hover { background: #f1f6fa; }
.icon { display: inline-grid; flex: none; place-items: center; width: 44px; height: 44px; padding: 0; border: 0; border-radius: 12px;
  background: none; color: #33495c; }
.icon:hover { background: rgb(20 60 100 / .08); }
.sign { width: 24px; height: 24px; fill: none; stroke: currentcolor; stroke-width: 1.8; stroke-linecap: round; stroke-linejoin: round; }
.top { display: flex; flex: none; align-items: center; gap: 16px; padding: 10px 20px; border-bottom: 1px solid var(--line);
  background: var(--paper); }
.top h1 { flex: none; font-size: 18px; letter-spacing: .02em; }
.switch { display: none; }
main { display: grid; flex: 1; grid-template-columns: minmax(0, 1fr) clamp(380px, 36vw, 640px); min-height: 0; }
.phones { display: flex; flex-direction: column; min-width: 0; min-height: 0; padding: 14px 0 0 16px; }
.people { display: flex; flex: 1; gap: 8px; min-width: 0; padding: 3px; overflow-x: auto; scrollbar-width: none; }
.people button { flex: none; min-height: 36px; padding: 4px 16px; border: 1px solid #b9c8d5; border-radius: 999px; background: var(--paper);
  font-size: 15px; }
.people button[aria-pressed="true"] { border-color: var(--main); background: #dceaf5; color: #123f66; font-weight: 700; }
.row-of-phones { display: flex; flex: 1; justify-content: safe center; gap: 20px; min-height: 0; padding: 2px 16px 16px 2px; overflow-x: auto; }
.row-of-phones:empty { display: none; }
.welcome { margin: auto; padding: 40px 24px; text-align: center; }
.welcome h2 { margin-bottom: 12px; font-size: 26px; }
.welcome p { max-width: 32em; word-break: auto-phrase; text-wrap: balance; margin: 0 auto 24px; color: var(--soft); font-size: 17px; }
.names { display: flex; flex-wrap: wrap; gap: 12px; justify-content: center; }
.names .main { min-height: 56px; padding-inline: 28px; font-size: 18px; }
dialog { width: min(440px, calc(100vw - 32px)); padding: 24px; border: 0; border-radius: 20px; background: var(--paper);
  color: var(--ink); box-shadow: 0 18px 60px rgb(16 32 48 / .3); }
dialog::backdrop { background: rgb(16 32 48 / .45); }
dialog h2 { margin-bottom: 16px; font-size: 21px; line-height: 1.4; }
.field { display: block; margin-bottom: 14px; }
.field > span { display: block; margin-bottom: 4px; color: var(--soft); font-size: 15px; }
.field input, .field select { width: 100%; min-height: 48px; padding: 8px 12px; border: 1px solid #8fa3b4; border-radius: 10px;
  background: var(--paper); font-size: 18px; }
.pair { display: grid; grid-template-columns: 1fr 1fr; gap: 0 12px; }
.pair[hidden] { display: none; }
.buttons { display: flex; flex-wrap: wrap; gap: 10px; justify-content: flex-end; margin-top: 20px; }
.address { margin-bottom: 8px; font-size: 19px; font-weight: 700; overflow-wrap: anywhere; }
.stickers { display: grid; grid-template-columns: repeat(3, 1fr); gap: 8px; }
.stickers button { padding: 4px; border: 1px solid transparent; border-radius: 14px; background: none; }
.stickers button:hover { border-color: #b9c8d5; background: #f4f8fb; }
.stickers .f-sticker { width: 100%; height: auto; }
@media (max-width: 900px) {
  .top { padding: 8px 12px; gap: 8px; flex-wrap: wrap; }
  .top h1 { font-size: 16px; }
  .top .main { min-height: 40px; padding-inline: 14px; font-size: 15px; }
  .switch { display: flex; width: 100%; gap: 4px; padding: 4px; border-radius: 12px; background: var(--ground); }
  .switch button { flex: 1; min-height: 36px; border: 0; border-radius: 9px; background: none; }
  .switch button[aria-pressed="true"] { background: var(--paper); font-weight: 700; box-shadow: 0 1px 2px rgb(20 40 60 / .2); }
  main { grid-template-columns: minmax(0, 1fr); }
  main[data-shown="phones"] .traffic, main[data-shown="traffic"] .phones { display: none; }
  .phones { padding: 10px 0 0 10px; }
  .top h1 { flex: 1; }
  .people { order: 1; flex: 1 0 100%; }
  .switch { order: 2; }
  .row-of-phones { padding: 2px 10px 10px 2px; gap: 10px; scroll-snap-type: x mandatory; }
}
`;
