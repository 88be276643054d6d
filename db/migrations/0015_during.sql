CREATE TABLE "agenda_note" (
	"meeting_id" uuid PRIMARY KEY NOT NULL,
	"state" "bytea" NOT NULL,
	"log_bytes" integer NOT NULL
);
--> statement-breakpoint
ALTER TABLE "chat_message" ADD COLUMN "item_id" uuid;--> statement-breakpoint
ALTER TABLE "agenda_note" ADD CONSTRAINT "agenda_note_meeting_id_meeting_id_fk" FOREIGN KEY ("meeting_id") REFERENCES "public"."meeting"("id") ON DELETE cascade ON UPDATE no action;