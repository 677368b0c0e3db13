/** The longer side of what is sent, in pixels; the server keeps no larger ones. */
const SIDE_MAX = 1_600;
const QUALITY = 0.8;

/**
 * A photo as a small JPEG, upright; nothing of it when the phone cannot read it. Drawing it anew also leaves behind what
 * the camera wrote beside the picture, such as where it was taken.
 */
export async function shrunk(photo: Blob): Promise<ArrayBuffer | undefined> {
  try {
    const bitmap = await createImageBitmap(photo, { imageOrientation: "from-image" });
    const scale = Math.min(1, SIDE_MAX / Math.max(bitmap.width, bitmap.height));
    const canvas = document.createElement("canvas");
    canvas.width = Math.max(1, Math.round(bitmap.width * scale));
    canvas.height = Math.max(1, Math.round(bitmap.height * scale));
    canvas.getContext("2d")?.drawImage(bitmap, 0, 0, canvas.width, canvas.height);
    bitmap.close();
    const jpeg = await new Promise<Blob | null>((done) => canvas.toBlob(done, "image/jpeg", QUALITY));
    return await jpeg?.arrayBuffer();
  } catch {
    return undefined;
  }
}
