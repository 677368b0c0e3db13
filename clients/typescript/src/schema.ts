/**
 * Every operation of the interface, what it takes and what it answers. Made from the server's own description of
 * itself by `npm run generate`: change the server instead of this file.
 */

export interface paths {
    "/healthz": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Ask whether the process lives */
        get: operations["get_healthz"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/ingest/osmand": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Take a fix from a query */
        get: operations["get_ingest_osmand"];
        put?: never;
        /** Take a fix from a form, a query, or the JSON of newer clients */
        post: operations["post_ingest_osmand"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/ingest/owntracks": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Take a message of OwnTracks
         * @description The app's password is the device's token, whatever the user is called. A `location` is a fix; other types are
         *     accepted and hold none.
         */
        post: operations["post_ingest_owntracks"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/ingest/traccar": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Take locations of Traccar Client
         * @description One message or a list of them. The device's token is its `device_id`, or stands in the `Authorization` header.
         */
        post: operations["post_ingest_traccar"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/metrics": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Read what is counted, in the text format of Prometheus; for callers on this machine */
        get: operations["get_metrics"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/readyz": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Ask whether it can answer requests: the database takes writes and the process is not stopping */
        get: operations["get_readyz"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/accuracy": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Read how well forecasts held: windows, arrivals and numbers of stops, by day and region
         * @description A tour is judged a quarter of an hour after it ended. Windows are judged before they are rounded for recipients.
         */
        get: operations["get_accuracy"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/audit": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * List what staff looked at, and which areas they added and removed
         * @description What they changed of rules is at `/v1/visibility/changes`. Records are kept for a year.
         */
        get: operations["get_audit"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/calendar": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Read whether there is a calendar, and when it was read */
        get: operations["get_calendar"];
        /** Make a calendar; the address that there was before ends */
        put: operations["put_calendar"];
        post?: never;
        /** End the calendar: its address opens nothing any more */
        delete: operations["delete_calendar"];
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/devices": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** List the devices */
        get: operations["get_devices"];
        put?: never;
        /** Add a device for a driver */
        post: operations["post_devices"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/devices/{id}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        post?: never;
        /** Revoke a device: its token is worth nothing from then on */
        delete: operations["delete_devices_id"];
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/driver/events": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Tell what happened on a tour
         * @description Up to 10,000 events, also of hours offline, in any order. Each is judged on its own and each id is taken once:
         *     whoever did not hear the answer sends the batch again. The kinds are `started`, `fix` (`lat`, `lon`, `accuracy_m`,
         *     `speed_mps`, `course_deg`; the last two are not kept), `arrived` (`stop`), `departed` (`stop`), `scanned` (`parcel`),
         *     `attempted` and `delivered` (`parcel`, `outcome`), `served` (`stop`), `skipped` (`stop`), `break_begun`,
         *     `break_ended`, `map_hidden` and `map_shown` (the driver closes the map for everyone, and opens it again),
         *     `door_code_given` (`parcel`, `code`: what the recipient of a parcel of high value tells; five wrong ones are listened
         *     to) and `ended`. Of such a parcel, `delivered` is taken after the right code alone, and to the recipient alone.
         *     Without `tour` each event goes to the driver's tour that was under way when it happened.
         */
        post: operations["post_driver_events"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/driver/parcels/{id}/photo": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        /**
         * Add a photo to a delivery
         * @description The body is a JPEG, PNG or WebP picture of at most 2 MiB and 16 million pixels. It is made anew, at most 1,600 pixels
         *     and 500 KB large, and nothing that its file told besides is kept. A delivery has one photo; a second one takes its
         *     place until the tour ends, and for ten minutes after it came. Each `photo` is taken once: whoever did not hear the
         *     answer sends it again.
         */
        put: operations["put_driver_parcels_id_photo"];
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/driver/parcels/{id}/place-photo": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * See the photo of a safe place
         * @description It is there while the tour is the driver's own, the parcel is still to be delivered, and its `mark` names a photo.
         */
        get: operations["get_driver_parcels_id_place_photo"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/driver/privacy": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Read who sees the driver, and what is kept of them
         * @description How many people have the map open now, as a number only; what is kept of the driver's tour of now or else of today,
         *     and until when; and who of the staff looked at where they were today, also at tours until they handed them over.
         */
        get: operations["get_driver_privacy"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/driver/session": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Log a driver's phone in by a one-time code
         * @description The phone becomes a device of its own, known by the cookie in the answer. Tries are limited by address.
         */
        post: operations["post_driver_session"];
        /** Log a driver's phone out: the device is revoked */
        delete: operations["delete_driver_session"];
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/driver/tour": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Read the tour of now
         * @description The tour under way, else the first of today that has not ended. It holds what recipients ask for as soon as they
         *     do, their names at stops that are still to be served, and who may take a parcel in for them there.
         */
        get: operations["get_driver_tour"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/drivers": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Add a driver */
        post: operations["post_drivers"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/drivers/{id}/codes": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Make a one-time code with which the driver's phone logs in */
        post: operations["post_drivers_id_codes"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/embed-tokens": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Let a page of a shop show how a parcel stands
         * @description The token opens this one parcel for a quarter of an hour, on pages of this origin. The shop asks for it on its
         *     server, once it knows that the parcel is its customer's.
         */
        post: operations["post_embed_tokens"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/embed/{token}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Read what a page of a shop may show of a parcel */
        get: operations["get_embed_token"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/embed/{token}/stream": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Follow what a page of a shop may show of a parcel
         * @description Server-sent events: `event: tracking` with an `EmbeddedJson` as data, at first and after each change, until the
         *     token ends.
         */
        get: operations["get_embed_token_stream"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/experience": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Read what past days taught: how much longer drives and work take than is planned
         * @description There is one table for each day, made of the twelve weeks before it; tours of the day use it from their start to their
         *     end. Without lessons all factors are 1.
         */
        get: operations["get_experience"];
        put?: never;
        post?: never;
        /**
         * Forget what past days taught
         * @description Tours that are under way go on as they began; all others are foretold by their plan until new days have taught.
         */
        delete: operations["delete_experience"];
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/notifications": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Read what the recipient is told, by channel */
        get: operations["get_notifications"];
        /**
         * Say what the recipient is told, by channel; an empty list ends it
         * @description Push messages go to the browsers of `PUT /v1/push-subscriptions`. `sms` is there only where the operator offers it and
         *     knows a number.
         */
        put: operations["put_notifications"];
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/openapi.json": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Read this description of the interface */
        get: operations["get_openapi_json"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/orders": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * List the recipient's orders with what may be seen of their parcels
         * @description What they ordered for someone else has its status and its day, and nothing else.
         */
        get: operations["get_orders"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/parcels": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** List parcels */
        get: operations["get_parcels"];
        put?: never;
        /**
         * Add parcels, one or several
         * @description Several are told as `{"parcels": [...]}`; all of them are taken, or none.
         */
        post: operations["post_parcels"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/parcels/{id}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Read a parcel */
        get: operations["get_parcels_id"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        /**
         * Change a parcel
         * @description What is absent stays as it is. Who looks at the parcel sees the change at once: a parcel that becomes a gift shows
         *     no map any more.
         */
        patch: operations["patch_parcels_id"];
        trace?: never;
    };
    "/v1/parcels/{id}/access": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        /**
         * Tell the way to the door
         * @description Bell, floor, and what else helps; the driver sees it under the address. What is left out is said no more, and `{}`
         *     takes all of it back. Codes do not belong here and are refused (`holds_code`). It can be changed as long as the
         *     instruction, with the same answers.
         */
        put: operations["put_parcels_id_access"];
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/parcels/{id}/carrier-events": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Tell what another carrier said of a parcel
         * @description Each event is taken once, in whatever order they come; what is older than the status that stands does not change it.
         *     Statuses may be told in the words of others (`vocabulary`), of which an unknown one says nothing and is no error. The
         *     newest 50 are kept. The recipient sees them at once, and is told by message what they asked for.
         */
        post: operations["post_parcels_id_carrier_events"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/parcels/{id}/day": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        /**
         * Have a parcel brought on another day
         * @description One of the `other_days` of the tracking answer: as long as no driver has the parcel, and again after an attempt that
         *     failed. It is taken off its tour and waits for the next one. Else the answer is 409 `too_late`, `day_not_offered`,
         *     `not_offered` or `changed_meanwhile`, which holds as `now` what stands.
         */
        put: operations["put_parcels_id_day"];
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/parcels/{id}/instruction": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        /**
         * Say what to do with a parcel
         * @description A safe place, or a neighbour; the driver sees it at once. It can be changed until the driver is at the door; then the
         *     answer is 409 `too_late`. What the sender does not allow is 409 `not_offered`. With a `version`, a newer wish is not
         *     overwritten: the answer is 409 `changed_meanwhile` and holds as `now` what stands.
         */
        put: operations["put_parcels_id_instruction"];
        post?: never;
        /**
         * Take an instruction back
         * @description The recipient is at home, and the parcel is handed over in person.
         */
        delete: operations["delete_parcels_id_instruction"];
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/parcels/{id}/later": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Have the driver come later
         * @description `home_soon`: not before ten minutes from now; `later_on_tour`: at least half an hour later than is foretold. It is
         *     possible once for each parcel, while the driver is not on the way to it, and where it costs the tour no more than the
         *     operator's `detour_minutes`; the ways that are possible now are in `later` of the tracking answer. Else the answer is
         *     409 `too_late`, `does_not_fit` or `not_offered`.
         */
        post: operations["post_parcels_id_later"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/parcels/{id}/mark": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        /**
         * Show where a safe place is
         * @description By a pin on the map, a photo, or both; the driver sees them beside the safe place that was named. What is left out is
         *     shown no more, `{}` takes both back, and naming another place does as well. Beside the answers of the instruction it
         *     is 409 `no_safe_place` and 422 `pin_too_far`, `unknown_photo`.
         */
        put: operations["put_parcels_id_mark"];
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/parcels/{id}/pickup-point": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        /**
         * Have a parcel wait at a pick-up point
         * @description One of those that `GET /v1/parcels/{id}/pickup-points` tells, as long as no driver has the parcel. It is taken off its
         *     tour, and whoever plans the next one has it brought there.
         */
        put: operations["put_parcels_id_pickup_point"];
        post?: never;
        /** Have a parcel brought to the door after all */
        delete: operations["delete_parcels_id_pickup_point"];
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/parcels/{id}/pickup-points": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** List the points at which a parcel can be picked up */
        get: operations["get_parcels_id_pickup_points"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/parcels/{id}/place-photo": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** See the photo of a safe place */
        get: operations["get_parcels_id_place_photo"];
        /**
         * Send a photo of a safe place
         * @description The body is a JPEG, PNG or WebP picture of at most 2 MiB and 16 million pixels. It is made anew, and nothing that its
         *     file told besides is kept. There is one for each parcel; a mark shows it to the driver, and it is forgotten with what
         *     was asked for.
         */
        put: operations["put_parcels_id_place_photo"];
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/parcels/{id}/proof/photo": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * See the photo of a delivery
         * @description It is there when `photo_at` is told of the parcel; it shows somebody's door, so its recipient alone sees it.
         */
        get: operations["get_parcels_id_proof_photo"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/parcels/{id}/rating": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        /**
         * Rate a delivery
         * @description From 1, bad, to 5, very good, with a few words; the operator reads it, the driver does not. It can be given and changed
         *     for seven days after the delivery, while `rating_until` is told; else the answer is 409 `not_delivered`, `too_late` or
         *     `not_offered`. With a `version`, a newer rating is not overwritten: the answer is 409 `changed_meanwhile` and holds as
         *     `now` what stands.
         */
        put: operations["put_parcels_id_rating"];
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/parcels/{id}/report": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        /**
         * Answer a report
         * @description The newest one about the parcel; its recipient reads it on the page. A second answer takes the place of the first.
         */
        put: operations["put_parcels_id_report"];
        /**
         * Report an attempt
         * @description `nobody_came` of an attempt that the driver noted, `not_received` of a delivery; once for each attempt and within seven
         *     days, while `may_report` is told, else the answer is 409 `nothing_to_report`, `reported_already`, `too_late` or
         *     `not_offered`. It is kept with what can be told of the attempt: of the own door alone, in coarse steps, the same for
         *     recipient and operator. What the operator answers is in `report` of the tracking answer.
         */
        post: operations["post_parcels_id_report"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/parcels/{id}/shares": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** List the shares of a parcel, with when they were opened */
        get: operations["get_parcels_id_shares"];
        put?: never;
        /** Share a parcel: a link that shows its window, and may let its holder take it in */
        post: operations["post_parcels_id_shares"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/parcels/{id}/shares/{share}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        post?: never;
        /** Take a share back: its link opens nothing any more */
        delete: operations["delete_parcels_id_shares_share"];
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/parcels/{id}/tracking": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Read what may be seen of a parcel now */
        get: operations["get_parcels_id_tracking"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/parcels/{id}/tracking/stream": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Follow what may be seen of a parcel
         * @description Server-sent events: `event: tracking` with a `TrackingJson` as data, at first and after each change, at most one a
         *     second and always the latest. Each has an `id:`; whoever comes back with it as `Last-Event-ID` is told only what is
         *     new. A comment every 15 seconds keeps the stream open.
         */
        get: operations["get_parcels_id_tracking_stream"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/parcels/{id}/visibility": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Read what the recipient of a parcel may see, where it has rules of its own */
        get: operations["get_parcels_id_visibility"];
        /**
         * Say what the recipient of a parcel may see
         * @description The body is as for `PUT /v1/visibility`, without `release` and `tell_kept`; `{}` leaves everything to its sender, region
         *     and operator. A preset such as `"gift"` makes the parcel one of that kind.
         */
        put: operations["put_parcels_id_visibility"];
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/parcels/{id}/visibility/preview": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * See what the recipient of a parcel would see now under other rules
         * @description Nothing is changed. It is recorded who looked, and refused when that cannot be.
         */
        post: operations["post_parcels_id_visibility_preview"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/passkey-ceremonies/login": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Begin to log in by a passkey
         * @description Nobody is asked who they are; the authenticator knows. Where the public address is none that browsers keep passkeys for,
         *     this and everything about passkeys is not there.
         */
        post: operations["post_passkey_ceremonies_login"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/passkey-ceremonies/new": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Begin to add a passkey */
        post: operations["post_passkey_ceremonies_new"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/passkeys": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** List one's passkeys */
        get: operations["get_passkeys"];
        put?: never;
        /** Add the passkey that an authenticator made */
        post: operations["post_passkeys"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/passkeys/{id}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        post?: never;
        /** Remove a passkey: it logs nobody in any more */
        delete: operations["delete_passkeys_id"];
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/pickup-points": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** List the pick-up points */
        get: operations["get_pickup_points"];
        put?: never;
        /**
         * Add a pick-up point
         * @description Recipients may choose it for parcels whose door is at most 5 km away, where nothing locks `pickup_point`.
         */
        post: operations["post_pickup_points"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/pickup-points/{id}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        /**
         * Change a pick-up point
         * @description Parcels that were sent there before keep what was told of it then.
         */
        put: operations["put_pickup_points_id"];
        post?: never;
        /**
         * Remove a pick-up point
         * @description Parcels that were sent there before still are.
         */
        delete: operations["delete_pickup_points_id"];
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/push-key": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Read the public key that push messages are signed with */
        get: operations["get_push_key"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/push-subscriptions": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** List the browsers that messages are pushed to */
        get: operations["get_push_subscriptions"];
        /**
         * Have messages pushed to a browser
         * @description The body is what `PushSubscription.toJSON()` gives. Sent again, it changes nothing; an endpoint belongs to the account
         *     that sent it last. An account has ten browsers at most. Whoever sends their first is told when the map opens, when a parcel
         *     comes later, and how it ended; `PUT /v1/notifications` changes that.
         */
        put: operations["put_push_subscriptions"];
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/push-subscriptions/{id}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        post?: never;
        /** Push nothing to a browser any more */
        delete: operations["delete_push_subscriptions_id"];
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/ratings": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Read how recipients rated deliveries, by day
         * @description Days are those of the deliveries, by the operator's clock. Ratings are counted by nothing else, and by no driver.
         */
        get: operations["get_ratings"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/recipients": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Add a recipient's account */
        post: operations["post_recipients"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/recipients/{id}/phone": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        /**
         * Set the number that SMS to a recipient go to, or take it away
         * @description They get some only where they ask for them.
         */
        put: operations["put_recipients_id_phone"];
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/regions": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** List the areas in which the live map is offered */
        get: operations["get_regions"];
        put?: never;
        /** Add an area in which the live map is offered */
        post: operations["post_regions"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/regions/{id}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        post?: never;
        /** Remove an area; without any left, the live map is offered everywhere */
        delete: operations["delete_regions_id"];
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/regions/{id}/visibility": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Read what recipients in a region may see */
        get: operations["get_regions_id_visibility"];
        /**
         * Say what recipients in a region may see
         * @description The body is as for `PUT /v1/visibility`; what it leaves out is as the operator says.
         */
        put: operations["put_regions_id_visibility"];
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/reports": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * List reports of recipients
         * @description With what could be told of each attempt, so it is recorded who looks.
         */
        get: operations["get_reports"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/session": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Log in
         * @description Tries are limited by address and by account. An unknown address is answered like a wrong password.
         */
        post: operations["post_session"];
        /** Log out: the session and its streams end */
        delete: operations["delete_session"];
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/session/passkey": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Log in by a passkey
         * @description Tries are limited by address. A passkey that is not known is answered like one that is not right.
         */
        post: operations["post_session_passkey"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/sessions": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** List where the account is logged in */
        get: operations["get_sessions"];
        put?: never;
        post?: never;
        /** Log out everywhere else: all sessions but the one that asks end, and their streams */
        delete: operations["delete_sessions"];
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/sessions/{id}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        post?: never;
        /** Log out somewhere: a session and its streams end */
        delete: operations["delete_sessions_id"];
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/tours": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** List the tours of a day */
        get: operations["get_tours"];
        put?: never;
        /**
         * Bring a tour
         * @description All of it is taken, or nothing. Without `travel_s` the server computes travel times where it has roads, and from
         *     them the planned arrivals that are absent. A new parcel takes door and address from its stop and its day from the
         *     tour where it tells none itself.
         */
        post: operations["post_tours"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/tours/{id}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Read a tour: its stops and how they are known, predicted arrivals, the position, and what did not fit
         * @description It is recorded first who looks, for the driver to read, and refused with `look_not_recorded` when that cannot be.
         */
        get: operations["get_tours_id"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        /**
         * Give a tour to another driver
         * @description The one before sees and writes nothing of it from then on. Recipients are told when the tour is under way. The answer
         *     tells where the vehicle is, so it is recorded first who asks.
         */
        patch: operations["patch_tours_id"];
        trace?: never;
    };
    "/v1/tours/{id}/events": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Say what happened to a tour, or change it on the way
         * @description Beside the kinds of `/v1/driver/events`, of which `map_hidden`, `map_shown` and `door_code_given` are for the driver alone, there are `resequenced`, `stops_added`, `stops_removed`, `stop_moved`,
         *     `parcels_added`, `parcels_removed`, `parcel_moved`, `door_code_renewed` (`parcel`: its recipient sees another code, which may be missed five times), `handed_over` and `planned`. Each event is judged on its own, and
         *     each id is taken once. New stops and parcels get identities that follow from the event's, so that sending it again
         *     adds nothing.
         */
        post: operations["post_tours_id_events"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/tours/{id}/explanation": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Read what was believed of a tour, and why
         * @description With `at`, as it was known then: of the log, only what had been received. Addresses, parcels and rules are those of
         *     today. With `parcel`, also what its recipient saw. It is recorded first who looks, and refused with
         *     `look_not_recorded` when that cannot be.
         */
        get: operations["get_tours_id_explanation"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/visibility": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Read what recipients may see where nothing narrower says otherwise */
        get: operations["get_visibility"];
        /**
         * Say what recipients may see where nothing narrower says otherwise
         * @description The body is the name of a preset, `"open"`, `"near"`, `"coarse"`, `"gift"`, `"confidential"` or `"high_value"`, or
         *     rules, of which each field may be left out: `{"kind": "ordinary", "map": RULE, "count": RULE, "forecast": RULE,
         *     "driver_name": RULE, "photo": "ordinary", "release": "exact", "tell_kept": false}`. A rule is `"always"`, `"never"`, `{"within_stops": 10}`,
         *     `{"within_duration": 1800}`, `{"within_distance": 2000}`, `{"min_confidence": 0.8}`, `{"all": [RULE]}` or
         *     `{"any": [RULE]}`. What is left out is as in `near`, and the driver's name
         *     is not told.
         *
         *     For each field the narrowest wins that says anything: the parcel, its sender, the region of its door, the operator.
         *     `release` and `tell_kept` are for operators and regions alone. A parcel that is itself a gift, confidential or of high
         *     value stays so whatever stands here, and outside all regions no rule opens a map. Below the least confidence that the
         *     map asks for, recipients are told the plan alone. With `tell_kept` they are told of five windows how many were kept in
         *     their area in the last four weeks, once 500 were judged.
         *
         *     With `If-Match`, only the version is replaced that it names; otherwise the answer is 412 `version_changed`. Every
         *     change is kept with who made it, and open pages follow at once.
         */
        put: operations["put_visibility"];
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/visibility/changes": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * List who changed what recipients may see, and when
         * @description Changes of the last year, and older ones that still hold.
         */
        get: operations["get_visibility_changes"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/visibility/senders": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** List the senders that have rules of their own */
        get: operations["get_visibility_senders"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/visibility/senders/{sender}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Read what recipients of a sender's parcels may see */
        get: operations["get_visibility_senders_sender"];
        /**
         * Say what recipients of a sender's parcels may see
         * @description A sender is known by the name that its parcels tell, without regard to case and to how many spaces stand between words.
         *     The body is as for `PUT /v1/visibility`, without `release` and `tell_kept`; `{}` leaves everything to the region and the
         *     operator.
         */
        put: operations["put_visibility_senders_sender"];
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
}
export type webhooks = Record<string, never>;
export interface components {
    schemas: {
        /** @description How to get to the door. */
        AccessJson: {
            /** @description The name at the bell. */
            doorbell?: string | null;
            /** @description The floor. */
            floor?: string | null;
            /** @description Anything else about the way; no codes. */
            way?: string | null;
        };
        /** @description The body of `PUT /v1/parcels/{id}/access`. What is left out is said no more. */
        AccessRequest: components["schemas"]["AccessJson"] & {
            /**
             * Format: int32
             * @description The `wishes_version` that its sender saw; a newer one is not overwritten then.
             */
            version?: number | null;
        };
        /** @description Forecasts that lay so many stops ahead. */
        AccuracyAhead: components["schemas"]["ArrivalsJson"] & {
            /** @description The smallest number of stops ahead. */
            stops_from: number;
            /** @description The largest; absent where there is none. */
            stops_until?: number | null;
        };
        /** @description The answer of `GET /v1/accuracy`. */
        AccuracyAnswer: {
            /** @description Windows and arrivals of all days by how many stops ahead they lay; those of which there are any. */
            by_stops_ahead: components["schemas"]["AccuracyAhead"][];
            /** @description Each day and region of which there is anything, newest day first. */
            days: components["schemas"]["AccuracyDay"][];
            /**
             * Format: date
             * @description The first service day that was asked for.
             */
            from: string;
            /** @description All of them together. */
            total: components["schemas"]["AccuracyJson"];
            /**
             * Format: date
             * @description The last one.
             */
            until: string;
        };
        /** @description A day of tours in one region. */
        AccuracyDay: components["schemas"]["AccuracyJson"] & {
            /**
             * Format: date
             * @description The service day.
             */
            day: string;
            /** @description The region; absent for tours in none. */
            region?: string | null;
        };
        /** @description How well forecasts held. */
        AccuracyJson: {
            /** @description Windows and arrivals. */
            arrivals: components["schemas"]["ArrivalsJson"];
            /** @description Numbers of stops, where ten or fewer remained. */
            counts: components["schemas"]["CountsJson"];
        };
        /** @description How often something did not fit. */
        AnomaliesJson: {
            /**
             * Format: int32
             * @description Fixes that go to and fro between two places far apart, as those of two vehicles do.
             */
            alternating_fixes: number;
            /**
             * Format: int32
             * @description Plans whose travel times disagree with their places; they are not believed.
             */
            doubtful_travel_times: number;
            /**
             * Format: int32
             * @description Fixes from so far away that they are of no vehicle of this tour.
             */
            far_fixes: number;
            /**
             * Format: int32
             * @description Fixes from outside the started tour.
             */
            fixes_outside_tour: number;
            /**
             * Format: int32
             * @description Fixes whose accuracy radius is too large.
             */
            inaccurate_fixes: number;
            /**
             * Format: int32
             * @description Fixes that the vehicle cannot have sent from there at that time.
             */
            jumps: number;
            /**
             * Format: int32
             * @description Starts, breaks and ends that do not fit the phase.
             */
            misplaced_turns: number;
            /**
             * Format: int32
             * @description Stops that were served although others came first.
             */
            out_of_order_stops: number;
            /**
             * Format: int32
             * @description Plans that were made after the start.
             */
            plans_after_start: number;
            /**
             * Format: int32
             * @description Fixes that repeat a place which the vehicle has left.
             */
            stale_fixes: number;
            /**
             * Format: int32
             * @description Stops still to come that have no place yet.
             */
            stops_without_place: number;
            /**
             * Format: int32
             * @description Events that name a parcel that is not on the tour.
             */
            unknown_parcels: number;
            /**
             * Format: int32
             * @description Events that name a stop that is not on the tour.
             */
            unknown_stops: number;
        };
        /** @description The body of `PUT /v1/parcels/{id}/report`. */
        AnswerRequest: {
            /** @description What the recipient is answered. */
            answer: string;
        };
        /**
         * @description How arrivals are made.
         * @enum {string}
         */
        ArrivalBasisWord: "timetable" | "travel_times";
        /** @description How well windows and arrivals held. */
        ArrivalsJson: {
            /**
             * Format: double
             * @description The mean distance between believed and true arrival in seconds.
             */
            error_s_mean?: number | null;
            /**
             * Format: double
             * @description The share that did, 0 to 1; absent where there was no window.
             */
            hit_rate?: number | null;
            /**
             * Format: int64
             * @description How many held the arrival.
             */
            kept: number;
            /**
             * Format: int64
             * @description How many windows there were.
             */
            n: number;
            /**
             * Format: double
             * @description The mean width of a window in seconds.
             */
            width_s_mean?: number | null;
        };
        /** @description The answer of `GET /v1/audit`. */
        AuditAnswer: {
            /** @description What `after` must be to get the next page, where there is one. */
            next?: string | null;
            /** @description The records, newest first. */
            records: components["schemas"]["AuditJson"][];
        };
        /** @description A record of what staff did. */
        AuditJson: {
            /**
             * Format: date-time
             * @description When.
             */
            at: string;
            /** @description Who: `key:` and the label of a key, `account:` and an identity, or `command` for whoever works at the server itself. */
            by: string;
            /** @description What: `previewed`, `looked`, `region_added`, `region_removed` or `person_forgotten`. */
            deed: string;
            /** @description The parcel, region or tour, or the service day; empty of people who were forgotten. */
            subject: string;
        };
        /** @description What became of a batch. */
        BatchAnswer: {
            /** @description How many were known already. */
            doubled: number;
            /** @description How many were refused. */
            refused: number;
            /** @description What became of each event, in their order. */
            results: components["schemas"]["EventResult"][];
            /** @description How many were new and are kept. */
            taken: number;
        };
        /** @description A batch of events. */
        BatchRequest: {
            /** @description The events. */
            events: components["schemas"]["EventRequest"][];
            /**
             * Format: date-time
             * @description When it is sent, in the sender's clock; it tells how wrong that clock is.
             */
            sent_at?: string | null;
            /** @description The tour that the events are for. */
            tour?: string | null;
        };
        /**
         * @description Why something changed for a recipient.
         * @enum {string}
         */
        BecauseWord: "tour_started" | "stops_added_before" | "stops_dropped_before" | "resequenced" | "driver_chose_another_order" | "break_begun" | "break_ended" | "handed_over" | "signal_lost" | "instruction_given" | "instruction_withdrawn" | "stop_skipped" | "put_later";
        /** @description The answer of `GET /v1/calendar`. */
        CalendarAnswer: {
            calendar?: components["schemas"]["CalendarJson"] | null;
        };
        /** @description A calendar that reads when parcels come. */
        CalendarJson: {
            /**
             * Format: date-time
             * @description When it was made.
             */
            created_at: string;
            /**
             * Format: date-time
             * @description The hour in which it was read last.
             */
            used_at: string;
        };
        /** @description Something that another carrier said, as it is told. */
        CarrierEventJson: {
            /**
             * Format: date-time
             * @description When it happened.
             */
            at: string;
            /** @description What the carrier said. */
            description?: string | null;
            /** @description Its identity. */
            id: string;
            /** @description Where that was. */
            place?: string | null;
            /** @description How the parcel stood then. */
            status: components["schemas"]["StatusWord"];
        };
        /**
         * @description Something that another carrier said.
         * @example {
         *       "at": "2026-05-04T09:30:00Z",
         *       "description": "Sorted",
         *       "id": "6d0bfa1c5f9a4b6f8f1f6f3a2e9d0c11",
         *       "place": "Hub South",
         *       "status": "in_transit"
         *     }
         */
        CarrierEventRequest: {
            /**
             * Format: date-time
             * @description When it happened.
             */
            at: string;
            /** @description What the carrier said; what is longer than 300 characters is cut off. */
            description?: string | null;
            /** @description Its identity, 32 hexadecimal digits; an event with the same id is taken once. */
            id: string;
            /** @description Where that was. */
            place?: string | null;
            /** @description How the parcel stood then, in a word of the vocabulary. */
            status: string;
        };
        /** @description The body of `POST /v1/parcels/{id}/carrier-events`. */
        CarrierEventsRequest: {
            /** @description The events, in any order. */
            events: components["schemas"]["CarrierEventRequest"][];
            vocabulary?: components["schemas"]["Vocabulary"] | null;
        };
        /** @description Who brings a parcel to the door. */
        CarrierJson: {
            /** @enum {string} */
            carrier: "own";
        } | (components["schemas"]["OtherCarrierJson"] & {
            /** @enum {string} */
            carrier: "other";
        });
        /** @description The begin of a ceremony: what the browser is to ask its authenticators for. */
        CeremonyBegun: {
            /** @description What the ceremony is called when it is finished. It is good once, for five minutes. */
            ceremony: string;
            /** @description The options of `navigator.credentials.create` or `get`, as `WebAuthn` writes them in JSON. */
            options: Record<string, unknown>;
        };
        /**
         * @description Something that a recipient may ask for.
         * @enum {string}
         */
        ChoiceWord: "safe_place" | "neighbour" | "access_notes" | "home_soon" | "later_on_tour" | "another_day" | "pickup_point" | "rating" | "report";
        /** @description The factor of an hour or of a number of parcels. */
        ClassJson: components["schemas"]["FactorJson"] & {
            /**
             * Format: int32
             * @description The hour, or the number of parcels.
             */
            of: number;
        };
        /** @description A one-time code with which a driver's phone logs in. */
        CodeAnswer: {
            /** @description The code. */
            code: string;
            /**
             * Format: date-time
             * @description When it ends.
             */
            expires_at: string;
        };
        /** @description How well numbers of stops held. */
        CountsJson: {
            /**
             * Format: int64
             * @description How many of them were right.
             */
            exact: number;
            /**
             * Format: double
             * @description The share that was right, 0 to 1; absent where none could be told.
             */
            exact_rate?: number | null;
            /**
             * Format: int64
             * @description How many could be told.
             */
            n: number;
            /**
             * Format: int64
             * @description Of how many no single one was told because the order was not sure enough.
             */
            untold: number;
            /**
             * Format: int64
             * @description How many were right or one off.
             */
            within_one: number;
            /**
             * Format: double
             * @description The share that was right or one off.
             */
            within_one_rate?: number | null;
        };
        /** @description The body of `PUT /v1/parcels/{id}/day`. */
        DayRequest: {
            /**
             * Format: date
             * @description One of the `other_days` of the tracking answer.
             */
            day: string;
            /**
             * Format: int32
             * @description The `wishes_version` that its sender saw; a newer one is not overwritten then.
             */
            version?: number | null;
        };
        /** @description A device. */
        DeviceAnswer: {
            /** @description The driver that it writes for. */
            driver: string;
            /** @description Its identity. */
            id: string;
            /** @description What people call it. */
            label: string;
            /**
             * Format: date-time
             * @description Since when it may no longer write.
             */
            revoked_at?: string | null;
        };
        /** @description A new device, with the token that is told this once. */
        DeviceCreated: {
            /** @description Its token. */
            device_token: string;
            /** @description The driver that it writes for. */
            driver: string;
            /** @description Its identity. */
            id: string;
            /** @description What people call it. */
            label: string;
        };
        /** @description The body of `POST /v1/devices`. */
        DeviceRequest: {
            /** @description The driver that it writes for. */
            driver: string;
            /** @description What people call it. */
            label: string;
        };
        /** @description The operator's devices. */
        DevicesAnswer: {
            /** @description The devices, by label. */
            devices: components["schemas"]["DeviceAnswer"][];
        };
        /** @description What is known of a code that a recipient tells at the door. */
        DoorCodeJson: {
            /**
             * Format: int32
             * @description How many wrong ones are still listened to.
             */
            tries_left: number;
            /** @description Whether the right one was told. */
            verified: boolean;
        };
        /** @description A driver. */
        DriverAnswer: {
            /** @description Their identity. */
            id: string;
            /** @description Their name. */
            name: string;
        };
        /** @description Who drives. */
        DriverJson: {
            /** @description Their identity. */
            id: string;
            /** @description Their name, where it is new or another one. */
            name?: string | null;
        };
        /** @description The body of `POST /v1/driver/session`. */
        DriverLogin: {
            /** @description The one-time code. */
            code: string;
            /** @description What people will call the phone. */
            label?: string | null;
        };
        /** @description A driver. */
        DriverName: {
            /** @description Their identity. */
            id: string;
            /** @description Their name. */
            name?: string | null;
        };
        /** @description A parcel, as its driver sees it. */
        DriverParcel: {
            access?: components["schemas"]["AccessJson"] | null;
            door_code?: components["schemas"]["DoorCodeJson"] | null;
            /** @description Its identity. */
            id: string;
            instruction?: components["schemas"]["InstructionJson"] | null;
            /** @description How much may be said about it. */
            kind: components["schemas"]["KindWord"];
            mark?: components["schemas"]["MarkJson"] | null;
            /**
             * Format: date-time
             * @description Before when its recipient asks the driver not to come.
             */
            not_before?: string | null;
            outcome?: components["schemas"]["OutcomeJson"] | null;
            /** @description Whether a photo of its delivery may be added. */
            photo: boolean;
            /** @description To whom it goes, where that is known. */
            recipient?: string | null;
            /** @description Who may take it in for the recipient, by the names that the recipient gave; one without is "a neighbour". */
            takers?: components["schemas"]["TakerJson"][];
            /** @description The operator's number for it. */
            tracking_number: string;
            /** @description Whether it is known that the driver's phone showed them. */
            wishes_seen: boolean;
            /**
             * Format: int32
             * @description How often any of it was changed: what `instruction_seen` tells.
             */
            wishes_version: number;
        };
        /** @description The answer of `GET /v1/driver/privacy`. */
        DriverPrivacy: {
            /** @description What is kept of the driver on the tour of now, or else of today; nothing when there is none. */
            kept: components["schemas"]["KeptOfDriver"][];
            /** @description Who of the staff looked today, newest first, at most 50. */
            looks: components["schemas"]["LookAtDriver"][];
            /** @description How many people have the map of the tour of now open. */
            watchers: number;
        };
        /** @description The body of `POST /v1/drivers`. */
        DriverRequest: {
            /** @description The driver's name. */
            name: string;
        };
        /** @description The driver, to themselves. */
        DriverSelf: {
            /** @description Their identity. */
            id: string;
            /** @description Their name. */
            name: string;
        };
        /** @description The answer to a driver who logged in. */
        DriverSession: {
            /** @description The driver. */
            driver: components["schemas"]["DriverSelf"];
            /** @description The operator they drive for. */
            operator: components["schemas"]["OperatorName"];
        };
        /** @description A stop, as its driver sees it. */
        DriverStop: {
            /** @description The address, in lines. */
            address: string;
            /**
             * Format: date-time
             * @description When the vehicle arrived.
             */
            arrived_at?: string | null;
            forecast?: components["schemas"]["WindowJson"] | null;
            /** @description Its identity. */
            id: string;
            /** @description Bell, floor and other notes. */
            note?: string | null;
            /** @description What is brought there. */
            parcels: components["schemas"]["DriverParcel"][];
            place?: components["schemas"]["PlaceJson"] | null;
            /**
             * Format: date-time
             * @description When the vehicle should arrive.
             */
            planned_arrival?: string | null;
            /** @description What became of it; one without a place remains to be served as any other, and is never `place_unknown` here. */
            state: components["schemas"]["StopStateWord"];
            window?: components["schemas"]["WindowJson"] | null;
        };
        /** @description A tour, as its driver sees it. */
        DriverTour: {
            /**
             * Format: date
             * @description The service day.
             */
            day: string;
            /** @description Its identity. */
            id: string;
            /** @description Whether the driver closed the map for everyone. */
            map_hidden: boolean;
            /** @description Where it is in its life. */
            phase: components["schemas"]["PhaseWord"];
            /** @description The operator's own name for it. */
            reference: string;
            /**
             * Format: date-time
             * @description Since when.
             */
            since?: string | null;
            start?: components["schemas"]["PlaceJson"] | null;
            /** @description Its stops in the believed order. */
            stops: components["schemas"]["DriverStop"][];
            /** @description How many people have its map open now. */
            watchers: number;
        };
        /** @description The answer of `GET /v1/driver/tour`. */
        DriverTourAnswer: {
            /** @description The driver. */
            driver: components["schemas"]["DriverSelf"];
            tour?: components["schemas"]["DriverTour"] | null;
        };
        /** @description How much longer drives take than is planned. */
        DrivesJson: components["schemas"]["FactorJson"] & {
            /** @description By the district in which they end, against all, most seen first; at most 500. */
            by_district: components["schemas"]["SquareJson"][];
            /** @description By the hour of the operator's clock in which they begin, against all. */
            by_hour: components["schemas"]["ClassJson"][];
        };
        /** @description A token for one page of a shop, told this one time. */
        EmbedToken: {
            /**
             * Format: date-time
             * @description When it ends. The tracker asks for a new one by itself.
             */
            expires_at: string;
            /** @description The token. */
            token: string;
        };
        /** @description The body of `POST /v1/embed-tokens`. */
        EmbedTokenRequest: {
            /**
             * @description Where the page comes from that shall show it, such as `https://shop.example.org`.
             * @example https://shop.example.org
             */
            origin: string;
            /** @description The number on the parcel's label. */
            tracking_number: string;
        };
        /**
         * @description What a page of a shop may show of a parcel: how it stands, in words of the reader's language. Where the van is, is
         *     not in it; the map is a page of its own, which the tracker frames.
         */
        EmbeddedJson: {
            /** @description `ltr` or `rtl`. */
            direction: string;
            /** @description Whether there is nothing to wait for any more. */
            is_over: boolean;
            /** @description The language of the words, a BCP 47 tag. */
            language: string;
            /** @description Whether the live map is open. */
            map_open: boolean;
            /**
             * Format: date-time
             * @description The server's clock.
             */
            now: string;
            /** @description The name of the carrier that brings it. */
            operator: string;
            /**
             * Format: int32
             * @description How many stops remain, the recipient's own included: 1 means that they are next.
             */
            remaining_stop_count?: number | null;
            /** @description Its status. */
            status: components["schemas"]["StatusWord"];
            window?: components["schemas"]["WindowJson"] | null;
            /** @description The same in words. */
            words: components["schemas"]["EmbeddedWords"];
        };
        /** @description What stands on the tracker. */
        EmbeddedWords: {
            /** @description All of it in one breath, for those who listen. */
            announcement: string;
            /** @description What is said when the server is not heard any more; `{time}` stands for when it was heard last. */
            away: string;
            /** @description Who brings it. */
            by: string;
            /** @description What is not normal, in few words each. */
            flags: components["schemas"]["FlagJson"][];
            /** @description The largest words: when, or how it ended. */
            hero: string;
            /** @description What stands above the largest words, such as "Arrives today between". */
            kicker?: string | null;
            /** @description What else there is to know. */
            line?: string | null;
            /** @description What the map is called. */
            map: string;
            /** @description What leads to the carrier's own page of the parcel. */
            more: string;
            /** @description The newest reason for a change, and when it was. */
            reason?: string | null;
            /** @description How many stops come before. */
            stops?: string | null;
        };
        /**
         * @description An event: what every kind has, and the fields of its kind.
         * @example {
         *       "accuracy_m": 6,
         *       "at": "2026-05-04T09:30:00Z",
         *       "id": "6d0bfa1c5f9a4b6f8f1f6f3a2e9d0c11",
         *       "kind": "fix",
         *       "lat": 43.7384,
         *       "lon": 7.4246
         *     }
         */
        EventRequest: Record<string, unknown> & {
            /**
             * Format: date-time
             * @description When it happened, in the sender's clock.
             */
            at: string;
            /** @description Its identity, 32 random hexadecimal digits; an event with the same id is taken once. */
            id: string;
            /**
             * @description What happened.
             * @example fix
             */
            kind: string;
        };
        /** @description What became of an event. */
        EventResult: {
            /** @description Why it was refused, for machines. */
            code?: string | null;
            /** @description Why it was refused, for people. */
            detail?: string | null;
            /** @description Its identity, where it could be read. */
            id?: string | null;
            /** @description What became of it. */
            result: components["schemas"]["ResultWord"];
        };
        /**
         * @description How something is known about a stop, surest first.
         * @enum {string}
         */
        EvidenceWord: "told" | "halt" | "passed" | "inferred";
        /** @description The answer of `GET /v1/experience`. */
        ExperienceAnswer: {
            /**
             * Format: date
             * @description The service day whose tours use it: what was learnt before it, and nothing of that day.
             */
            day: string;
            /** @description The doors that are known well enough, against others of their district, most seen first; at most 500. */
            doors: components["schemas"]["SquareJson"][];
            /**
             * Format: float
             * @description How far off a drive may be: one standard deviation, as a share.
             */
            drive_spread: number;
            /** @description Drives. */
            drives: components["schemas"]["DrivesJson"];
            /** @description By how many seconds links of timetables drift, most seen first; at most 500. */
            links: components["schemas"]["LinkJson"][];
            /**
             * Format: float
             * @description How far off the work at a stop may be.
             */
            service_spread: number;
            /** @description Work at stops. */
            services: components["schemas"]["ServicesJson"];
            /**
             * Format: float
             * @description How far off a whole tour may be.
             */
            tour_spread: number;
            /**
             * Format: double
             * @description How many tours taught it; those of 28 days ago count half.
             */
            tours: number;
        };
        /** @description How arrivals are made. */
        ExplainedArrivals: {
            /** @description Of what. */
            by: components["schemas"]["ArrivalBasisWord"];
            /**
             * Format: int64
             * @description By a timetable: how many seconds later than planned the next stop is believed to be reached.
             */
            late_s?: number | null;
        };
        /** @description A stop that the driver chose. */
        ExplainedChoice: {
            /** @description Its address, in lines. */
            address: string;
            /**
             * Format: date-time
             * @description When it was served, or since when the driver is there.
             */
            at: string;
            /** @description How many stops the order that was believed before put in front of it: 0 means that it was foretold. */
            rank: number;
            /** @description Which. */
            stop: string;
        };
        /** @description How much a habit is believed. */
        ExplainedHabit: {
            /** @description Which. */
            habit: components["schemas"]["HabitWord"];
            /** @description Which of the remaining stops it says is next. */
            next?: string | null;
            /**
             * Format: double
             * @description Its weight among all that are possible, 0 to 1.
             */
            share: number;
        };
        /** @description How near the driver was. */
        ExplainedNearness: {
            /**
             * Format: double
             * @description How sure the believed next stop is, 0 to 1.
             */
            confidence: number;
            /**
             * Format: double
             * @description Metres between vehicle and stop.
             */
            distance_m?: number | null;
            /**
             * Format: int64
             * @description Seconds until the believed arrival.
             */
            duration_s?: number | null;
            /**
             * Format: int32
             * @description Stops until and with the recipient's own.
             */
            stops?: number | null;
        };
        /** @description What the recipient of a parcel saw, and why. */
        ExplainedParcel: {
            /** @description The parcel. */
            id: string;
            /** @description What the rules were held against. */
            near: components["schemas"]["ExplainedNearness"];
            /** @description The rules at its door; absent where no live map is offered. */
            rules?: Record<string, unknown> | null;
            /** @description The stop that it goes to. */
            stop: string;
            /** @description What its recipient saw. */
            tracking: components["schemas"]["TrackingJson"];
            /** @description The operator's number for it. */
            tracking_number: string;
        };
        /** @description Where a vehicle was last. */
        ExplainedPosition: components["schemas"]["TourPosition"] & {
            /**
             * Format: int64
             * @description How many seconds before the instant of the explanation.
             */
            age_s: number;
        };
        /** @description A stop that remains. */
        ExplainedStop: {
            /** @description Its address, in lines. */
            address: string;
            /**
             * Format: date-time
             * @description When the vehicle is believed to arrive.
             */
            arrival: string;
            /**
             * Format: date-time
             * @description Since when the driver is there.
             */
            arrived_at?: string | null;
            /**
             * Format: date-time
             * @description The first instant of the window around it.
             */
            from: string;
            /** @description Which. */
            stop: string;
            /**
             * Format: date-time
             * @description The last instant of that window, which holds eight of ten arrivals.
             */
            until: string;
            /**
             * Format: date-time
             * @description The first instant of the window that holds nine of ten.
             */
            wide_from: string;
            /**
             * Format: date-time
             * @description The last instant of that window.
             */
            wide_until: string;
        };
        /** @description The answer of `GET /v1/tours/{id}/explanation`. */
        ExplanationAnswer: {
            /** @description What did not fit. */
            anomalies: components["schemas"]["AnomaliesJson"];
            arrivals?: components["schemas"]["ExplainedArrivals"] | null;
            /**
             * Format: date-time
             * @description The instant that all of this is of.
             */
            at: string;
            /** @description What the driver chose last, newest first. */
            choices: components["schemas"]["ExplainedChoice"][];
            /**
             * Format: double
             * @description How probable it is that the next stop is the one believed, 0 to 1.
             */
            confidence: number;
            /**
             * Format: date
             * @description The service day.
             */
            day: string;
            /** @description The habits that a driver may have, the most believed first. */
            habits: components["schemas"]["ExplainedHabit"][];
            /** @description The stops that are held back because nobody knows where they are, in planned order; none once the tour ended. */
            held: components["schemas"]["HeldStop"][];
            /** @description The tour. */
            id: string;
            /** @description Whether the believed order is sure enough to count by. */
            order_is_sure: boolean;
            parcel?: components["schemas"]["ExplainedParcel"] | null;
            /** @description Where the tour was in its life. */
            phase: components["schemas"]["PhaseWord"];
            position?: components["schemas"]["ExplainedPosition"] | null;
            /** @description What the recipients of the whole tour were told, newest first. */
            reasons: components["schemas"]["ReasonJson"][];
            /** @description The operator's own name for it. */
            reference: string;
            /** @description The stops that remain, in the believed order; none once the tour ended. */
            remaining: components["schemas"]["ExplainedStop"][];
            /**
             * Format: date-time
             * @description Since when.
             */
            since?: string | null;
        };
        /** @description A factor on what is planned. */
        FactorJson: {
            /**
             * Format: float
             * @description The factor: 1.2 is a fifth longer than planned.
             */
            factor: number;
            /**
             * Format: float
             * @description How many times it was seen; what was seen 28 days ago counts half.
             */
            seen: number;
        };
        /** @description A sign with a word for what is not normal. */
        FlagJson: {
            /** @description Its words. */
            text: string;
            /** @description `good`, `warn`, `bad`, `live` or `calm`. */
            tone: string;
        };
        /** @description A parcel that was ordered for someone else. */
        ForOthersJson: {
            /**
             * Format: date
             * @description The day on which it is planned to come, or came.
             */
            day?: string | null;
            /** @description How it stands; of a parcel of high value an hour later than its recipient is told. */
            status: components["schemas"]["StatusWord"];
        };
        /** @description The live window. */
        ForecastJson: {
            /**
             * Format: double
             * @description How probable it is that the parcel arrives within it, 0 to 1.
             */
            confidence: number;
            /**
             * Format: date-time
             * @description Its first instant.
             */
            from: string;
            /**
             * Format: int32
             * @description Of five windows so many were kept in the recipient's area lately, when the operator wishes that to be told.
             */
            kept_of_five?: number | null;
            /**
             * Format: date-time
             * @description Its last instant.
             */
            until: string;
        };
        /** @description The answer of `PUT /v1/calendar`. The address is told this one time. */
        GivenCalendar: {
            /**
             * @description The address that the calendar reads; whoever knows it reads the same.
             * @example https://track.example.org/calendar/….ics
             */
            url: string;
        };
        /** @description The answer to a share that was given. Its address is told this one time. */
        GivenShare: {
            /** @description The share. */
            share: components["schemas"]["ShareJson"];
            /**
             * @description The address to hand on.
             * @example https://track.example.org/s/…
             */
            url: string;
        };
        /**
         * @description What a driver may do with a plan.
         * @enum {string}
         */
        HabitWord: "as_planned" | "on_from_here" | "backwards" | "shortest" | "near_plan" | "zone_by_zone" | "near_first";
        /** @description The answer of `/healthz` and `/readyz`. */
        Health: {
            /**
             * @description Always `ok`; what is not is told by a problem.
             * @example ok
             */
            status: string;
        };
        /** @description A stop of which only the address is known: nothing is foretold of it. */
        HeldStop: {
            /** @description Its address, in lines. */
            address: string;
            /** @description Which. */
            stop: string;
        };
        /**
         * @description Why the live map is closed.
         * @enum {string}
         */
        HiddenWord: "not_delivery_day" | "tour_not_started" | "too_far" | "low_confidence" | "place_unknown" | "driver_break" | "position_stale" | "position_doubtful" | "sender_disabled" | "gift" | "confidential" | "high_value" | "driver_hidden" | "delivered" | "link_expired" | "outside_area" | "other_carrier";
        /** @description One problem of an input. */
        InputProblem: {
            /** @description Where, such as `stops[3].place.lat`; empty for the input as a whole. */
            at: string;
            /**
             * @description The code that machines read; it never changes.
             * @example missing
             */
            code: string;
            /** @description What is wrong and what would be right, for people. */
            detail: string;
        };
        /** @description What a recipient asks the driver to do with the parcel: a safe place, or a neighbour. */
        InstructionJson: {
            /** @description A short note to the driver. */
            note?: string | null;
            /** @description Where to leave the parcel when nobody is at home. */
            safe_place: components["schemas"]["SafePlaceWord"];
        } | {
            /** @description Which house or flat, in words. */
            house?: string | null;
            /** @description The neighbour's name. */
            neighbour: string;
        };
        /** @description The body of `PUT /v1/parcels/{id}/instruction`. */
        InstructionRequest: components["schemas"]["InstructionJson"] & {
            /**
             * Format: int32
             * @description The `wishes_version` that its sender saw; a newer one is not overwritten then.
             */
            version?: number | null;
        };
        /** @description Something that is kept of a driver. */
        KeptOfDriver: {
            /** @description What for, in the operator's words, where they had to say it. */
            purpose?: string | null;
            /**
             * Format: date
             * @description Its last day.
             */
            until: string;
            /** @description What. */
            what: components["schemas"]["KeptWord"];
        };
        /**
         * @description What is kept of a driver.
         * @enum {string}
         */
        KeptWord: "tour_logs" | "reports" | "audit";
        /**
         * @description How much may be said about a parcel.
         * @enum {string}
         */
        KindWord: "ordinary" | "gift" | "confidential" | "high_value";
        /** @description When the driver comes then. */
        LaterAnswer: {
            /**
             * Format: date-time
             * @description Before when the driver is asked not to come.
             */
            not_before: string;
            /** @description The new window. */
            window: components["schemas"]["WindowJson"];
        };
        /** @description The body of `POST /v1/parcels/{id}/later`. */
        LaterRequest: {
            /** @description How much later: `home_soon` is not before ten minutes from now, `later_on_tour` at least half an hour later. */
            wish: components["schemas"]["ChoiceWord"];
        };
        /** @description A link of a timetable. */
        LinkJson: {
            /**
             * Format: double
             * @description The south edge of the square in which it begins, in degrees.
             */
            from_lat: number;
            /**
             * Format: double
             * @description The west edge of that.
             */
            from_lon: number;
            /**
             * Format: float
             * @description By how many seconds it takes longer than its timetable says.
             */
            late_s: number;
            /**
             * Format: float
             * @description How many times it was seen.
             */
            seen: number;
            /**
             * Format: double
             * @description The south edge of the square in which it ends.
             */
            to_lat: number;
            /**
             * Format: double
             * @description The west edge of that.
             */
            to_lon: number;
        };
        /** @description The body of `POST /v1/session`. */
        Login: {
            /** @description The e-mail address. */
            email: string;
            /** @description The password. */
            password: string;
        };
        /** @description How long someone of the staff looked at where a driver was. */
        LookAtDriver: {
            /** @description What kind of access it was. */
            by: components["schemas"]["LookerWord"];
            /**
             * Format: date-time
             * @description Since when.
             */
            from: string;
            /** @description The name of the account or key, where it is known. */
            name?: string | null;
            /**
             * Format: date-time
             * @description When they looked last; looks at most two minutes apart are one.
             */
            until: string;
        };
        /**
         * @description How someone of the staff came to look.
         * @enum {string}
         */
        LookerWord: "account" | "key" | "command";
        /** @description The live map. */
        MapJson: {
            hidden_because?: components["schemas"]["HiddenWord"] | null;
            release?: components["schemas"]["ReleaseWord"] | null;
            /** @description Whether it is open. */
            state: components["schemas"]["MapState"];
        };
        /**
         * @description Whether the live map is open.
         * @enum {string}
         */
        MapState: "open" | "hidden";
        /** @description Where exactly a safe place is. */
        MarkJson: {
            /** @description The photo of it, as `PUT /v1/parcels/{id}/place-photo` named it. */
            photo?: string | null;
            pin?: components["schemas"]["PlaceJson"] | null;
        };
        /** @description The body of `PUT /v1/parcels/{id}/mark`. What is left out is shown no more. */
        MarkRequest: {
            /** @description The photo of it, as `PUT /v1/parcels/{id}/place-photo` named it. */
            photo?: string | null;
            pin?: components["schemas"]["PlaceJson"] | null;
            /**
             * Format: int32
             * @description The `wishes_version` that its sender saw; a newer one is not overwritten then.
             */
            version?: number | null;
        };
        /** @description What a recipient may report of an attempt now. */
        MayReportJson: {
            /** @description What. */
            kind: components["schemas"]["ReportWord"];
            /**
             * Format: date-time
             * @description Until when.
             */
            until: string;
        };
        /**
         * @description What a message to a recipient is about.
         * @enum {string}
         */
        MessageWord: "announced" | "out_for_delivery" | "map_open" | "next" | "delayed" | "delivered" | "failed";
        /** @description The body of `POST /v1/passkeys`. */
        NewPasskey: {
            /** @description The ceremony that was begun. */
            ceremony: string;
            /** @description What the authenticator answered, as `WebAuthn` writes it in JSON. */
            credential: Record<string, unknown>;
            /** @description What its owner calls it. */
            name: string;
        };
        /** @description The body of `POST /v1/parcels/{id}/shares`. */
        NewShare: {
            /**
             * Format: date-time
             * @description When it ends, at most 7 days from now; at the end of the day of delivery when nothing is said.
             */
            expires_at?: string | null;
            /**
             * @description What the recipient calls whoever gets it, at most 140 characters. Who may take the parcel in is told to the driver
             *     by this name.
             */
            name?: string | null;
            /** @description What it lets its holder do. */
            permission: components["schemas"]["PermissionWord"];
        };
        /** @description What a recipient wants to be told, by channel; the body and the answer of `/v1/notifications`. */
        Notifications: {
            /** @description By e-mail. */
            email: components["schemas"]["MessageWord"][];
            /** @description By Web Push, to every browser that asked for it. Left out of a body, it stays as it is. */
            push?: components["schemas"]["MessageWord"][] | null;
            quiet?: components["schemas"]["QuietJson"] | null;
            /**
             * @description By SMS, or by what else the operator sends messages on with, where that is offered. Left out of a body, it stays as it
             *     is.
             */
            sms?: components["schemas"]["MessageWord"][] | null;
        };
        /** @description The tour and stop that bring a parcel. */
        OnTourJson: {
            /** @description The stop. */
            stop: string;
            /** @description The tour. */
            tour: string;
        };
        /** @description An operator. */
        OperatorName: {
            /** @description Its name, as recipients know it. */
            name: string;
        };
        /** @description A report, as its operator reads it. */
        OperatorReportJson: components["schemas"]["ReportJson"] & {
            /** @description The parcel. */
            parcel: string;
            /** @description Its number for people. */
            tracking_number: string;
        };
        /** @description An order, or a parcel that belongs to none. */
        OrderJson: {
            /** @description The order. */
            order?: string | null;
            /** @description Its parcels. */
            parcels: components["schemas"]["OrderParcelJson"][];
        };
        /** @description A parcel of an order. */
        OrderParcelJson: components["schemas"]["TrackingJson"] & {
            /** @description Its number for people. */
            tracking_number: string;
        };
        /** @description The answer of `GET /v1/orders`. */
        OrdersAnswer: {
            /** @description What they ordered for someone else, newest day first. */
            for_others?: components["schemas"]["ForOthersJson"][];
            /** @description The recipient's orders, newest first. */
            orders: components["schemas"]["OrderJson"][];
        };
        /** @description Another delivery service. */
        OtherCarrierJson: {
            /** @description Its name. */
            name: string;
            /**
             * Format: date-time
             * @description When it last told the status.
             */
            status_at?: string | null;
            /** @description Its own number for the parcel. */
            tracking_number?: string | null;
            /** @description The page on which it tells of the parcel itself: an address that begins with `https://`. */
            url?: string | null;
        };
        /** @description How a parcel's story ended. */
        OutcomeJson: {
            /**
             * Format: date-time
             * @description When.
             */
            at: string;
            /** @description How. */
            outcome: components["schemas"]["OutcomeWord"];
        };
        /**
         * @description How a try to deliver a parcel ended.
         * @enum {string}
         */
        OutcomeWord: "delivered_to_recipient" | "delivered_to_neighbour" | "delivered_to_safe_place" | "delivered_to_mailbox" | "delivered_to_pickup_point" | "failed_not_home" | "failed_refused" | "failed_address_not_found" | "failed_no_access" | "failed_no_time" | "failed_damaged" | "failed_missing" | "failed_verification" | "failed_other";
        /** @description A parcel, as its operator reads it. */
        ParcelAnswer: {
            access?: components["schemas"]["AccessJson"] | null;
            /** @description The recipient's address. */
            address?: string | null;
            /** @description The account that ordered it for the recipient. */
            buyer?: string | null;
            /** @description Who brings it to the door. */
            carrier: components["schemas"]["CarrierJson"];
            /** @description What another carrier said, newest first. */
            carrier_events?: components["schemas"]["CarrierEventJson"][];
            /**
             * Format: date
             * @description The day on which its recipient wishes it to be brought: `day` follows it, until the operator says another.
             */
            chosen_day?: string | null;
            /**
             * Format: date
             * @description The day it is planned to be delivered.
             */
            day?: string | null;
            door?: components["schemas"]["PlaceJson"] | null;
            /** @description Its identity. */
            id: string;
            instruction?: components["schemas"]["InstructionJson"] | null;
            /** @description How much may be said about it. */
            kind: components["schemas"]["KindWord"];
            on_tour?: components["schemas"]["OnTourJson"] | null;
            /** @description The order that it belongs to. */
            order?: string | null;
            outcome?: components["schemas"]["OutcomeJson"] | null;
            pickup_point?: components["schemas"]["PickupPointJson"] | null;
            promise?: components["schemas"]["WindowJson"] | null;
            rating?: components["schemas"]["RatingJson"] | null;
            /** @description The account that may follow it. */
            recipient?: string | null;
            /** @description Who sends it. */
            sender: string;
            /** @description Its status. */
            status: components["schemas"]["StatusWord"];
            /** @description The same in the words of others. */
            status_as: components["schemas"]["StatusAs"];
            /** @description The operator's number for it. */
            tracking_number: string;
        };
        /** @description A new parcel. */
        ParcelJson: {
            /** @description The recipient's address, in lines. */
            address?: string | null;
            /** @description The account that ordered it for the recipient; it is told the status and the day. */
            buyer_email?: string | null;
            carrier?: components["schemas"]["CarrierJson"] | null;
            /**
             * Format: date
             * @description The day it is planned to be delivered.
             */
            day?: string | null;
            door?: components["schemas"]["PlaceJson"] | null;
            /** @description How much may be said about it; `ordinary` when nothing is said. */
            kind?: components["schemas"]["KindWord"];
            /** @description The order that it belongs to; the same text is the same order. */
            order?: string | null;
            promise?: components["schemas"]["WindowJson"] | null;
            /** @description The account that may follow it. */
            recipient_email?: string | null;
            /** @description Who sends it, as the recipient knows them. */
            sender: string;
            status?: components["schemas"]["StatusWord"] | null;
            /** @description The operator's number for it, for people. */
            tracking_number: string;
        };
        /** @description The body of `PATCH /v1/parcels/{id}`: what is absent stays as it is. */
        ParcelPatch: {
            /** @description The account that ordered it for the recipient. */
            buyer_email?: string | null;
            carrier?: components["schemas"]["CarrierJson"] | null;
            /**
             * Format: date
             * @description The day it is planned to be delivered.
             */
            day?: string | null;
            kind?: components["schemas"]["KindWord"] | null;
            promise?: components["schemas"]["WindowJson"] | null;
            /** @description The account that may follow it. */
            recipient_email?: string | null;
            status?: components["schemas"]["StatusWord"] | null;
        };
        /** @description Several parcels. */
        ParcelsAnswer: {
            /** @description What `after` must be to get the next page, where there is one. */
            next?: string | null;
            /** @description The parcels. */
            parcels: components["schemas"]["ParcelAnswer"][];
        };
        /** @description The answer to `POST /v1/parcels`: as they were told, one or several. */
        ParcelsCreated: components["schemas"]["ParcelAnswer"] | components["schemas"]["ParcelsAnswer"];
        /** @description The body of `POST /v1/parcels`: one parcel, or several of which all or none are taken. */
        ParcelsRequest: components["schemas"]["ParcelJson"] | components["schemas"]["SeveralParcels"];
        /** @description A passkey. */
        PasskeyJson: {
            /**
             * Format: date-time
             * @description When it was added.
             */
            created_at: string;
            /** @description What it is called when it is to be removed. */
            id: string;
            /** @description What its owner calls it. */
            name: string;
            /**
             * Format: date-time
             * @description The hour in which it was used last.
             */
            used_at?: string | null;
        };
        /** @description The body of `POST /v1/session/passkey`. */
        PasskeyLogin: {
            /** @description The ceremony that was begun. */
            ceremony: string;
            /** @description What the authenticator answered, as `WebAuthn` writes it in JSON. */
            credential: Record<string, unknown>;
        };
        /** @description The answer of `GET /v1/passkeys`. */
        PasskeysAnswer: {
            /** @description The passkeys, the newest first. */
            passkeys: components["schemas"]["PasskeyJson"][];
        };
        /**
         * @description What a share lets its holder do.
         * @enum {string}
         */
        PermissionWord: "window" | "accept";
        /**
         * @description Where a tour is in its life.
         * @enum {string}
         */
        PhaseWord: "not_started" | "underway" | "on_break" | "ended";
        /** @description The body of `PUT /v1/recipients/{id}/phone`. */
        PhoneRequest: {
            /**
             * @description The number that SMS go to when they ask for some, as E.164 has it; left out, there is none any more.
             * @example +4930123456
             */
            phone?: string | null;
        };
        /** @description A shop, a locker or a counter where parcels wait for their recipients. */
        PickupPointJson: {
            /** @description Its address, in lines. */
            address: string;
            /** @description When it is open, in words. */
            hours?: string | null;
            /** @description Its identity. */
            id: string;
            /** @description Its name. */
            name: string;
            /** @description Where it is. */
            place: components["schemas"]["PlaceJson"];
        };
        /** @description The body of `POST /v1/pickup-points` and of `PUT /v1/pickup-points/{id}`. */
        PickupPointRequest: {
            /** @description Its address, in lines. */
            address: string;
            /** @description When it is open, in words. */
            hours?: string | null;
            /** @description Its name, as people know it. */
            name: string;
            /** @description Where it is. */
            place: components["schemas"]["PlaceJson"];
        };
        /** @description Pick-up points. */
        PickupPointsAnswer: {
            /** @description The points: an operator's by name, those that a recipient may choose the nearest first. */
            pickup_points: components["schemas"]["PickupPointJson"][];
        };
        /**
         * @description A place, WGS 84.
         * @example {
         *       "lat": 43.7384,
         *       "lon": 7.4246
         *     }
         */
        PlaceJson: {
            /**
             * Format: double
             * @description Latitude in degrees.
             */
            lat: number;
            /**
             * Format: double
             * @description Longitude in degrees.
             */
            lon: number;
        };
        /** @description The answer of `PUT /v1/parcels/{id}/place-photo`. */
        PlacePhotoAnswer: {
            /** @description The identity of the photo, for the mark that shows it. */
            photo: string;
        };
        /** @description What is planned of a tour. */
        PlanJson: {
            driver?: components["schemas"]["DriverJson"] | null;
            start?: components["schemas"]["StartJson"] | null;
            /** @description The stops in planned order. */
            stops: components["schemas"]["StopJson"][];
            /** @description Seconds of driving from each place to each other: 0 is the start, k the k-th stop; null where there is no way. */
            travel_s?: (number | null)[][] | null;
            /** @description In what. */
            vehicle?: string | null;
        };
        /** @description Where the vehicle was. */
        PositionJson: {
            /**
             * Format: double
             * @description How far the true place may lie from it, in metres.
             */
            accuracy_m: number;
            /**
             * Format: double
             * @description Latitude in degrees.
             */
            lat: number;
            /**
             * Format: double
             * @description Longitude in degrees.
             */
            lon: number;
            /**
             * Format: date-time
             * @description When the vehicle was there; of a dot that glides, when the last gate was crossed.
             */
            observed_at: string;
            /**
             * @description The line of a dot that glides, as far as it is public: it is at each of these places at its instant, between them in
             *     proportion, and at the last one from then on.
             */
            way?: components["schemas"]["WayPoint"][];
        };
        /** @description A believed arrival. */
        PredictedJson: {
            /**
             * Format: date-time
             * @description The instant.
             */
            arrival: string;
            /**
             * Format: date-time
             * @description The first instant of its window.
             */
            from: string;
            /**
             * Format: date-time
             * @description The last instant of its window.
             */
            until: string;
        };
        /** @description The body of `POST /v1/parcels/{id}/visibility/preview`: whose rules would be others, and which. */
        PreviewRequest: {
            /** @description Whose rules: the operator's, those of the region of the parcel's door, of its sender, or its own. */
            of: components["schemas"]["ScopeWord"];
            /** @description What they would be; `{}` takes them away. */
            rules: Record<string, unknown>;
        };
        /** @description What went wrong with a request. */
        Problem: {
            /**
             * @description The code that machines read; it never changes.
             * @example not_found
             */
            code: string;
            /** @description What went wrong this time. */
            detail?: string | null;
            /** @description What stands now, where someone else changed it meanwhile. */
            now?: Record<string, unknown> | null;
            /** @description Everything that is wrong with the input. */
            problems?: components["schemas"]["InputProblem"][];
            /**
             * Format: int32
             * @description The HTTP status.
             * @example 404
             */
            status: number;
            /** @description What went wrong, the same words for every such problem. */
            title: string;
            /**
             * @description Always `about:blank`: the code says more than an address would.
             * @example about:blank
             */
            type: string;
        };
        /** @description The answer of `GET /v1/push-key`. */
        PushKey: {
            /** @description The public key of this server (VAPID, RFC 8292), as `applicationServerKey` takes it. */
            public_key: string;
        };
        /** @description What messages to a browser are sealed with, in base64url. */
        PushKeysBody: {
            /** @description The secret that it shares with this server, 16 bytes. */
            auth: string;
            /** @description The browser's public key, an uncompressed point of P-256. */
            p256dh: string;
        };
        /** @description The same as it is written. */
        PushSubscriptionBody: {
            /**
             * @description Where messages are sent.
             * @example https://push.example.org/send/1
             */
            endpoint: string;
            /**
             * Format: int64
             * @description When it ends by itself; not used.
             */
            expirationTime?: number | null;
            /** @description What messages are sealed with. */
            keys: components["schemas"]["PushKeysBody"];
        };
        /** @description A browser that messages are pushed to. Its endpoint and its keys are told to nobody. */
        PushSubscriptionJson: {
            /**
             * @description Which browser it is, roughly.
             * @example Firefox, Android
             */
            browser?: string | null;
            /**
             * Format: date-time
             * @description When it asked for messages first.
             */
            created_at: string;
            /** @description What it is called when it is to be removed. */
            id: string;
            /**
             * Format: date-time
             * @description When it asked again, or a message to it was done with.
             */
            used_at: string;
        };
        /** @description The answer of `GET /v1/push-subscriptions`. */
        PushSubscriptionsAnswer: {
            /** @description The browsers, the newest first. */
            subscriptions: components["schemas"]["PushSubscriptionJson"][];
        };
        /**
         * @description Hours in which nothing shall be heard, each day, by the clock of the recipient's zone; over midnight where they end
         *     before they begin.
         */
        QuietJson: {
            /**
             * @description From when on.
             * @example 22:00:00
             */
            from: string;
            /**
             * @description Until when; another time.
             * @example 07:00:00
             */
            until: string;
        };
        /** @description The ratings of the deliveries of a day. */
        RatedDayJson: {
            /** @description How many gave 1, 2, 3, 4 and 5. */
            counts: number[];
            /**
             * Format: date
             * @description The day.
             */
            day: string;
        };
        /** @description How well a delivery went. */
        RatingJson: {
            /**
             * Format: date-time
             * @description When the recipient last said so.
             */
            at: string;
            /** @description In words. */
            comment?: string | null;
            /**
             * Format: int32
             * @description From 1, bad, to 5, very good.
             */
            score: number;
            /**
             * Format: int32
             * @description How often they said so: to be sent along with the next change.
             */
            version: number;
        };
        /** @description The body of `PUT /v1/parcels/{id}/rating`. */
        RatingRequest: {
            /** @description In words; what is left out is said no more. */
            comment?: string | null;
            /**
             * Format: int32
             * @description From 1, bad, to 5, very good.
             */
            score: number;
            /**
             * Format: int32
             * @description The `version` of the rating that its sender saw, 0 for none; a newer one is not overwritten then.
             */
            version?: number | null;
        };
        /** @description The answer of `GET /v1/ratings`: by day of the delivery, and by nothing else. */
        RatingsAnswer: {
            /** @description The days of which there are ratings, the oldest first. */
            days: components["schemas"]["RatedDayJson"][];
        };
        /** @description Why something changed. */
        ReasonJson: {
            /**
             * Format: date-time
             * @description When.
             */
            at: string;
            /** @description Why. */
            because: components["schemas"]["BecauseWord"];
            /**
             * Format: int32
             * @description How many stops, where the reason tells of stops.
             */
            stops?: number | null;
        };
        /** @description A recipient's account. */
        RecipientAnswer: {
            /** @description The e-mail address. */
            email: string;
            /** @description Its identity. */
            id: string;
        };
        /** @description The body of `POST /v1/recipients`. */
        RecipientRequest: {
            /** @description The e-mail address, with which they log in. */
            email: string;
            /** @description Their language, a BCP 47 tag. */
            language?: string | null;
            /** @description How the pages address them. */
            name: string;
            /** @description Their password. */
            password: string;
            /**
             * @description The number that SMS go to when they ask for some, as E.164 has it.
             * @example +4930123456
             */
            phone?: string | null;
            /** @description Their time zone, an IANA name. */
            time_zone?: string | null;
        };
        /** @description A region. */
        RegionAnswer: {
            /** @description The area, as GeoJSON. */
            area: Record<string, unknown>;
            /** @description Its identity. */
            id: string;
            /**
             * Format: date
             * @description The first day on which the live map is offered there.
             */
            live_from: string;
            /** @description What people call it. */
            name: string;
            /** @description What holds there, where it differs from the operator's. */
            visibility?: Record<string, unknown> | null;
        };
        /** @description The body of `POST /v1/regions`. */
        RegionRequest: {
            /** @description The area, as GeoJSON text that [`Area::from_geojson`] reads. */
            area: Record<string, unknown>;
            /**
             * Format: date
             * @description The first day on which the live map is offered there.
             */
            live_from: string;
            /** @description What people call it. */
            name: string;
            /** @description What holds there, where it differs from the operator's. */
            visibility?: Record<string, unknown> | null;
        };
        /** @description The operator's regions. */
        RegionsAnswer: {
            /** @description The regions, by name. */
            regions: components["schemas"]["RegionAnswer"][];
        };
        /**
         * @description What a position may say.
         * @enum {string}
         */
        ReleaseWord: "exact" | "glide" | "coarse" | "off";
        /** @description How many stops may remain, the recipient's own included. */
        RemainingStopsJson: {
            /**
             * Format: int32
             * @description The fewest.
             */
            fewest: number;
            /**
             * Format: int32
             * @description The most; absent where nobody can say.
             */
            most?: number | null;
        };
        /** @description A report about an attempt. */
        ReportJson: {
            /** @description The attempt that it is about. */
            about: components["schemas"]["OutcomeJson"];
            /** @description What the operator answered; absent while it is open. */
            answer?: string | null;
            /**
             * Format: date-time
             * @description When.
             */
            answered_at?: string | null;
            /**
             * Format: date-time
             * @description When it was reported.
             */
            at: string;
            /** @description What is reported. */
            kind: components["schemas"]["ReportWord"];
            witness?: components["schemas"]["WitnessJson"] | null;
        };
        /** @description The body of `POST /v1/parcels/{id}/report`. */
        ReportRequest: {
            /** @description What is reported: `nobody_came` of an attempt, `not_received` of a delivery. */
            kind: components["schemas"]["ReportWord"];
        };
        /**
         * @description What is reported of an attempt.
         * @enum {string}
         */
        ReportWord: "nobody_came" | "not_received";
        /** @description A page of `GET /v1/reports`. */
        ReportsAnswer: {
            /** @description What `after` must be to get the next page, where there is one. */
            next?: string | null;
            /** @description The reports, the newest first. */
            reports: components["schemas"]["OperatorReportJson"][];
        };
        /**
         * @description What became of an event.
         * @enum {string}
         */
        ResultWord: "taken" | "doubled" | "refused";
        /** @description One change of rules. */
        RuleChangeJson: {
            /**
             * Format: date-time
             * @description When.
             */
            at: string;
            /** @description What was said before. */
            before: Record<string, unknown>;
            /** @description Who: `key:` and the label of a key, or `account:` and an identity. */
            by: string;
            /** @description Whose rules. */
            of: components["schemas"]["ScopeWord"];
            /** @description What is said from then on. */
            rules: Record<string, unknown>;
            /**
             * Format: int32
             * @description How often they were set, this time included.
             */
            version: number;
            /** @description Which region, sender or parcel; absent for the operator's own. */
            which?: string | null;
        };
        /** @description The answer of `GET /v1/visibility/changes`. */
        RuleChangesAnswer: {
            /** @description The changes, newest first. */
            changes: components["schemas"]["RuleChangeJson"][];
            /** @description What `after` must be to get the next page, where there is one. */
            next?: string | null;
        };
        /**
         * @description Where a parcel may be left.
         * @enum {string}
         */
        SafePlaceWord: "front_porch" | "rear_porch" | "garage" | "shed" | "mailbox" | "reception" | "other";
        /**
         * @description Whose rules they are.
         * @enum {string}
         */
        ScopeWord: "operator" | "region" | "sender" | "parcel";
        /** @description The rules of a sender. */
        SenderRulesJson: {
            /** @description Its rules. */
            rules: Record<string, unknown>;
            /** @description The sender's name, in lower case and with single spaces. */
            sender: string;
            /**
             * Format: int32
             * @description How often they were set.
             */
            version: number;
        };
        /** @description The answer of `GET /v1/visibility/senders`. */
        SendersAnswer: {
            /** @description The senders that have rules of their own, by name. */
            senders: components["schemas"]["SenderRulesJson"][];
        };
        /** @description How much longer the work takes than is planned. */
        ServicesJson: components["schemas"]["FactorJson"] & {
            /** @description By district, against all, most seen first; at most 500. */
            by_district: components["schemas"]["SquareJson"][];
            /** @description By the number of parcels, 4 for more than three, against all. */
            by_parcels: components["schemas"]["ClassJson"][];
        };
        /** @description A place where someone is logged in. */
        SessionJson: {
            /**
             * Format: date-time
             * @description When it began.
             */
            began_at: string;
            /**
             * @description Which browser it is in, roughly.
             * @example Firefox, Android
             */
            browser?: string | null;
            /**
             * Format: date-time
             * @description When it ends by itself.
             */
            expires_at: string;
            /** @description What it is called when it is to be ended. */
            id: string;
            /** @description Whether it is the session that asks. */
            is_this: boolean;
            /**
             * Format: date-time
             * @description The hour in which it was used last.
             */
            used_at: string;
        };
        /** @description The answer of `GET /v1/sessions`. */
        SessionsAnswer: {
            /** @description The sessions, the last used first. */
            sessions: components["schemas"]["SessionJson"][];
        };
        /** @description How several parcels are told. */
        SeveralParcels: {
            /** @description The parcels. */
            parcels: components["schemas"]["ParcelJson"][];
        };
        /** @description A share, as whoever gave it sees it. */
        ShareJson: {
            /**
             * Format: date-time
             * @description When it was given.
             */
            created_at: string;
            /**
             * Format: date-time
             * @description When it ends or ended.
             */
            expires_at: string;
            /** @description Its identity. */
            id: string;
            /** @description What the recipient calls whoever has it; forgotten a day after the delivery. */
            name?: string | null;
            /**
             * Format: int32
             * @description How often it was opened.
             */
            opening_count: number;
            /** @description When it was opened last, newest first. */
            openings: string[];
            /** @description What it lets its holder do. */
            permission: components["schemas"]["PermissionWord"];
        };
        /** @description The answer of `GET /v1/parcels/{id}/shares`. */
        SharesAnswer: {
            /** @description The shares, the newest first; those that expired are told for 7 days. */
            shares: components["schemas"]["ShareJson"][];
        };
        /** @description The factor of a square of the map. */
        SquareJson: components["schemas"]["FactorJson"] & {
            /**
             * Format: double
             * @description Its south edge in degrees.
             */
            lat: number;
            /**
             * Format: double
             * @description Its west edge in degrees.
             */
            lon: number;
        };
        /** @description Where and when a tour starts. */
        StartJson: components["schemas"]["PlaceJson"] & {
            /**
             * Format: date-time
             * @description The planned departure.
             */
            at?: string | null;
        };
        /** @description A status in the words of others; they are coarser than ours, and the nearest one stands. */
        StatusAs: {
            /** @description `tag` of `AfterShip`. */
            aftership: string;
            /** @description `statusCode` of DHL's Shipment Tracking, Unified. */
            dhl: string;
            /** @description The tracker status of Karrio. */
            karrio: string;
        };
        /**
         * @description The status of a parcel.
         * @enum {string}
         */
        StatusWord: "pre_transit" | "in_transit" | "out_for_delivery" | "delivered" | "available_for_pickup" | "attempted" | "delayed" | "on_hold" | "returned" | "cancelled" | "unknown";
        /** @description A stop. */
        StopJson: {
            /** @description The address, in lines. */
            address: string;
            /** @description Its identity, where the tour has this stop already and is planned anew. */
            id?: string | null;
            /** @description Bell, floor and other notes for the driver. */
            note?: string | null;
            /** @description What is brought there; nothing when nothing is said. */
            parcels?: components["schemas"]["StopParcelJson"][];
            place?: components["schemas"]["PlaceJson"] | null;
            /**
             * Format: date-time
             * @description When the vehicle should arrive.
             */
            planned_arrival?: string | null;
            /**
             * Format: int32
             * @description How long the work takes, in seconds.
             */
            service_s?: number | null;
            window?: components["schemas"]["WindowJson"] | null;
            /** @description The delivery zone, as the planner names it. */
            zone?: string | null;
        };
        /** @description A parcel of a stop. */
        StopParcelJson: {
            /** @description Which. */
            id: string;
        } | components["schemas"]["ParcelJson"];
        /**
         * @description What became of a stop; `place_unknown` is one that remains, and of which nothing is foretold before it has a place.
         * @enum {string}
         */
        StopStateWord: "remaining" | "place_unknown" | "arrived" | "served" | "skipped";
        /** @description Someone who may take a parcel in. */
        TakerJson: {
            /** @description What the recipient calls them, if they said. */
            name?: string | null;
        };
        /** @description The body of `PUT /v1/parcels/{id}/pickup-point`. */
        ToPickupPointRequest: {
            /** @description One of those that `GET /v1/parcels/{id}/pickup-points` tells. */
            pickup_point: string;
            /**
             * Format: int32
             * @description The `wishes_version` that its sender saw; a newer one is not overwritten then.
             */
            version?: number | null;
        };
        /** @description Everything that an operator reads of a tour. */
        TourAnswer: {
            /** @description What did not fit. */
            anomalies: components["schemas"]["AnomaliesJson"];
            /**
             * Format: date
             * @description The service day.
             */
            day: string;
            driver?: components["schemas"]["DriverName"] | null;
            /** @description Its identity. */
            id: string;
            /** @description Whether the driver closed the map for everyone. */
            map_hidden: boolean;
            /** @description Whether that order is sure enough to count by. */
            order_is_sure: boolean;
            /** @description Where it is in its life. */
            phase: components["schemas"]["PhaseWord"];
            position?: components["schemas"]["TourPosition"] | null;
            /** @description The operator's own name for it. */
            reference: string;
            /**
             * Format: date-time
             * @description Since when.
             */
            since?: string | null;
            start?: components["schemas"]["PlaceJson"] | null;
            /**
             * Format: date-time
             * @description When it should start.
             */
            start_at?: string | null;
            /** @description Its stops in the believed order. */
            stops: components["schemas"]["TourStopAnswer"][];
            /** @description In what. */
            vehicle?: string | null;
            /** @description How many people have its map open now. */
            watchers: number;
        };
        /** @description The answer to a new tour. */
        TourCreated: {
            /**
             * Format: date
             * @description The service day.
             */
            day: string;
            /** @description Its identity. */
            id: string;
            /** @description The operator's own name for it. */
            reference: string;
            /** @description Its stops in planned order. */
            stops: components["schemas"]["TourCreatedStop"][];
        };
        /** @description A parcel of a new tour. */
        TourCreatedParcel: {
            /** @description Its identity. */
            id: string;
            /** @description The operator's number for it. */
            tracking_number: string;
        };
        /** @description A stop of a new tour. */
        TourCreatedStop: {
            /** @description Its identity. */
            id: string;
            /** @description Its parcels, in the order in which they were brought. */
            parcels: components["schemas"]["TourCreatedParcel"][];
        };
        /** @description A new tour. */
        TourJson: components["schemas"]["PlanJson"] & {
            /**
             * Format: date
             * @description The service day.
             */
            day: string;
            /** @description The operator's own name for it, unique on its day. */
            reference: string;
        };
        /** @description The body of `PATCH /v1/tours/{id}`. */
        TourPatch: {
            /** @description Who drives from now on. */
            driver: string;
        };
        /** @description Where a vehicle was, for its operator. */
        TourPosition: components["schemas"]["PlaceJson"] & {
            /**
             * Format: double
             * @description How far the true place may lie from it, in metres.
             */
            accuracy_m?: number | null;
            /**
             * Format: date-time
             * @description When.
             */
            at: string;
        };
        /** @description A stop of a tour. */
        TourStopAnswer: {
            /** @description The address, in lines. */
            address: string;
            /**
             * Format: date-time
             * @description When the vehicle arrived.
             */
            arrived_at?: string | null;
            /**
             * Format: date-time
             * @description When it was served or skipped.
             */
            done_at?: string | null;
            evidence?: components["schemas"]["EvidenceWord"] | null;
            /** @description Its identity. */
            id: string;
            /** @description Notes for the driver. */
            note?: string | null;
            /** @description What is brought there. */
            parcels: components["schemas"]["TourStopParcel"][];
            place?: components["schemas"]["PlaceJson"] | null;
            /**
             * Format: date-time
             * @description When the vehicle should arrive.
             */
            planned_arrival?: string | null;
            predicted?: components["schemas"]["PredictedJson"] | null;
            /** @description What became of it. */
            state: components["schemas"]["StopStateWord"];
            window?: components["schemas"]["WindowJson"] | null;
            /** @description The delivery zone. */
            zone?: string | null;
        };
        /** @description A parcel of a stop. */
        TourStopParcel: {
            access?: components["schemas"]["AccessJson"] | null;
            /** @description Its identity. */
            id: string;
            instruction?: components["schemas"]["InstructionJson"] | null;
            /** @description How much may be said about it. */
            kind: components["schemas"]["KindWord"];
            outcome?: components["schemas"]["OutcomeJson"] | null;
            /** @description The operator's number for it. */
            tracking_number: string;
        };
        /** @description A tour in a list. */
        TourSummary: {
            /**
             * Format: date
             * @description The service day.
             */
            day: string;
            driver?: components["schemas"]["DriverName"] | null;
            /** @description Its identity. */
            id: string;
            /** @description Where it is in its life. */
            phase: components["schemas"]["PhaseWord"];
            /** @description The operator's own name for it. */
            reference: string;
            /** @description How many stops there are. */
            stops: number;
            /** @description How many stops are served or skipped. */
            stops_done: number;
        };
        /** @description A page of tours. */
        ToursAnswer: {
            /** @description What `after` must be to get the next page, where there is one. */
            next?: string | null;
            /** @description The tours, by reference. */
            tours: components["schemas"]["TourSummary"][];
        };
        /** @description Everything that a recipient may see of a parcel now. */
        TrackingJson: {
            access?: components["schemas"]["AccessJson"] | null;
            /** @description Whether that may still be told or changed. */
            access_open: boolean;
            /**
             * Format: date-time
             * @description Since when the driver is at the recipient's door.
             */
            arrived_at?: string | null;
            /** @description What another carrier said, newest first. */
            carrier_events?: components["schemas"]["CarrierEventJson"][];
            /** @description Another carrier's own number for it. */
            carrier_tracking_number?: string | null;
            /** @description Another carrier's own page of it. */
            carrier_url?: string | null;
            /**
             * Format: date
             * @description The day that the recipient chose.
             */
            chosen_day?: string | null;
            /** @description Whether the operator's own drivers bring it. */
            delivered_by_own_network: boolean;
            /** @description The driver's name, where the operator wishes that to be told. */
            driver_name?: string | null;
            forecast?: components["schemas"]["ForecastJson"] | null;
            instruction?: components["schemas"]["InstructionJson"] | null;
            /** @description Whether an instruction may still be given or changed. */
            instruction_open: boolean;
            /** @description How much may be said about it. */
            kind: components["schemas"]["KindWord"];
            /** @description In which ways the driver can be asked to come later now: `home_soon`, `later_on_tour`. */
            later?: components["schemas"]["ChoiceWord"][];
            /** @description What the sender or the operator does not let be asked for about this parcel. */
            locked?: components["schemas"]["ChoiceWord"][];
            /** @description The live map. */
            map: components["schemas"]["MapJson"];
            mark?: components["schemas"]["MarkJson"] | null;
            may_report?: components["schemas"]["MayReportJson"] | null;
            /**
             * Format: date-time
             * @description Before when the driver was asked not to come.
             */
            not_before?: string | null;
            /** @description The name of the carrier that brings it. */
            operator: string;
            /** @description The days on which it could be brought instead, soonest first. */
            other_days?: string[];
            outcome?: components["schemas"]["OutcomeJson"] | null;
            /** @description The parcel. */
            parcel_id: string;
            /**
             * Format: date-time
             * @description When the driver took a photo of the delivery, where there is one: it is at `/v1/parcels/{id}/proof/photo`.
             */
            photo_at?: string | null;
            /** @description Whether a pick-up point may be chosen, or given up for the door. */
            pickup_open: boolean;
            pickup_point?: components["schemas"]["PickupPointJson"] | null;
            position?: components["schemas"]["PositionJson"] | null;
            promise?: components["schemas"]["WindowJson"] | null;
            rating?: components["schemas"]["RatingJson"] | null;
            /**
             * Format: date-time
             * @description Until when they may say so; absent where they may not now, or the sender locks it.
             */
            rating_until?: string | null;
            /** @description Why something changed, newest first. */
            reasons: components["schemas"]["ReasonJson"][];
            /**
             * Format: int32
             * @description How many stops remain, the recipient's own included: 1 means that they are next.
             */
            remaining_stop_count?: number | null;
            remaining_stops?: components["schemas"]["RemainingStopsJson"] | null;
            report?: components["schemas"]["ReportJson"] | null;
            /** @description Who sends it. */
            sender?: string | null;
            /** @description Its status. */
            status: components["schemas"]["StatusWord"];
            /**
             * Format: date-time
             * @description When another carrier last told the status.
             */
            status_at?: string | null;
            /**
             * Format: date-time
             * @description The instant of the newest fact in here.
             */
            updated_at?: string | null;
            /**
             * Format: date-time
             * @description When the driver's phone showed what stands now.
             */
            wishes_seen_at?: string | null;
            /**
             * Format: int32
             * @description How often the instruction or the way to the door was changed: to be sent along with the next change.
             */
            wishes_version: number;
            witness?: components["schemas"]["WitnessJson"] | null;
        };
        /**
         * @description Whose words a status is told in.
         * @enum {string}
         */
        Vocabulary: "doorstep" | "dhl" | "aftership" | "karrio";
        /** @description A place on the line of a dot that glides. */
        WayPoint: {
            /**
             * Format: int64
             * @description Seconds after `observed_at` at which the dot is there.
             */
            after_s: number;
            /**
             * Format: double
             * @description Latitude in degrees.
             */
            lat: number;
            /**
             * Format: double
             * @description Longitude in degrees.
             */
            lon: number;
        };
        /** @description A span of time. */
        WindowJson: {
            /**
             * Format: date-time
             * @description Its first instant.
             */
            from: string;
            /**
             * Format: date-time
             * @description Its last instant.
             */
            until: string;
        };
        /** @description What stands after a change. */
        WishesAnswer: {
            access?: components["schemas"]["AccessJson"] | null;
            /**
             * Format: date
             * @description The day on which it is wished for.
             */
            day?: string | null;
            instruction?: components["schemas"]["InstructionJson"] | null;
            mark?: components["schemas"]["MarkJson"] | null;
            pickup_point?: components["schemas"]["PickupPointJson"] | null;
            /**
             * Format: int32
             * @description How often any of it was changed: to be sent along with the next change.
             */
            version: number;
        };
        /** @description What can be told of an attempt: of the own door alone, in coarse steps. */
        WitnessJson: {
            /**
             * Format: int32
             * @description The position was exact to about so many metres, 20, 50 or 100; absent where it was rougher.
             */
            accuracy_m?: number | null;
            /** @description Whether a photo was taken. */
            has_photo: boolean;
            /**
             * Format: int32
             * @description For so many full minutes at least; 2 stands for all longer ones.
             */
            stayed_min?: number | null;
            /**
             * Format: int32
             * @description Within so many metres of the door the vehicle was seen around then, 50 or 150; absent where it was not.
             */
            within_m?: number | null;
        };
    };
    responses: never;
    parameters: never;
    requestBodies: never;
    headers: never;
    pathItems: never;
}
export type $defs = Record<string, never>;
export interface operations {
    get_healthz: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description It does */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Health"];
                };
            };
            /** @description What went wrong, as a problem document */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    get_ingest_osmand: {
        parameters: {
            query: {
                /** @description The device's token */
                id: string;
                /** @description Latitude in degrees */
                lat?: number;
                /** @description Longitude in degrees */
                lon?: number;
                /** @description Seconds or milliseconds since 1970, or ISO 8601 */
                timestamp?: string;
                /** @description Knots */
                speed?: number;
                /** @description Degrees */
                bearing?: number;
                /** @description Metres */
                accuracy?: number;
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description It is dealt with */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
            /** @description What went wrong, as a problem document */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    post_ingest_osmand: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/x-www-form-urlencoded": Record<string, unknown>;
            };
        };
        responses: {
            /** @description It is dealt with */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
            /** @description What went wrong, as a problem document */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    post_ingest_owntracks: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": Record<string, unknown>;
            };
        };
        responses: {
            /** @description An empty list: there are no messages for the app */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": Record<string, unknown>[];
                };
            };
            /** @description What went wrong, as a problem document */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    post_ingest_traccar: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": Record<string, unknown>;
            };
        };
        responses: {
            /** @description It is dealt with */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
            /** @description What went wrong, as a problem document */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    get_metrics: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description The counts */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/openmetrics-text": string;
                };
            };
            /** @description What went wrong, as a problem document */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    get_readyz: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description It can */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Health"];
                };
            };
            /** @description What went wrong, as a problem document */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    get_accuracy: {
        parameters: {
            query?: {
                /** @description The first service day; 29 days before the last one when nothing is said */
                from?: string;
                /** @description The last service day, at most 400 days with the first; today when nothing is said */
                until?: string;
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description How well they held */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["AccuracyAnswer"];
                };
            };
            /** @description What went wrong, as a problem document */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    get_audit: {
        parameters: {
            query?: {
                /** @description Where the page begins: the `next` of the page before */
                after?: string;
                /** @description How many records it has at most, 1 to 500; 100 when nothing is said */
                limit?: number;
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description A page of records, newest first */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["AuditAnswer"];
                };
            };
            /** @description What went wrong, as a problem document */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    get_calendar: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description The calendar, if there is one; never its address */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["CalendarAnswer"];
                };
            };
            /** @description What went wrong, as a problem document */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    put_calendar: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description The address, told this one time */
            201: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["GivenCalendar"];
                };
            };
            /** @description What went wrong, as a problem document */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    delete_calendar: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description There is none any more */
            204: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
            /** @description What went wrong, as a problem document */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    get_devices: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description All devices, by label */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["DevicesAnswer"];
                };
            };
            /** @description What went wrong, as a problem document */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    post_devices: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["DeviceRequest"];
            };
        };
        responses: {
            /** @description The device, with its token, told this once */
            201: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["DeviceCreated"];
                };
            };
            /** @description What went wrong, as a problem document */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    delete_devices_id: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /** @description The device */
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description It is revoked */
            204: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
            /** @description What went wrong, as a problem document */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    post_driver_events: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["BatchRequest"];
            };
        };
        responses: {
            /** @description What became of each event, in their order */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["BatchAnswer"];
                };
            };
            /** @description What went wrong, as a problem document */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    put_driver_parcels_id_photo: {
        parameters: {
            query: {
                /** @description The identity of the photo, chosen by whoever took it */
                photo: string;
                /** @description How many seconds ago it was taken */
                age_s?: number;
            };
            header?: never;
            path: {
                /** @description The parcel; it was delivered to its recipient, a neighbour, a safe place or the mailbox */
                id: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "image/jpeg": number[];
            };
        };
        responses: {
            /** @description It is kept */
            204: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
            /** @description What went wrong, as a problem document */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    get_driver_parcels_id_place_photo: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /** @description The parcel */
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description The picture */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "image/jpeg": number[];
                };
            };
            /** @description What went wrong, as a problem document */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    get_driver_privacy: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description What the driver should know */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["DriverPrivacy"];
                };
            };
            /** @description What went wrong, as a problem document */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    post_driver_session: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["DriverLogin"];
            };
        };
        responses: {
            /** @description The driver; a cookie holds the device's token */
            201: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["DriverSession"];
                };
            };
            /** @description What went wrong, as a problem document */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    delete_driver_session: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Its token is worth nothing any more */
            204: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
            /** @description What went wrong, as a problem document */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    get_driver_tour: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description The driver and their tour, if there is one */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["DriverTourAnswer"];
                };
            };
            /** @description What went wrong, as a problem document */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    post_drivers: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["DriverRequest"];
            };
        };
        responses: {
            /** @description The driver */
            201: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["DriverAnswer"];
                };
            };
            /** @description What went wrong, as a problem document */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    post_drivers_id_codes: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /** @description The driver */
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description The code, told this once; it lives 15 minutes */
            201: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["CodeAnswer"];
                };
            };
            /** @description What went wrong, as a problem document */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    post_embed_tokens: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["EmbedTokenRequest"];
            };
        };
        responses: {
            /** @description The token, told this one time */
            201: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["EmbedToken"];
                };
            };
            /** @description What went wrong, as a problem document */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    get_embed_token: {
        parameters: {
            query?: {
                /** @description The language of the words; else the browser's */
                lang?: string;
            };
            header?: never;
            path: {
                /** @description A token of `POST /v1/embed-tokens` */
                token: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description How it stands, for pages of the token's origin */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["EmbeddedJson"];
                };
            };
            /** @description What went wrong, as a problem document */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    get_embed_token_stream: {
        parameters: {
            query?: {
                /** @description The language of the words; else the browser's */
                lang?: string;
            };
            header?: {
                /** @description The id of the message that was received last */
                "Last-Event-ID"?: string | null;
            };
            path: {
                /** @description A token of `POST /v1/embed-tokens` */
                token: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description The stream */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "text/event-stream": string;
                };
            };
            /** @description What went wrong, as a problem document */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    get_experience: {
        parameters: {
            query?: {
                /** @description The service day, today at the latest; today when nothing is said */
                day?: string;
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description What tours of the day use */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ExperienceAnswer"];
                };
            };
            /** @description What went wrong, as a problem document */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    delete_experience: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description It is forgotten */
            204: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
            /** @description What went wrong, as a problem document */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    get_notifications: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description The kinds of messages, by channel */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Notifications"];
                };
            };
            /** @description What went wrong, as a problem document */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    put_notifications: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["Notifications"];
            };
        };
        responses: {
            /** @description The same, as it is kept */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Notifications"];
                };
            };
            /** @description What went wrong, as a problem document */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    get_openapi_json: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description OpenAPI 3.1 */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": Record<string, unknown>;
                };
            };
            /** @description What went wrong, as a problem document */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    get_orders: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description The orders, newest first */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["OrdersAnswer"];
                };
            };
            /** @description What went wrong, as a problem document */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    get_parcels: {
        parameters: {
            query?: {
                /** @description Where the page begins: the `next` of the page before */
                after?: string;
                /** @description How many parcels it has at most, 1 to 500; 100 when nothing is said */
                limit?: number;
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description A page of parcels, by identity */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ParcelsAnswer"];
                };
            };
            /** @description What went wrong, as a problem document */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    post_parcels: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["ParcelsRequest"];
            };
        };
        responses: {
            /** @description The parcel, or `{"parcels": [...]}` in the same order */
            201: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ParcelsCreated"];
                };
            };
            /** @description What went wrong, as a problem document */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    get_parcels_id: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /** @description The parcel */
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description The parcel */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ParcelAnswer"];
                };
            };
            /** @description What went wrong, as a problem document */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    patch_parcels_id: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /** @description The parcel */
                id: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["ParcelPatch"];
            };
        };
        responses: {
            /** @description The parcel */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ParcelAnswer"];
                };
            };
            /** @description What went wrong, as a problem document */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    put_parcels_id_access: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /** @description The parcel */
                id: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["AccessRequest"];
            };
        };
        responses: {
            /** @description What stands now */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["WishesAnswer"];
                };
            };
            /** @description What went wrong, as a problem document */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    post_parcels_id_carrier_events: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /** @description The parcel */
                id: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["CarrierEventsRequest"];
            };
        };
        responses: {
            /** @description What became of each event */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["BatchAnswer"];
                };
            };
            /** @description What went wrong, as a problem document */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    put_parcels_id_day: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /** @description The parcel */
                id: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["DayRequest"];
            };
        };
        responses: {
            /** @description What stands now */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["WishesAnswer"];
                };
            };
            /** @description What went wrong, as a problem document */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    put_parcels_id_instruction: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /** @description The parcel */
                id: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["InstructionRequest"];
            };
        };
        responses: {
            /** @description What stands now */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["WishesAnswer"];
                };
            };
            /** @description What went wrong, as a problem document */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    delete_parcels_id_instruction: {
        parameters: {
            query?: {
                /** @description The `wishes_version` that the caller saw */
                version?: number;
            };
            header?: never;
            path: {
                /** @description The parcel */
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description The driver sees none any more */
            204: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
            /** @description What went wrong, as a problem document */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    post_parcels_id_later: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /** @description The parcel */
                id: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["LaterRequest"];
            };
        };
        responses: {
            /** @description When the driver comes then */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["LaterAnswer"];
                };
            };
            /** @description What went wrong, as a problem document */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    put_parcels_id_mark: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /** @description The parcel */
                id: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["MarkRequest"];
            };
        };
        responses: {
            /** @description What stands now */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["WishesAnswer"];
                };
            };
            /** @description What went wrong, as a problem document */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    put_parcels_id_pickup_point: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /** @description The parcel */
                id: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["ToPickupPointRequest"];
            };
        };
        responses: {
            /** @description What stands now */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["WishesAnswer"];
                };
            };
            /** @description What went wrong, as a problem document */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    delete_parcels_id_pickup_point: {
        parameters: {
            query?: {
                /** @description The `wishes_version` that the caller saw */
                version?: number;
            };
            header?: never;
            path: {
                /** @description The parcel */
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description What stands now */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["WishesAnswer"];
                };
            };
            /** @description What went wrong, as a problem document */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    get_parcels_id_pickup_points: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /** @description The parcel */
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description At most five, the nearest to the door first; none where none may be chosen */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["PickupPointsAnswer"];
                };
            };
            /** @description What went wrong, as a problem document */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    get_parcels_id_place_photo: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /** @description The parcel */
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description The picture */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "image/jpeg": number[];
                };
            };
            /** @description What went wrong, as a problem document */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    put_parcels_id_place_photo: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /** @description The parcel */
                id: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "image/jpeg": number[];
            };
        };
        responses: {
            /** @description It is kept */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["PlacePhotoAnswer"];
                };
            };
            /** @description What went wrong, as a problem document */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    get_parcels_id_proof_photo: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /** @description The parcel */
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description The picture */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "image/jpeg": number[];
                };
            };
            /** @description What went wrong, as a problem document */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    put_parcels_id_rating: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /** @description The parcel */
                id: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["RatingRequest"];
            };
        };
        responses: {
            /** @description What stands now */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["RatingJson"];
                };
            };
            /** @description What went wrong, as a problem document */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    put_parcels_id_report: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /** @description The parcel */
                id: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["AnswerRequest"];
            };
        };
        responses: {
            /** @description The recipient reads it */
            204: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
            /** @description What went wrong, as a problem document */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    post_parcels_id_report: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /** @description The parcel */
                id: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["ReportRequest"];
            };
        };
        responses: {
            /** @description The report, which is there already when it was sent before */
            201: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ReportJson"];
                };
            };
            /** @description What went wrong, as a problem document */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    get_parcels_id_shares: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /** @description The parcel */
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description The shares, the newest first */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["SharesAnswer"];
                };
            };
            /** @description What went wrong, as a problem document */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    post_parcels_id_shares: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /** @description The parcel */
                id: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["NewShare"];
            };
        };
        responses: {
            /** @description The share, and its address this one time */
            201: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["GivenShare"];
                };
            };
            /** @description What went wrong, as a problem document */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    delete_parcels_id_shares_share: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /** @description The parcel */
                id: string;
                /** @description The share */
                share: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description It is gone, and what was known of it */
            204: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
            /** @description What went wrong, as a problem document */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    get_parcels_id_tracking: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /** @description The parcel */
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description What may not be seen is absent */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["TrackingJson"];
                };
            };
            /** @description What went wrong, as a problem document */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    get_parcels_id_tracking_stream: {
        parameters: {
            query?: never;
            header?: {
                /** @description The id of the message that was received last */
                "Last-Event-ID"?: string | null;
            };
            path: {
                /** @description The parcel */
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description The stream */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "text/event-stream": string;
                };
            };
            /** @description What went wrong, as a problem document */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    get_parcels_id_visibility: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /** @description The parcel */
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description The name of a preset, or rules; the `ETag` is their version */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": Record<string, unknown>;
                };
            };
            /** @description What went wrong, as a problem document */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    put_parcels_id_visibility: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /** @description The parcel */
                id: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": Record<string, unknown>;
            };
        };
        responses: {
            /** @description The same, as it is kept; the `ETag` is the new version */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": Record<string, unknown>;
                };
            };
            /** @description What went wrong, as a problem document */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    post_parcels_id_visibility_preview: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /** @description The parcel */
                id: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["PreviewRequest"];
            };
        };
        responses: {
            /** @description What they would see */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["TrackingJson"];
                };
            };
            /** @description What went wrong, as a problem document */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    post_passkey_ceremonies_login: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description What to ask the authenticator for */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["CeremonyBegun"];
                };
            };
            /** @description What went wrong, as a problem document */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    post_passkey_ceremonies_new: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description What to ask the authenticator for */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["CeremonyBegun"];
                };
            };
            /** @description What went wrong, as a problem document */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    get_passkeys: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description The passkeys, the newest first */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["PasskeysAnswer"];
                };
            };
            /** @description What went wrong, as a problem document */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    post_passkeys: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["NewPasskey"];
            };
        };
        responses: {
            /** @description The passkey logs its owner in from now on */
            201: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["PasskeyJson"];
                };
            };
            /** @description What went wrong, as a problem document */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    delete_passkeys_id: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /** @description The passkey */
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description The passkey is removed */
            204: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
            /** @description What went wrong, as a problem document */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    get_pickup_points: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description All of them, by name */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["PickupPointsAnswer"];
                };
            };
            /** @description What went wrong, as a problem document */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    post_pickup_points: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["PickupPointRequest"];
            };
        };
        responses: {
            /** @description The point */
            201: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["PickupPointJson"];
                };
            };
            /** @description What went wrong, as a problem document */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    put_pickup_points_id: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /** @description The point */
                id: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["PickupPointRequest"];
            };
        };
        responses: {
            /** @description The point */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["PickupPointJson"];
                };
            };
            /** @description What went wrong, as a problem document */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    delete_pickup_points_id: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /** @description The point */
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description It is offered no more */
            204: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
            /** @description What went wrong, as a problem document */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    get_push_key: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description The key, for `applicationServerKey` */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["PushKey"];
                };
            };
            /** @description What went wrong, as a problem document */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    get_push_subscriptions: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description The browsers, the newest first */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["PushSubscriptionsAnswer"];
                };
            };
            /** @description What went wrong, as a problem document */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    put_push_subscriptions: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["PushSubscriptionBody"];
            };
        };
        responses: {
            /** @description The browser, as it is kept */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["PushSubscriptionJson"];
                };
            };
            /** @description What went wrong, as a problem document */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    delete_push_subscriptions_id: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /** @description The browser */
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description The browser is forgotten */
            204: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
            /** @description What went wrong, as a problem document */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    get_ratings: {
        parameters: {
            query?: {
                /** @description The first day; 29 days before the last one when nothing is said */
                from?: string;
                /** @description The last day, at most 400 days with the first; today when nothing is said */
                until?: string;
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description How often each score was given */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["RatingsAnswer"];
                };
            };
            /** @description What went wrong, as a problem document */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    post_recipients: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["RecipientRequest"];
            };
        };
        responses: {
            /** @description The account */
            201: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["RecipientAnswer"];
                };
            };
            /** @description What went wrong, as a problem document */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    put_recipients_id_phone: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /** @description The recipient */
                id: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["PhoneRequest"];
            };
        };
        responses: {
            /** @description It is set, or there is none any more */
            204: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
            /** @description What went wrong, as a problem document */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    get_regions: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description All regions, by name */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["RegionsAnswer"];
                };
            };
            /** @description What went wrong, as a problem document */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    post_regions: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["RegionRequest"];
            };
        };
        responses: {
            /** @description The region */
            201: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["RegionAnswer"];
                };
            };
            /** @description What went wrong, as a problem document */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    delete_regions_id: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /** @description The region */
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description It is removed */
            204: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
            /** @description What went wrong, as a problem document */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    get_regions_id_visibility: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /** @description The region */
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description The name of a preset, or rules; the `ETag` is their version */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": Record<string, unknown>;
                };
            };
            /** @description What went wrong, as a problem document */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    put_regions_id_visibility: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /** @description The region */
                id: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": Record<string, unknown>;
            };
        };
        responses: {
            /** @description The same, as it is kept; the `ETag` is the new version */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": Record<string, unknown>;
                };
            };
            /** @description What went wrong, as a problem document */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    get_reports: {
        parameters: {
            query?: {
                /** @description `open`, as when nothing is said, or `answered` */
                state?: string;
                /** @description Where the page begins: the `next` of the page before */
                after?: string;
                /** @description How many reports it has at most, 1 to 500; 100 when nothing is said */
                limit?: number;
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description A page of reports, the newest first */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ReportsAnswer"];
                };
            };
            /** @description What went wrong, as a problem document */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    post_session: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["Login"];
            };
        };
        responses: {
            /** @description A cookie holds the session */
            204: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
            /** @description What went wrong, as a problem document */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    delete_session: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description The session has ended */
            204: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
            /** @description What went wrong, as a problem document */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    post_session_passkey: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["PasskeyLogin"];
            };
        };
        responses: {
            /** @description A cookie holds the session */
            204: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
            /** @description What went wrong, as a problem document */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    get_sessions: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description The sessions, the last used first */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["SessionsAnswer"];
                };
            };
            /** @description What went wrong, as a problem document */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    delete_sessions: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description The other sessions have ended */
            204: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
            /** @description What went wrong, as a problem document */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    delete_sessions_id: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /** @description The session */
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description The session has ended */
            204: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
            /** @description What went wrong, as a problem document */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    get_tours: {
        parameters: {
            query?: {
                /** @description The service day, such as 2026-05-04; today when nothing is said */
                day?: string;
                /** @description Where the page begins: the `next` of the page before */
                after?: string;
                /** @description How many tours it has at most, 1 to 500; 100 when nothing is said */
                limit?: number;
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description A page of tours, by reference */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ToursAnswer"];
                };
            };
            /** @description What went wrong, as a problem document */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    post_tours: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["TourJson"];
            };
        };
        responses: {
            /** @description The tour, with the identities that it was given */
            201: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["TourCreated"];
                };
            };
            /** @description What went wrong, as a problem document */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    get_tours_id: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /** @description The tour */
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description The tour */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["TourAnswer"];
                };
            };
            /** @description What went wrong, as a problem document */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    patch_tours_id: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /** @description The tour */
                id: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["TourPatch"];
            };
        };
        responses: {
            /** @description The tour */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["TourAnswer"];
                };
            };
            /** @description What went wrong, as a problem document */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    post_tours_id_events: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /** @description The tour */
                id: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["BatchRequest"];
            };
        };
        responses: {
            /** @description What became of each event, in their order */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["BatchAnswer"];
                };
            };
            /** @description What went wrong, as a problem document */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    get_tours_id_explanation: {
        parameters: {
            query?: {
                /** @description The instant; now when nothing is said */
                at?: string;
                /** @description A parcel of the tour */
                parcel?: string;
            };
            header?: never;
            path: {
                /** @description The tour */
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description What was believed */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ExplanationAnswer"];
                };
            };
            /** @description What went wrong, as a problem document */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    get_visibility: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description The name of a preset, or rules; the `ETag` is their version */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": Record<string, unknown>;
                };
            };
            /** @description What went wrong, as a problem document */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    put_visibility: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": Record<string, unknown>;
            };
        };
        responses: {
            /** @description The same, as it is kept; the `ETag` is the new version */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": Record<string, unknown>;
                };
            };
            /** @description What went wrong, as a problem document */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    get_visibility_changes: {
        parameters: {
            query?: {
                /** @description Where the page begins: the `next` of the page before */
                after?: string;
                /** @description How many changes it has at most, 1 to 500; 100 when nothing is said */
                limit?: number;
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description A page of changes, newest first */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["RuleChangesAnswer"];
                };
            };
            /** @description What went wrong, as a problem document */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    get_visibility_senders: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description All of them, by name */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["SendersAnswer"];
                };
            };
            /** @description What went wrong, as a problem document */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    get_visibility_senders_sender: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /** @description The sender's name */
                sender: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description The name of a preset, or rules; the `ETag` is their version */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": Record<string, unknown>;
                };
            };
            /** @description What went wrong, as a problem document */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    put_visibility_senders_sender: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /** @description The sender's name */
                sender: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": Record<string, unknown>;
            };
        };
        responses: {
            /** @description The same, as it is kept; the `ETag` is the new version */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": Record<string, unknown>;
                };
            };
            /** @description What went wrong, as a problem document */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
}
