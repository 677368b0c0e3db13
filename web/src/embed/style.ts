/**
 * How the tracker looks. Whoever frames it sets the properties that begin with `--doorstep-`; the rest follows the
 * colour scheme of the page.
 */
export const STYLE = `
:host { display: block; color-scheme: light dark; container-type: inline-size; }
:host([hidden]) { display: none; }
section {
  --ink: var(--doorstep-ink, light-dark(#191c1a, #f0efeb));
  --quiet: var(--doorstep-quiet, light-dark(#4b504c, #b9beb9));
  --paper: var(--doorstep-paper, light-dark(#ffffff, #1a1e1c));
  --line: var(--doorstep-line, light-dark(#dfdbd3, #343a36));
  --accent: var(--doorstep-accent, light-dark(#0b6b57, #5fcfb2));
  box-sizing: border-box;
  padding: var(--doorstep-padding, 1.25rem);
  border: 1px solid var(--line);
  border-radius: var(--doorstep-radius, 14px);
  background: var(--paper);
  color: var(--ink);
  font: 400 1rem / 1.45 var(--doorstep-font, system-ui, sans-serif);
  font-variant-numeric: tabular-nums;
  overflow-wrap: anywhere;
}
p { margin: 0; }
[hidden] { display: none !important; }
.flags { display: flex; flex-wrap: wrap; gap: 0.375rem; margin-bottom: 0.75rem; }
.flag {
  padding: 0.125rem 0.625rem; border-radius: 999px; border: 1px solid currentcolor; font-size: 0.875rem; font-weight: 600;
  color: var(--quiet);
}
.flag[data-tone="good"] { color: light-dark(#17663b, #7fd6a0); }
.flag[data-tone="warn"] { color: light-dark(#7b4a00, #f0c070); }
.flag[data-tone="bad"] { color: light-dark(#a01e1e, #ff9d94); }
.flag[data-tone="live"] { color: var(--accent); }
.kicker, .line, .reason, .by { color: var(--quiet); }
.hero { font-size: clamp(1.5rem, 9cqi, 2.25rem); line-height: 1.15; font-weight: 700; letter-spacing: -0.01em; }
.stops { margin-top: 0.5rem; font-weight: 600; }
.line, .reason { margin-top: 0.5rem; }
.reason, .by, .more, .away { font-size: 0.9375rem; }
.away { margin-top: 0.75rem; padding-top: 0.75rem; border-top: 1px solid var(--line); }
.map { margin-top: 1rem; }
iframe {
  display: block; width: 100%; height: var(--doorstep-map-height, 18rem); border: 0; border-radius: 10px;
  background: light-dark(#f3f0ea, #22272a); color-scheme: light dark;
}
.foot {
  display: flex; flex-wrap: wrap; justify-content: space-between; gap: 0.25rem 1rem; margin-top: 1rem;
  padding-top: 0.75rem; border-top: 1px solid var(--line);
}
a { color: var(--accent); text-underline-offset: 0.2em; }
a:focus-visible { outline: 3px solid light-dark(#1d4fd7, #9db8ff); outline-offset: 2px; border-radius: 2px; }
.aloud { position: absolute; width: 1px; height: 1px; overflow: hidden; clip-path: inset(50%); white-space: nowrap; }
@media (forced-colors: active) { .flag, section, iframe { border: 1px solid; } }
`;
