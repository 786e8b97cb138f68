/**
 * The look of our pages for elders: letters of 20 px, fields and buttons of 56 px, one column, contrast of 7:1 and more.
 */
export const style = `
* { box-sizing: border-box; }
html { font-size: 125%; -webkit-text-size-adjust: 100%; }
body {
  margin: 0; color: #1a1a1a; background: #fff; line-height: 1.75; overflow-wrap: anywhere; word-break: auto-phrase;
  font-family: "Hiragino Sans", "Noto Sans JP", "Noto Sans CJK JP", Meiryo, sans-serif;
}
header { background: #00573d; color: #fff; padding: 0.6rem 1rem; font-weight: 700; }
main, footer { max-width: 32rem; margin: 0 auto; padding: 1rem; }
h1 { font-size: 1.4rem; line-height: 1.4; margin: 0.5rem 0; }
h2 { font-size: 1.1rem; margin: 0 0 0.25rem; }
dl { margin: 1rem 0; padding: 0.75rem 1rem; background: #e8f1ec; border-radius: 10px; }
dt { font-size: 0.9rem; color: #00402d; }
dd { margin: 0 0 0.5rem; font-weight: 700; }
label { display: block; font-weight: 700; margin-top: 1.25rem; }
.hint { margin: 0; font-size: 0.9rem; color: #4d4d4d; }
.problem { margin: 0.25rem 0; color: #a80000; font-weight: 700; }
.summary { border: 3px solid #a80000; border-radius: 10px; padding: 0.75rem 1rem; }
.summary a { color: #a80000; }
fieldset { border: 0; padding: 0; margin: 1.25rem 0 0; }
legend { font-weight: 700; padding: 0; }
.choice { display: flex; align-items: center; gap: 0.75rem; min-height: 56px; margin: 0.25rem 0; padding: 0 0.75rem; font-weight: 400; border: 2px solid #4d4d4d; border-radius: 8px; }
label.choice input { width: 1.5rem; min-height: 1.5rem; margin: 0; flex: none; }
input {
  display: block; width: 100%; min-height: 56px; margin-top: 0.25rem; padding: 0.5rem 0.75rem; font: inherit;
  border: 2px solid #4d4d4d; border-radius: 8px; background: #fff; color: inherit;
}
input[aria-invalid="true"] { border: 3px solid #a80000; }
button, .button {
  display: block; width: 100%; min-height: 56px; margin: 1.5rem 0; padding: 0.75rem; font: inherit; font-weight: 700;
  text-align: center; text-decoration: none; color: #fff; background: #00573d; border: 0; border-radius: 10px; cursor: pointer;
}
.number { font-size: 2.4rem; font-weight: 700; letter-spacing: 0.2em; margin: 0.25rem 0; }
.keep { border-top: 1px solid #c9d3ce; margin-top: 1.5rem; padding-top: 1rem; }
.keep ul { margin: 0; padding-left: 1.2rem; }
footer { border-top: 1px solid #c9d3ce; font-size: 0.95rem; }
:focus-visible { outline: 4px solid #000; outline-offset: 3px; box-shadow: 0 0 0 3px #ffd43d; }
`;
