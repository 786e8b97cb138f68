/** How Flex messages look. Sizes of bubbles are those of LINE's phones, in px. */
export const flexStyles = `
.f-bubble { --f-scale: 1; position: relative; display: flex; flex: none; flex-direction: column;
  max-width: 100%; overflow: hidden; border-radius: 18px; background: #fff; color: #111;
  box-shadow: 0 1px 2px rgb(20 40 60 / .14); text-align: start; }
.f-scaling { --f-scale: var(--letters, 1); }
.f-nano { width: 120px; }
.f-micro { width: 160px; }
.f-deca { width: 220px; }
.f-hecto { width: 241px; }
.f-kilo { width: 260px; }
.f-mega { width: 300px; }
.f-giga { width: 386px; }
.f-block { position: relative; display: flex; flex: none; flex-direction: column; }
.f-body { flex: 1 0 auto; }
.f-box { position: relative; display: flex; min-width: 0; max-width: 100%; overflow: hidden; box-sizing: border-box; }
.f-text { position: relative; min-width: 0; max-width: 100%; }
:where(.f-text) > p { margin: 0; font-size: 16px; line-height: 1.4; }
.f-wraps { white-space: pre-wrap; overflow-wrap: anywhere; }
.f-cut { display: block; overflow: hidden; white-space: nowrap; text-overflow: ellipsis; }
.f-clamped { display: -webkit-box; overflow: hidden; -webkit-box-orient: vertical; }
.f-picture { position: relative; display: flex; justify-content: center; min-width: 0; max-width: 100%; }
.f-frame { position: relative; max-width: 100%; overflow: hidden; }
.f-frame > img { position: absolute; inset: 0; width: 100%; height: 100%; }
.f-fit { object-fit: contain; }
.f-cover { object-fit: cover; }
.f-icon { position: relative; line-height: 1; }
.f-icon > img { display: inline-block; vertical-align: baseline; object-fit: contain; }
.f-video { position: relative; width: 100%; background: #10161c; }
.f-video > video { width: 100%; height: 100%; }
.f-separator { position: relative; flex: none; height: 1px; background: #d9dee3; }
.f-upright { width: 1px; height: auto; align-self: stretch; }
.f-button { display: block; box-sizing: border-box; width: 100%; height: 52px; padding: 0 16px; border: 0;
  border-radius: 10px; font: inherit; font-size: calc(16px * var(--f-scale)); cursor: pointer; }
.f-button.f-scaling { height: auto; min-height: 52px; }
.f-button.f-low { height: 40px; }
.f-button.f-low.f-scaling { height: auto; min-height: 40px; }
.f-button:disabled { cursor: default; opacity: 1; }
.f-primary { background: #2a5f8f; color: #fff; }
.f-secondary { background: #e1e6eb; color: #111; }
.f-link { background: transparent; color: #2a5f8f; }
.f-carousel { display: flex; align-items: stretch; gap: 10px; max-width: 100%; padding-bottom: 6px;
  overflow-x: auto; scroll-snap-type: x proximity; scrollbar-width: thin; }
.f-carousel > * { scroll-snap-align: start; scroll-margin-inline: 12px; }
.f-tap { position: absolute; inset: 0; z-index: 1; padding: 0; border: 0; border-radius: inherit;
  background: transparent; cursor: pointer; }
.f-tap:active { background: rgb(20 40 60 / .08); }
[data-action] { cursor: pointer; }
.f-chat :focus-visible { outline: 3px solid #1d4f91; outline-offset: -3px; }
`;
