/** The colours of the map: each is a token of the style sheet, so light, dark and high contrast are drawn there. */
export const TOKENS = {
  land: "--map-land",
  water: "--map-water",
  green: "--map-green",
  sand: "--map-sand",
  building: "--map-building",
  buildingEdge: "--map-building-edge",
  road: "--map-road",
  roadMajor: "--map-road-major",
  roadEdge: "--map-road-edge",
  path: "--map-path",
  rail: "--map-rail",
  label: "--map-label",
  labelHalo: "--map-label-halo",
  labelWater: "--map-label-water",
} as const;

/** A colour for each token, in a form that the map reads. */
export type Palette = Readonly<Record<keyof typeof TOKENS, string>>;

/** Reads the colours as they are on the page right now. */
export function readPalette(within: HTMLElement): Palette {
  const probe = document.createElement("span");
  probe.hidden = true;
  within.append(probe);
  const read = (token: string): string => {
    probe.style.color = `var(${token})`;
    return plainColour(getComputedStyle(probe).color);
  };
  const entries = Object.entries(TOKENS).map(([name, token]) => [name, read(token)] as const);
  probe.remove();
  return Object.fromEntries(entries) as Record<keyof typeof TOKENS, string>;
}

/** `color(srgb …)`, which browsers give for mixed colours, as `rgba(…)`; anything else as it is. */
export function plainColour(computed: string): string {
  const numbers = /^color\(srgb ([\d.e+-]+) ([\d.e+-]+) ([\d.e+-]+)(?: \/ ([\d.e+-]+))?\)$/.exec(computed);
  if (!numbers) {
    return computed;
  }
  const [red, green, blue] = numbers.slice(1, 4).map((share) => Math.round(Number(share) * 255));
  return `rgba(${red}, ${green}, ${blue}, ${Number(numbers[4] ?? 1)})`;
}
