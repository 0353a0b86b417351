ALTER TABLE "checklists" ADD COLUMN "shown" integer;--> statement-breakpoint
ALTER TABLE "checklists" ADD COLUMN "prefilled" integer;--> statement-breakpoint
ALTER TABLE "checklists" ADD COLUMN "typed" integer;--> statement-breakpoint
-- A plain owner is fenced like everybody else.
SELECT set_config('app.from', '0', true), set_config('app.to', ':', true), set_config('app.townships', '*', true);--> statement-breakpoint
-- What was filed before is counted from its entries.
UPDATE checklists c SET shown = e.shown, prefilled = e.prefilled, typed = e.said - e.prefilled
FROM (
	SELECT checklist_id, count(*) AS shown, count(*) FILTER (WHERE NOT nothing) AS said, count(*) FILTER (WHERE NOT nothing AND claim = recorded) AS prefilled
	FROM checklist_entries GROUP BY checklist_id
) AS e WHERE e.checklist_id = c.id AND c.first_submitted_at IS NOT NULL;
