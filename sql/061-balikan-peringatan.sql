-- What a warning about a file is about (B-07, B-08): its first rows, and which
-- version of the parameters the file should have been of.  Sendings by days.

ALTER TABLE balikan_tolak_total
	ADD COLUMN nomor VARCHAR(200) CHARACTER SET ascii NULL COMMENT 'of a warning: numbers of its first rows as a spreadsheet counts, blanks between; NULL: none';

ALTER TABLE balikan_kiriman
	ADD COLUMN berlaku INT NULL COMMENT 'number of the version of the parameters in force when the file was checked; NULL: not known',
	ADD KEY balikan_kiriman_tanggal (tanggal, id);
