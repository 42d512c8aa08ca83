-- Counters of rate limits live for a minute: none is worth a wait for the disk,
-- which a public page needs for nothing else.  In memory; each node of a
-- cluster counts its own.

DELETE FROM laju;

ALTER TABLE laju
	MODIFY kunci VARCHAR(64) CHARACTER SET ascii COLLATE ascii_bin NOT NULL COMMENT 'what is limited: <program>:<address>',
	DROP KEY laju_jendela,
	ADD KEY laju_jendela (jendela) USING BTREE,
	COMMENT 'rate limits of public pages; in memory, empty after a restart of the database',
	ENGINE = MEMORY;
