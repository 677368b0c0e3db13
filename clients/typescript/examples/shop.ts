import { Doorstep } from "@doorstep/client";

const { DOORSTEP_SERVER: server = "http://127.0.0.1:8080", DOORSTEP_KEY: key } = process.env;
const doorstep = new Doorstep({ server, key, retries: { times: 4 } });

/** An order ships: its parcels are announced, and only once, however often this is called. */
async function announce(order: string, day: string, numbers: string[]) {
  const parcels = numbers.map((number) => ({ tracking_number: number, sender: "Bookshop", order, day }));
  const added = await doorstep.post("/v1/parcels", { idempotencyKey: `order-${order}`, body: { parcels } });
  return "parcels" in added ? added.parcels : [added];
}

/** Where a parcel is, in a line, with the page on which its recipient follows it. */
async function whereIs(id: string) {
  const { tracking_number, status, day } = await doorstep.get("/v1/parcels/{id}", { path: { id } });
  return `${tracking_number}: ${status}, ${day}, ${server}/parcels/${id}\n`;
}

const [order = "4711", day = new Date().toISOString().slice(0, 10), ...numbers] = process.argv.slice(2);
for (const { id } of await announce(order, day, numbers.length > 0 ? numbers : [`${order}-1`])) {
  process.stdout.write(await whereIs(id));
}
