<?php
// masukkan.php FILE ROWS - the peer of the loading of data balikan: rows of a
// CSV file into a table of the same definition, 1 000 in a statement and a
// transaction each, as portals in PHP do it.  Prints the seconds it took.
$db = new PDO(getenv('BENCH_DSN'), getenv('BENCH_USER'), '', [
	PDO::ATTR_ERRMODE => PDO::ERRMODE_EXCEPTION,
	PDO::ATTR_EMULATE_PREPARES => false,
]);
$baris = (int)$argv[2];
$mulai = microtime(true);
$f = fopen($argv[1], 'r');
fgetcsv($f);
$sekali = 1000;
$q = $db->prepare('INSERT INTO balikan_polos (lembaga_id, nik, kiriman_id, isi)'
	. ' VALUES ' . implode(',', array_fill(0, $sekali, '(1, ?, 1, ?)'))
	. ' ON DUPLICATE KEY UPDATE kiriman_id = VALUES(kiriman_id),'
	. ' isi = VALUES(isi)');
$isi = [];
for ($n = 0; $n < $baris && ($r = fgetcsv($f)) !== false; $n++) {
	if (!preg_match('/^[0-9]{16}$/', $r[0]))
		continue;
	$isi[] = $r[0];
	$isi[] = $r[1] . "\x1f" . $r[2];
	if (count($isi) === 2 * $sekali) {
		$db->beginTransaction();
		$q->execute($isi);
		$db->commit();
		$isi = [];
	}
}
printf("%.6f\n", microtime(true) - $mulai);
