import type { Page } from "playwright-core";

/** A large picture, as a camera would give it. */
export async function drawn(page: Page): Promise<Buffer> {
  const url = await page.evaluate(() => {
    const canvas = document.createElement("canvas");
    [canvas.width, canvas.height] = [2400, 1800];
    const pen = canvas.getContext("2d");
    if (pen) {
      pen.fillStyle = "#cbb79a";
      pen.fillRect(0, 0, 2400, 1800);
      pen.fillStyle = "#7a4a2a";
      pen.fillRect(800, 900, 800, 600);
    }
    return canvas.toDataURL("image/png");
  });
  return Buffer.from(url.slice(url.indexOf(",") + 1), "base64");
}
