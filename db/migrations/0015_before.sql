CREATE TABLE "agenda_digest" (
	"meeting_id" uuid NOT NULL,
	"side" text NOT NULL,
	"due_at" timestamp (3) with time zone,
	"base" jsonb,
	"base_version" integer DEFAULT 0 NOT NULL,
	"since" timestamp (3) with time zone,
	"told_at" timestamp (3) with time zone,
	CONSTRAINT "agenda_digest_meeting_id_side_pk" PRIMARY KEY("meeting_id","side")
);
--> statement-breakpoint
CREATE TABLE "agenda_file" (
	"id" uuid PRIMARY KEY NOT NULL,
	"host_id" uuid,
	"meeting_id" uuid,
	"seat_id" uuid,
	"hash" text NOT NULL,
	"name" text NOT NULL,
	"type" text NOT NULL,
	"bytes" integer NOT NULL,
	"created_at" timestamp (3) with time zone DEFAULT now() NOT NULL,
	CONSTRAINT "agenda_file_owner" CHECK (num_nonnulls("agenda_file"."host_id", "agenda_file"."meeting_id") = 1)
);
--> statement-breakpoint
CREATE TABLE "host_note" (
	"id" uuid PRIMARY KEY NOT NULL,
	"meeting_id" uuid NOT NULL,
	"item_id" uuid,
	"questions" text DEFAULT '' NOT NULL,
	"text" text DEFAULT '' NOT NULL,
	"version" integer DEFAULT 1 NOT NULL,
	"updated_at" timestamp (3) with time zone NOT NULL,
	CONSTRAINT "host_note_place" UNIQUE NULLS NOT DISTINCT("meeting_id","item_id")
);
--> statement-breakpoint
ALTER TABLE "agenda_digest" ADD CONSTRAINT "agenda_digest_meeting_id_meeting_id_fk" FOREIGN KEY ("meeting_id") REFERENCES "public"."meeting"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "agenda_file" ADD CONSTRAINT "agenda_file_host_id_consultant_id_fk" FOREIGN KEY ("host_id") REFERENCES "public"."consultant"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "agenda_file" ADD CONSTRAINT "agenda_file_meeting_id_meeting_id_fk" FOREIGN KEY ("meeting_id") REFERENCES "public"."meeting"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "agenda_file" ADD CONSTRAINT "agenda_file_seat_id_seat_id_fk" FOREIGN KEY ("seat_id") REFERENCES "public"."seat"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "host_note" ADD CONSTRAINT "host_note_meeting_id_meeting_id_fk" FOREIGN KEY ("meeting_id") REFERENCES "public"."meeting"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
CREATE INDEX "agenda_file_meeting" ON "agenda_file" USING btree ("meeting_id");--> statement-breakpoint
CREATE INDEX "agenda_file_host" ON "agenda_file" USING btree ("host_id");