CREATE TABLE "exit_thresholds" (
	"name" text NOT NULL,
	"from_month" text NOT NULL,
	"value" numeric(10, 2) NOT NULL,
	"source" text NOT NULL,
	CONSTRAINT "exit_thresholds_name_from_month_pk" PRIMARY KEY("name","from_month")
);
--> statement-breakpoint
-- What every county begins with (domain.md, Formulas): under 3 per cent in the west of the country, and any collective income.
INSERT INTO exit_thresholds (name, from_month, value, source) VALUES
	('incidence', '2014-01', 3, '中办发〔2016〕16号《关于建立贫困退出机制的意见》：西部地区贫困发生率降至3%以下'),
	('collective-income', '2014-01', 0, '四川省贫困村退出标准“一低五有”：有集体经济收入')
ON CONFLICT DO NOTHING;
