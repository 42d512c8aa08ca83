-- Where a NIK is to be found (B-17, B-19): a small index of data balikan.
--
-- `balikan` is clustered by institution and NIK, so a NIK is in one place for
-- each institution: with 900 of them 900 places, half of them on the disk.
-- Here the fingerprints of NIKs that begin alike lie together for all
-- institutions: a search reads three short ranges of this table, then only the
-- places where the NIK is.  What else was tried: tests/bench/README.
--
-- An institution's NIKs of a regency share one row (blok 31730000).  What grows
-- too long for it has rows by sub-district (31730500), in turn by the two
-- digits of the day of birth (31730512): model/balikan-jejak.h, which is the
-- only one that writes here, in the transaction that writes to `balikan`.

CREATE TABLE balikan_jejak (
	blok INT UNSIGNED NOT NULL COMMENT 'first 4, 6 or 8 digits of NIKs, then zeros: 8 digits',
	lembaga_id INT UNSIGNED NOT NULL COMMENT 'institution',
	jumlah INT UNSIGNED NOT NULL COMMENT 'how many NIKs were noted under it, before it was split too',
	sidik VARBINARY(4000) NULL COMMENT 'fingerprints one after another, 3 bytes each: low bytes of CRC32 of the NIK''s digits; NULL: too many, see the longer beginnings, of 8 digits: always look',
	PRIMARY KEY (blok, lembaga_id)
) COMMENT 'which institutions may have sent a NIK: never too few (B-19)';
