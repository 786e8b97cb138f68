/** A phone on the page: large words, calm colours, one hand wide. */
export const phoneStyles = `
.phone { display: flex; flex: none; flex-direction: column; gap: 8px; width: 376px; max-width: 100%; min-height: 0;
  scroll-snap-align: center; }
.settings { display: flex; flex: none; flex-wrap: wrap; align-items: center; gap: 6px 8px; }
.settings h2 { flex: 1 0 200px; min-width: 0; padding-left: 6px; overflow: hidden; font-size: 18px; white-space: nowrap;
  text-overflow: ellipsis; }
.choice { display: flex; flex: 1 0 auto; margin: 0; padding: 3px; border: 0; border-radius: 12px; background: #dbe4ec; }
.choice label { display: flex; flex: 1; cursor: pointer; }
.choice label span { flex: 1; padding: 3px 8px; border-radius: 9px; font-size: 15px; text-align: center; white-space: nowrap; }
.choice input:checked + span { background: var(--paper); font-weight: 700; box-shadow: 0 1px 2px rgb(20 40 60 / .2); }
.choice input:focus-visible + span { outline: 3px solid #1d4f91; outline-offset: 1px; }
.settings .quiet { min-height: 34px; padding: 2px 10px; border-radius: 8px; font-size: 14px; }
.settings .icon { width: 34px; height: 34px; }
.settings .sign { width: 18px; height: 18px; }
.screen { position: relative; display: flex; flex: 1; flex-direction: column; min-height: 0; overflow: hidden;
  border: 1px solid #b7c5d1; border-radius: 26px; background: #cbd9e5; box-shadow: 0 6px 24px rgb(30 60 90 / .12); }
.chat-head { display: flex; flex: none; align-items: center; gap: 10px; padding: 10px 16px; border-bottom: 1px solid #b9c8d5;
  background: #dce6ee; }
.chat-head h3 { font-size: 18px; }
.avatar { display: grid; flex: none; place-items: center; width: 40px; height: 40px; overflow: hidden; border-radius: 14px;
  background: #2b4f6e; color: #fff; font-size: 18px; font-weight: 700; }
.avatar img { width: 100%; height: 100%; object-fit: cover; }
.entries { position: relative; display: flex; flex: 1; flex-direction: column-reverse; min-height: 120px; overflow: hidden auto;
  overscroll-behavior: contain; scrollbar-width: thin; }
.entries > div { padding: 6px 0 14px; margin-bottom: auto; }
.entries:focus-visible { outline-offset: -3px; }
.entry { padding-inline: 12px; content-visibility: auto; contain-intrinsic-size: auto 90px; }
.day, .line { width: fit-content; max-width: 100%; margin: 14px auto 10px; padding: 3px 14px; border-radius: 999px;
  background: rgb(35 60 85 / .74); color: #fff; font-size: 13px; }
.line { background: rgb(35 60 85 / .66); }
.row { display: flex; gap: 8px; align-items: flex-start; }
.of-person .row { justify-content: flex-end; }
.side { min-width: 0; max-width: calc(100% - 48px); }
.continued { margin-left: 48px; }
.name { color: #33414e; font-size: 13px; line-height: 1.3; }
.said { display: flex; gap: 6px; align-items: flex-end; max-width: 100%; }
.of-person .said { margin-left: 44px; }
.said .f-message { flex: 0 1 auto; min-width: 0; margin-block: 4px; }
.of-bot .said .f-message { max-width: 100%; }
.of-bot .f-of-flex, .of-bot .f-of-template { max-width: none; }
.of-bot .said:has(.f-card, .f-bubble) { flex-wrap: wrap; }
/* Cards side by side reach under the picture and to the edge, so that the next one can be seen waiting. */
.of-bot .said:has(.f-carousel) { flex-direction: column; align-items: flex-start; gap: 0; width: calc(100% + 48px);
  max-width: none; margin-left: -48px; }
.of-bot .row > .avatar + .side > .said:has(.f-carousel) { margin-top: 22px; }
.of-bot .side:has(.f-carousel) { flex: 1; }
.of-bot .said:has(.f-carousel) .f-message { width: calc(100% + 12px); max-width: none; margin-right: -12px; }
.of-bot .said .f-carousel { padding-right: 12px; }
.of-person { --f-words: #c9e5f7; }
.marks { display: flex; flex: none; flex-direction: column; padding-bottom: 4px; color: #3d4c59; font-size: 12px; line-height: 1.35;
  white-space: nowrap; }
.of-person .marks { align-items: flex-end; }
.unsend { display: grid; place-items: center; align-self: center; width: 32px; height: 32px; padding: 0; border: 0; border-radius: 50%;
  background: rgb(255 255 255 / .75); color: #33495c; opacity: 0; }
.unsend svg { width: 18px; height: 18px; fill: none; stroke: currentcolor; stroke-width: 2; stroke-linecap: round; stroke-linejoin: round; }
.entry:hover .unsend, .unsend:focus-visible { opacity: 1; }
@media (hover: none) { .unsend { opacity: 1; } }
.raw { max-width: 280px; padding: 8px 12px; border-radius: 12px; background: #fff; font-size: 14px; }
.raw pre { max-height: 200px; margin: 8px 0 0; overflow: auto; font-size: 12px; }
.loading { display: flex; flex: none; gap: 6px; align-self: flex-start; margin: 0 12px 10px 60px; padding: 13px 18px; border-radius: 18px;
  background: #fff; }
.loading i { width: 9px; height: 9px; border-radius: 50%; background: #5f7a90; animation: breathe 1.2s infinite ease-in-out; }
.loading i:nth-of-type(2) { animation-delay: .2s; }
.loading i:nth-of-type(3) { animation-delay: .4s; }
@keyframes breathe { 0%, 80%, 100% { opacity: .25; } 40% { opacity: 1; } }
@media (prefers-reduced-motion: reduce) { .loading i { animation: none; } }
.notice { flex: none; margin: 0 12px 8px; padding: 8px 12px; border-radius: 10px; background: rgb(255 255 255 / .8); color: #33414e;
  font-size: 13px; }
.standing { display: flex; flex: none; align-items: center; gap: 12px; padding: 12px 16px; border-top: 1px solid #b9c8d5;
  background: #f4f8fb; }
.standing p { flex: 1; font-size: 16px; }
.attachments { display: grid; flex: none; grid-template-columns: repeat(5, 1fr); gap: 4px; padding: 8px; background: var(--paper);
  border-top: 1px solid var(--line); }
.attachments button { display: grid; gap: 2px; place-items: center; padding: 8px 2px; border: 0; border-radius: 12px; background: none;
  font-size: 14px; }
.attachments button:hover { background: #eef4f9; }
.attachments .sign { width: 28px; height: 28px; color: #1f5a8c; }
.composer { display: flex; flex: none; align-items: flex-end; gap: 2px; padding: 6px 6px; background: var(--paper);
  border-top: 1px solid var(--line); }
.composer textarea { flex: 1; min-width: 0; min-height: 44px; padding: 8px 14px; border: 1px solid #8fa3b4; border-radius: 22px;
  background: #f6f9fb; font-size: 17px; line-height: 1.55; resize: none; }
.composer textarea::placeholder { color: #5b6b79; }
.send { color: #1f5a8c; }
.menu-bar { display: flex; flex: none; align-items: center; justify-content: center; gap: 6px; min-height: 44px; padding: 4px 16px;
  border: 0; border-top: 1px solid var(--line); background: var(--paper); font-size: 16px; }
.menu-bar .sign { width: 18px; height: 18px; transform: rotate(180deg); }
.menu-bar[aria-expanded="true"] .sign { transform: none; }
.menu { flex: none; }
.toast { position: absolute; left: 16px; right: 16px; bottom: 72px; padding: 10px 16px; border-radius: 12px;
  background: rgb(20 32 44 / .92); color: #fff; font-size: 15px; }
`;
