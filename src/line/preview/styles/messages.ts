/** How everything but Flex looks: bubbles of words, pictures, templates, stickers, maps, menus. */
export const messageStyles = `
.f-chat { font-family: "Hiragino Sans", "Noto Sans JP", "Noto Sans CJK JP", "Yu Gothic UI", Meiryo, sans-serif;
  color: #15202b; --letters: 1; }
.f-letters-small { --letters: .87; }
.f-letters-normal { --letters: 1; }
.f-letters-large { --letters: 1.2; }
.f-letters-extra-large { --letters: 1.42; }
.f-message { max-width: 100%; margin-block: 8px; }
.f-of-text, .f-of-textV2 { width: fit-content; max-width: 300px; padding: 10px 14px; border-radius: 18px;
  background: var(--f-words, #fff); box-shadow: 0 1px 1px rgb(20 40 60 / .1); }
.f-words { font-size: calc(17px * var(--letters)); line-height: 1.5; white-space: pre-wrap; overflow-wrap: anywhere; }
.f-words .f-link { display: inline; padding: 0; border: 0; background: none; color: #17508a; font: inherit;
  text-align: start; text-decoration: underline; text-underline-offset: 3px; overflow-wrap: anywhere; }
.f-mention { color: #17508a; font-weight: 700; }
.f-emoji { width: 1.25em; height: 1.25em; vertical-align: -.25em; fill: #ffe08a; stroke: #6a4a00; stroke-width: 1.4;
  stroke-linecap: round; }
.f-emoji path { fill: none; }
.f-photo, .f-clip { display: block; max-width: 240px; max-height: 320px; border-radius: 16px;
  background: #dde4ea; min-width: 120px; min-height: 80px; }
.f-clip { width: 240px; background: #10161c; }
.f-sound, .f-file, .f-location { width: 240px; max-width: 100%; overflow: hidden; border-radius: 16px; background: #fff;
  box-shadow: 0 1px 2px rgb(20 40 60 / .14); }
.f-sound { padding: 12px; box-sizing: border-box; }
.f-sound-name { display: block; margin-bottom: 8px; font-size: 15px; }
.f-sound audio { width: 100%; height: 36px; }
.f-file { display: flex; gap: 12px; align-items: center; padding: 14px; box-sizing: border-box; }
.f-file svg { flex: none; width: 28px; fill: #eef3f7; stroke: #5b6b79; stroke-width: 1.5; }
.f-file-name { overflow-wrap: anywhere; font-size: 16px; }
.f-note { color: #51606d; font-size: 14px; line-height: 1.45; overflow-wrap: anywhere; }
.f-strong { font-size: 17px; font-weight: 700; line-height: 1.4; }
.f-lines { font-size: 16px; line-height: 1.5; white-space: pre-wrap; overflow-wrap: anywhere; }
.f-location svg { display: block; width: 100%; height: 120px; }
.f-location-words { padding: 10px 14px 14px; }
.f-ground { fill: #eef0ea; }
.f-green { fill: #d3e3c9; }
.f-water { fill: #c4dcec; }
.f-road { fill: none; stroke: #fff; stroke-width: 7; }
.f-pin { fill: #c2452d; }
.f-pin-eye { fill: #fff; }
.f-sticker { display: block; width: 132px; height: 132px; }
.f-face { fill: #ffdf8e; stroke: #c98f1b; stroke-width: 2; }
.f-cheek { fill: #f8b48a; }
.f-feature { fill: none; stroke: #4a3714; stroke-width: 5; stroke-linecap: round; stroke-linejoin: round; }
.f-mouth { fill: #7d2f22; }
.f-sticker-id { fill: #3c4853; font-size: 10px; }
.f-card { width: 260px; flex: none; display: flex; flex-direction: column; overflow: hidden; border-radius: 16px;
  background: #fff; box-shadow: 0 1px 2px rgb(20 40 60 / .14); }
.f-card-top { position: relative; flex: 1 0 auto; }
.f-card-words { padding: 14px 16px; }
.f-card-words .f-strong { margin-bottom: 4px; }
.f-thumbnail { aspect-ratio: 1.51; background: #fff; overflow: hidden; }
.f-thumbnail.f-square { aspect-ratio: 1; }
.f-thumbnail img { width: 100%; height: 100%; }
.f-choices { border-top: 1px solid #e3e8ed; }
.f-choice { display: block; width: 100%; min-height: 48px; padding: 8px 12px; border: 0; background: none;
  color: #17508a; font: inherit; font-size: 16px; cursor: pointer; }
.f-choice:disabled { opacity: 1; cursor: default; }
.f-choice:hover:enabled { background: #eef4f9; }
.f-side-by-side { display: flex; }
.f-side-by-side .f-choice { flex: 1; min-width: 0; }
.f-image-card { position: relative; width: 220px; height: 220px; background: #dde4ea; }
.f-image-card img { width: 100%; height: 100%; }
.f-caption { position: absolute; left: 50%; bottom: 14px; transform: translateX(-50%); max-width: 90%; padding: 6px 14px;
  border-radius: 999px; background: rgb(16 22 28 / .72); color: #fff; font-size: 15px; white-space: nowrap; }
.f-imagemap { position: relative; width: 300px; max-width: 100%; overflow: hidden; border-radius: 16px; background: #dde4ea; }
.f-imagemap > img { width: 100%; height: 100%; object-fit: cover; }
.f-menu { position: relative; width: 100%; overflow: hidden; background: #eef2f5; }
.f-menu > img { display: block; width: 100%; height: 100%; }
.f-area { position: absolute; padding: 0; border: 0; background: transparent; cursor: pointer; }
.f-area:disabled { cursor: default; }
.f-area:active:enabled { background: rgb(20 40 60 / .12); }
.f-named { display: grid; place-items: center; box-sizing: border-box; border: 1px solid #c5d0d9; background: #fff;
  color: #15202b; font: inherit; font-size: 18px; font-weight: 700; line-height: 1.35; }
.f-named span { padding: 4px 8px; overflow-wrap: anywhere; }
.f-quick { display: flex; gap: 8px; max-width: 100%; padding: 8px 12px; overflow-x: auto; scrollbar-width: thin; }
.f-quick-button { display: inline-flex; flex: none; align-items: center; gap: 6px; min-height: 44px; padding: 6px 16px;
  border: 1px solid #b9c8d5; border-radius: 999px; background: #fff; color: #123c63; font: inherit; font-size: 16px;
  cursor: pointer; }
.f-quick-button:disabled { opacity: 1; cursor: default; }
.f-quick-button:hover:enabled { background: #eef4f9; }
.f-sign { width: 20px; height: 20px; border-radius: 4px; fill: none; stroke: currentcolor; stroke-width: 1.8;
  stroke-linecap: round; stroke-linejoin: round; }
`;
