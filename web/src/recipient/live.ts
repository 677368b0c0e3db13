/** The recipient's tracking page: without this script the page still shows its last answer. */
const canvas = document.querySelector<HTMLElement>("[data-map]");
if (canvas) {
  const { openMap } = await import("./map.ts");
  openMap(canvas);
}

export {};
