ALTER TABLE "checklist_steps" ADD COLUMN "all_zero" boolean;--> statement-breakpoint
-- A plain owner is fenced like everybody else.
SELECT set_config('app.from', '0', true), set_config('app.to', ':', true), set_config('app.townships', '*', true), set_config('app.audit', 'all', true);--> statement-breakpoint
-- The planner knows nothing of how many rows the fence leaves; a loop in a loop over a year's filings would not end.
SELECT set_config('enable_nestloop', 'off', true);--> statement-breakpoint
-- What was filed before is told by the trail, counted from the last; a loaded checklist has none: of it what was filed last stands.
UPDATE checklist_steps s SET all_zero = coalesce(trail.zero, c.all_zero)
FROM (SELECT id, row_number() OVER (PARTITION BY checklist_id ORDER BY id DESC) AS back FROM checklist_steps WHERE verb = 'submit') AS filed
JOIN checklist_steps f ON f.id = filed.id
JOIN checklists c ON c.id = f.checklist_id
LEFT JOIN (
	SELECT a.subject_id, row_number() OVER (PARTITION BY a.subject_id ORDER BY a.id DESC) AS back,
		(SELECT bool_and((e.value ->> 'nothing')::boolean OR (e.value ->> 'claim')::numeric IS NOT DISTINCT FROM 0) FROM jsonb_each(a.after -> 'answers') AS e) AS zero
	FROM audits a WHERE a.subject_kind = 'checklist' AND a.command = 'checklist.submit'
) AS trail ON trail.subject_id = c.id::text AND trail.back = filed.back
WHERE s.id = filed.id;--> statement-breakpoint
SELECT set_config('enable_nestloop', 'on', true);
