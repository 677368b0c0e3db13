/** The signs beside the words; never alone, so assistive technology does not read them. */

const SHAPES = {
  house: ["M4 10.5 12 4l8 6.5V20H4z", "M9 20v-6h6v6M9 17h6"],
  check: ["m5 12.5 4.5 4.5L19 7.5"],
  cross: ["m6.5 6.5 11 11m0-11-11 11"],
  eye: [
    "M2.5 12S6 5.5 12 5.5 21.5 12 21.5 12 18 18.5 12 18.5 2.5 12 2.5 12Z",
    "M12 9a3 3 0 1 0 0 6 3 3 0 0 0 0-6Z",
  ],
  unseen: ["M4 4l16 16M2.5 12S6 5.5 12 5.5 21.5 12 21.5 12 18 18.5 12 18.5 2.5 12 2.5 12Z"],
  cup: ["M5 9.5h11v6a4 4 0 0 1-4 4H9a4 4 0 0 1-4-4zM16 11h1.5a2.5 2.5 0 0 1 0 5H16M8 3.5v2.5M12 3.5v2.5"],
  navigate: ["M20 4 4 10.8l6.8 2.4L13.2 20z"],
  box: ["m12 3.5 8 4.2v8.6l-8 4.2-8-4.2V7.7zM4 7.7l8 4.3 8-4.3M12 12v8.5M8 5.7l8 4.2"],
  speech: ["M5 5.5h14v10H12l-4 4v-4H5z"],
  noSignal: [
    "M3 3l18 18M5 12.5a10 10 0 0 1 4-2.4M8.5 16a5 5 0 0 1 5.5-1M2.5 8.8A15 15 0 0 1 6 6.5M10.5 5a15 15 0 0 1 11 3.8M15 10.7a10 10 0 0 1 4 1.8",
    "M12 19.5v.1",
  ],
  sending: ["M12 19V6m0 0L7 11m5-5 5 5"],
  alert: ["M12 4 21 19.5H3z", "M12 10v4.5M12 17v.1"],
  people: [
    "M9 5a3.5 3.5 0 1 0 0 7 3.5 3.5 0 0 0 0-7Z",
    "M2.8 19.5c.4-3.4 3-5.5 6.2-5.5s5.8 2.1 6.2 5.5M15.5 5.3a3.5 3.5 0 0 1 0 6.4M17.5 14.4c2 .8 3.4 2.6 3.7 5.1",
  ],
  mailbox: ["M4 18V10a4 4 0 0 1 8 0v8zM8 6h8a4 4 0 0 1 4 4v8h-8", "M15 11h3"],
  shop: [
    "M4.5 10v9.5h15V10M3.5 6.5 5 4h14l1.5 2.5v1a2.8 2.8 0 0 1-5.6 0 2.8 2.8 0 0 1-5.7 0 2.8 2.8 0 0 1-5.7 0z",
    "M9.5 19.5V14h5v5.5",
  ],
  pin: [
    "M12 21s-7-6.5-7-11.5a7 7 0 0 1 14 0C19 14.5 12 21 12 21Z",
    "M12 7a2.5 2.5 0 1 0 0 5 2.5 2.5 0 0 0 0-5Z",
  ],
  later: ["M20 12a8 8 0 1 1-2.6-5.9M20 4v4.5h-4.5", "M12 8v4.2l2.6 1.6"],
  camera: [
    "M4 8.5A1.5 1.5 0 0 1 5.5 7H8l1.5-2.5h5L16 7h2.5A1.5 1.5 0 0 1 20 8.5v9a1.5 1.5 0 0 1-1.5 1.5h-13A1.5 1.5 0 0 1 4 17.5z",
    "M12 9.5a3.5 3.5 0 1 0 0 7 3.5 3.5 0 0 0 0-7Z",
  ],
  list: ["M9 6.5h11M9 12h11M9 17.5h11M4.5 6.5v.1M4.5 12v.1M4.5 17.5v.1"],
  chevron: ["m9 5 7 7-7 7"],
  leave: ["M13.5 4.5H6A1.5 1.5 0 0 0 4.5 6v12A1.5 1.5 0 0 0 6 19.5h7.5M10.5 12h9.5m-3.5-4 4 4-4 4"],
  flag: ["M6 21V4M6 5h11l-2 3.5 2 3.5H6"],
  play: ["M7.5 5v14l11-7z"],
  undo: ["M9 7 4.5 11.5 9 16M4.5 11.5H15a4.5 4.5 0 0 1 0 9h-2"],
} as const;

export type IconName = keyof typeof SHAPES;

export function Icon({ name, tone }: { readonly name: IconName; readonly tone?: "bad" }) {
  return (
    <svg class={tone ? `i ${tone}` : "i"} viewBox="0 0 24 24" aria-hidden="true">
      {SHAPES[name].map((path) => (
        <path key={path} d={path} />
      ))}
    </svg>
  );
}
