/** The traffic beside the phones: dense, but calm. */
export const trafficStyles = `
.traffic { display: flex; flex-direction: column; min-height: 0; border-left: 1px solid var(--line); background: var(--paper);
  font-size: 14px; }
.traffic > header { display: flex; flex: none; align-items: baseline; justify-content: space-between; gap: 12px; padding: 14px 16px 4px; }
.traffic h2 { font-size: 18px; }
.quota { color: var(--soft); font-size: 13px; }
.fields { display: flex; flex-wrap: wrap; gap: 8px 12px; align-items: flex-end; }
.fields label { color: var(--soft); font-size: 12px; }
.fields label:has([type="checkbox"]) { display: inline-flex; align-items: center; gap: 6px; min-height: 34px; color: var(--ink); font-size: 14px; }
.fields input:not([type="checkbox"]), .fields select { display: block; height: 34px; padding: 0 8px; border: 1px solid #8fa3b4;
  border-radius: 8px; background: var(--paper); color: var(--ink); font-size: 14px; }
.fields input[type="number"] { width: 92px; }
.fields input[type="search"] { width: 130px; }
.filter { flex: none; padding: 4px 16px 12px; border-bottom: 1px solid var(--line); }
.exchanges { flex: 1; min-height: 0; margin: 0; padding: 0; overflow-y: auto; list-style: none; scrollbar-width: thin; }
.none { flex: 1; padding: 24px 16px; color: var(--soft); }
.exchanges:not(:empty) + .none { display: none; }
.exchanges:empty { flex: none; }
.exchanges > li { border-bottom: 1px solid #e6ecf1; content-visibility: auto; contain-intrinsic-size: auto 54px; }
.exchange summary { display: grid; grid-template-columns: 78px minmax(0, 1fr) auto 70px 66px; gap: 2px 10px; align-items: baseline;
  padding: 9px 16px; cursor: pointer; list-style: none; }
.exchange summary::-webkit-details-marker { display: none; }
.exchange summary:hover { background: #f4f8fb; }
.exchange summary:focus-visible { outline-offset: -3px; }
.exchange[open] summary { background: #eaf1f7; }
.verdict { justify-self: start; padding: 1px 9px; border-radius: 999px; font-size: 12px; font-weight: 700; }
.verdict[data-verdict="accepted"] { background: #dff0e5; color: var(--good); }
.verdict[data-verdict="refused"] { background: #fbe3e0; color: var(--bad); }
.verdict[data-verdict="failed"] { background: #fdeccd; color: var(--warn); }
.what { overflow: hidden; font-weight: 600; white-space: nowrap; text-overflow: ellipsis; }
.status, .took, .exchange time { color: var(--soft); font-size: 13px; font-variant-numeric: tabular-nums; text-align: right; }
.why { grid-column: 2 / -1; color: #4a2b08; font-size: 13px; }
.why:empty { display: none; }
.detail { padding: 10px 16px 16px; background: #f8fafc; }
.detail h3 { margin: 12px 0 4px; font-size: 13px; color: var(--soft); }
.detail pre { margin: 0 0 6px; padding: 8px 10px; border-radius: 8px; background: #fff; border: 1px solid #e1e8ee; font-size: 12px; line-height: 1.5;
  font-family: ui-monospace, "SF Mono", Menlo, Consolas, "DejaVu Sans Mono", "Noto Sans Mono CJK JP", monospace; white-space: pre-wrap; overflow-wrap: anywhere; }
.detail pre:empty { display: none; }
.findings { margin: 8px 0 0; padding: 0; list-style: none; }
.findings:empty { display: none; }
.findings li { margin-bottom: 4px; padding: 6px 10px; border-radius: 8px; font-size: 13px; overflow-wrap: anywhere; }
.findings .error { background: #fbe3e0; color: #7c1c13; }
.findings .warning { background: #fdf1d8; color: #5f3c00; }
.buttons-row { display: flex; flex-wrap: wrap; gap: 8px; align-items: center; margin: 0; padding: 0; border: 0; }
.buttons-row legend { float: left; padding: 0; margin-right: 4px; color: var(--soft); font-size: 13px; }
.buttons-row button, .buttons-row .button, .fields button, .active-faults button { min-height: 34px; padding: 4px 12px; border: 1px solid #b9c8d5;
  border-radius: 8px; background: var(--paper); color: var(--ink); font-size: 14px; text-decoration: none; cursor: pointer; }
.buttons-row button:hover, .buttons-row .button:hover, .fields button:hover, .active-faults button:hover { background: #f1f6fa; }
.button:focus-within { outline: 3px solid #1d4f91; outline-offset: 2px; }
.tools { flex: none; max-height: 45%; overflow-y: auto; border-top: 1px solid var(--line); background: #f8fafc; }
.tool { border-bottom: 1px solid #e6ecf1; }
.tool > summary { padding: 10px 16px; font-weight: 600; cursor: pointer; }
.tool > summary:focus-visible { outline-offset: -3px; }
.tool > :not(summary) { margin: 0 16px 12px; }
.active-faults { padding: 0; list-style: none; }
.active-faults:empty { display: none; }
.active-faults li { display: flex; gap: 10px; align-items: center; justify-content: space-between; padding: 4px 0; }
`;
