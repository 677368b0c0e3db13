/** The van and the door as signs on the map: drawn as elements, so that they take their colours from the tokens. */

const SVG = "http://www.w3.org/2000/svg";

const VAN =
  "M2.5 7.2C2.5 6.5 3 6 3.7 6h9.1c.7 0 1.2.5 1.2 1.2v1.6h2.7c.4 0 .8.2 1 .5l2.9 3.6c.2.2.3.5.3.8v2.6c0 .7-.5 1.2-1.2 " +
  "1.2h-.5a2.4 2.4 0 0 1-4.7 0H9.4a2.4 2.4 0 0 1-4.7 0h-1c-.7 0-1.2-.5-1.2-1.2zM15.6 10.3v2.9h3.1l-2.2-2.7a.5.5 0 0 0" +
  "-.4-.2z";
const DOOR = "M4 20a16 16 0 0 1 32 0v19.5a3.5 3.5 0 0 1-3.5 3.5H25l-5 7.5-5-7.5H7.5A3.5 3.5 0 0 1 4 39.5z";
const LEAF = "M11.5 21a8.5 8.5 0 0 1 17 0v16.5h-17z";

/** The sign of the van. */
export interface VanSign {
  readonly element: HTMLElement;
  /** Turns it to the side that it drives to. */
  face(side: "left" | "right"): void;
  /** Draws it as one whose place is no longer new. */
  setOld(old: boolean): void;
}

/** Draws the van: a disc with the van's side in it. */
export function vanSign(): VanSign {
  const element = sign("van-sign");
  const picture = svg("van-picture", "0 0 24 24", [
    ["path", { "fill-rule": "evenodd", d: VAN }],
    ["circle", { cx: "7.05", cy: "17.3", r: "1.5" }],
    ["circle", { cx: "16.9", cy: "17.3", r: "1.5" }],
  ]);
  const disc = document.createElement("div");
  disc.className = "disc";
  disc.append(picture);
  element.append(disc);
  return {
    element,
    face: (side) => disc.classList.toggle("left", side === "left"),
    setOld: (old) => disc.classList.toggle("old", old),
  };
}

/** Draws the own door: an arched pin whose tip stands on it, with its name below. */
export function doorSign(name: string): HTMLElement {
  const element = sign("door-sign");
  const picture = svg("door-picture", "0 0 40 52", [
    ["path", { class: "outline", d: DOOR }],
    ["path", { class: "leaf", d: LEAF }],
    ["circle", { class: "knob", cx: "24.5", cy: "29.5", r: "1.9" }],
  ]);
  const label = document.createElement("span");
  label.textContent = name;
  element.append(picture, label);
  return element;
}

/** Draws the pin of a safe place: one that the keyboard reaches as well. */
export function pinSign(name: string): HTMLElement {
  const element = document.createElement("div");
  element.className = "pin-sign";
  element.tabIndex = 0;
  element.setAttribute("role", "img");
  element.setAttribute("aria-label", name);
  element.append(
    svg("pin-picture", "0 0 24 34", [
      [
        "path",
        {
          class: "outline",
          d: "M12 1.500A10.500 10.500 0 0 0 1.500 12c0 7.500 10.500 20.500 10.500 20.500S22.500 19.500 22.500 12A10.500 10.500 0 0 0 12 1.500Z",
        },
      ],
      ["circle", { class: "knob", cx: "12", cy: "12", r: "3.6" }],
    ]),
  );
  return element;
}

/** Draws the circle that says how rough the van's place is. */
export function circleSign(): HTMLElement {
  return sign("accuracy");
}

/** A sign in a button: two arrows apart, two arrows together, or cross-hairs. */
export function controlSign(kind: "larger" | "smaller" | "recentre"): SVGElement {
  const shapes: Record<typeof kind, [string, Record<string, string>][]> = {
    larger: [["path", { d: "M14 4.5h5.5V10M10 19.5H4.5V14M19.5 4.5l-6 6M4.5 19.5l6-6" }]],
    smaller: [["path", { d: "M13.5 5v5.5H19M10.5 19v-5.5H5M13.5 10.5l6-6M10.5 13.5l-6 6" }]],
    recentre: [
      ["circle", { cx: "12", cy: "12", r: "6.5" }],
      ["path", { d: "M12 2.5v3M12 18.5v3M2.5 12h3M18.5 12h3" }],
      ["circle", { class: "dot", cx: "12", cy: "12", r: "1.8" }],
    ],
  };
  const picture = svg("i", "0 0 24 24", shapes[kind]);
  return picture;
}

function sign(className: string): HTMLElement {
  const element = document.createElement("div");
  element.className = className;
  // What the sign says also stands in words beside the map.
  element.setAttribute("aria-hidden", "true");
  return element;
}

function svg(
  className: string,
  box: string,
  shapes: readonly [string, Record<string, string>][],
): SVGElement {
  const picture = document.createElementNS(SVG, "svg");
  picture.setAttribute("class", className);
  picture.setAttribute("viewBox", box);
  picture.setAttribute("aria-hidden", "true");
  for (const [tag, attributes] of shapes) {
    const shape = document.createElementNS(SVG, tag);
    for (const [name, value] of Object.entries(attributes)) {
      shape.setAttribute(name, value);
    }
    picture.append(shape);
  }
  return picture;
}
