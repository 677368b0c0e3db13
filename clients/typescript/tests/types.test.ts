import { describe, expectTypeOf, test } from "vitest";
import type {
  AnswerOf,
  components,
  Doorstep,
  Method,
  OperationOf,
  PagedPath,
  PathOf,
  paths,
} from "../src/index.ts";

type Schemas = components["schemas"];

/** Never called: what does not compile here fails the check of the package, and what should not compile does too. */
async function wrong(doorstep: Doorstep): Promise<void> {
  // @ts-expect-error there is no such path
  await doorstep.get("/v1/parcel");
  // @ts-expect-error it is not read
  await doorstep.get("/v1/driver/events");
  // @ts-expect-error a stream is followed
  await doorstep.get("/v1/parcels/{id}/tracking/stream", { path: { id: "1" } });
  // @ts-expect-error which parcel is not said
  await doorstep.get("/v1/parcels/{id}");
  // @ts-expect-error the parameter has another name
  await doorstep.get("/v1/parcels/{id}", { path: { parcel: "1" } });
  // @ts-expect-error a limit is a number
  await doorstep.get("/v1/parcels", { query: { limit: "10" } });
  // @ts-expect-error nothing is read from a body
  await doorstep.get("/v1/parcels", { body: {} });
  // @ts-expect-error the sender is missing
  await doorstep.post("/v1/parcels", { body: { tracking_number: "EX1" } });
  // @ts-expect-error there is no such field
  await doorstep.post("/v1/parcels", { body: { tracking_number: "EX1", sender: "Bookshop", colour: "red" } });
  // @ts-expect-error there is no such kind
  await doorstep.post("/v1/parcels", { body: { tracking_number: "EX1", sender: "Bookshop", kind: "Gift" } });
  // @ts-expect-error a key makes no other method one that is done once
  await doorstep.delete("/v1/experience", { idempotencyKey: "1" });
  // @ts-expect-error nothing comes in pages there
  doorstep.pages("/v1/regions");
}

describe("types", () => {
  test("wrong calls do not compile", () => {
    expectTypeOf(wrong).parameter(0).toEqualTypeOf<Doorstep>();
  });

  test("answers are those of the document", () => {
    type Parcel = AnswerOf<OperationOf<"get", "/v1/parcels/{id}">>;
    expectTypeOf<Parcel>().toEqualTypeOf<Schemas["ParcelAnswer"]>();
    expectTypeOf<Parcel["status"]>().extract<"out_for_delivery">().not.toBeNever();
    expectTypeOf<AnswerOf<OperationOf<"delete", "/v1/session">>>().toEqualTypeOf<undefined>();
    expectTypeOf<AnswerOf<OperationOf<"get", "/v1/parcels/{id}/proof/photo">>>().toEqualTypeOf<Blob>();
    expectTypeOf<AnswerOf<OperationOf<"post", "/v1/tours">>>().toEqualTypeOf<Schemas["TourCreated"]>();
  });

  test("every operation can be called, and the stream be followed", () => {
    type Called = { [M in Method]: PathOf<M> }[Method];
    expectTypeOf<Exclude<keyof paths, Called>>().toEqualTypeOf<
      "/v1/parcels/{id}/tracking/stream" | "/v1/embed/{token}/stream"
    >();
  });

  test("every list with a cursor comes in pages", () => {
    type Paged = "/v1/audit" | "/v1/parcels" | "/v1/reports" | "/v1/tours" | "/v1/visibility/changes";
    expectTypeOf<PagedPath>().toEqualTypeOf<Paged>();
  });
});
