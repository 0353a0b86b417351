ALTER TABLE "inbox_messages" ADD COLUMN "relief_case_id" integer;--> statement-breakpoint
ALTER TABLE "inbox_messages" ADD COLUMN "relief_state" text;--> statement-breakpoint
ALTER TABLE "inbox_messages" ADD CONSTRAINT "inbox_messages_relief_case_id_relief_cases_id_fk" FOREIGN KEY ("relief_case_id") REFERENCES "public"."relief_cases"("id") ON DELETE no action ON UPDATE no action;