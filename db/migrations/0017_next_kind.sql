ALTER TABLE "next_meeting" ADD COLUMN "type_id" uuid;--> statement-breakpoint
ALTER TABLE "next_meeting" ADD COLUMN "minutes" integer;--> statement-breakpoint
ALTER TABLE "next_meeting" ADD CONSTRAINT "next_meeting_type_id_meeting_type_id_fk" FOREIGN KEY ("type_id") REFERENCES "public"."meeting_type"("id") ON DELETE set null ON UPDATE no action;