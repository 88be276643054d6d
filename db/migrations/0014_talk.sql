CREATE TABLE "chat" (
	"meeting_id" uuid PRIMARY KEY NOT NULL,
	"last_number" integer DEFAULT 0 NOT NULL
);
--> statement-breakpoint
CREATE TABLE "chat_message" (
	"id" uuid PRIMARY KEY NOT NULL,
	"meeting_id" uuid NOT NULL,
	"number" integer NOT NULL,
	"seat_id" uuid NOT NULL,
	"text" text NOT NULL,
	"file_hash" text,
	"file_name" text,
	"file_type" text,
	"file_bytes" integer,
	"at" timestamp (3) with time zone NOT NULL,
	CONSTRAINT "chat_message_file" CHECK (num_nulls("chat_message"."file_hash", "chat_message"."file_name", "chat_message"."file_type", "chat_message"."file_bytes") IN (0, 4))
);
--> statement-breakpoint
ALTER TABLE "meeting" ADD COLUMN "locked_at" timestamp (3) with time zone;--> statement-breakpoint
ALTER TABLE "seat" ADD COLUMN "hand_raised_at" timestamp (3) with time zone;--> statement-breakpoint
ALTER TABLE "chat" ADD CONSTRAINT "chat_meeting_id_meeting_id_fk" FOREIGN KEY ("meeting_id") REFERENCES "public"."meeting"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "chat_message" ADD CONSTRAINT "chat_message_meeting_id_meeting_id_fk" FOREIGN KEY ("meeting_id") REFERENCES "public"."meeting"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "chat_message" ADD CONSTRAINT "chat_message_seat_id_seat_id_fk" FOREIGN KEY ("seat_id") REFERENCES "public"."seat"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
CREATE UNIQUE INDEX "chat_message_order" ON "chat_message" USING btree ("meeting_id","number");