CREATE TABLE "mirror_choice" (
	"seat_id" uuid PRIMARY KEY NOT NULL,
	"told_at" timestamp (3) with time zone NOT NULL,
	"is_on" boolean DEFAULT true NOT NULL,
	"changed_at" timestamp (3) with time zone NOT NULL
);
--> statement-breakpoint
CREATE TABLE "mirror_count" (
	"meeting_id" uuid PRIMARY KEY NOT NULL,
	"counter_id" uuid,
	"last_number" integer DEFAULT 0 NOT NULL,
	"counted_at" timestamp (3) with time zone NOT NULL
);
--> statement-breakpoint
CREATE TABLE "mirror_share" (
	"meeting_id" uuid NOT NULL,
	"item_id" uuid,
	"seat_id" uuid NOT NULL,
	"spoken_ms" integer NOT NULL,
	CONSTRAINT "mirror_share_place" UNIQUE NULLS NOT DISTINCT("meeting_id","item_id","seat_id"),
	CONSTRAINT "mirror_share_spoken" CHECK ("mirror_share"."spoken_ms" >= 0)
);
--> statement-breakpoint
ALTER TABLE "mirror_choice" ADD CONSTRAINT "mirror_choice_seat_id_seat_id_fk" FOREIGN KEY ("seat_id") REFERENCES "public"."seat"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "mirror_count" ADD CONSTRAINT "mirror_count_meeting_id_meeting_id_fk" FOREIGN KEY ("meeting_id") REFERENCES "public"."meeting"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "mirror_share" ADD CONSTRAINT "mirror_share_meeting_id_meeting_id_fk" FOREIGN KEY ("meeting_id") REFERENCES "public"."meeting"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "mirror_share" ADD CONSTRAINT "mirror_share_seat_id_seat_id_fk" FOREIGN KEY ("seat_id") REFERENCES "public"."seat"("id") ON DELETE cascade ON UPDATE no action;