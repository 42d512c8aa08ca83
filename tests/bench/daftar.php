<?php
// daftar.php - the peer of `make bench`: the list of requests as plain PHP
// does it, on the same database: session look-up, 25 rows, count, producers,
// one template, htmlspecialchars.  As fast as it is usually written: opcache,
// a persistent connection; BENCH_ASLI=ya prepares on the server, else PDO
// emulates.  The page has the bytes of ours.  No part of the suite.
declare(strict_types=1);

function h($s): string
{
	return htmlspecialchars((string)$s, ENT_QUOTES | ENT_SUBSTITUTE, 'UTF-8');
}

$db = new PDO($_SERVER['BENCH_DSN'], $_SERVER['BENCH_USER'], '', [
	PDO::ATTR_PERSISTENT => true,
	PDO::ATTR_ERRMODE => PDO::ERRMODE_EXCEPTION,
	PDO::ATTR_EMULATE_PREPARES => ($_SERVER['BENCH_ASLI'] ?? '') !== 'ya',
	PDO::ATTR_DEFAULT_FETCH_MODE => PDO::FETCH_ASSOC,
]);

$q = $db->prepare('SELECT s.id, s.akun_id, s.terakhir, s.berakhir,
	s.ditutup IS NOT NULL AS tutup, a.peran, a.nama, a.username, a.status,
	a.lembaga_id, l.nama AS lembaga, l.aktif
	FROM sesi s JOIN akun a ON a.id = s.akun_id
	LEFT JOIN lembaga l ON l.id = a.lembaga_id WHERE s.hash = ?');
$q->execute([hash('sha256', $_COOKIE['sid'] ?? '', true)]);
$sesi = $q->fetch();
$kini = new DateTimeImmutable('now', new DateTimeZone('UTC'));
if (!$sesi || $sesi['tutup'] || $sesi['status'] !== 'aktif' ||
    new DateTimeImmutable($sesi['berakhir'], new DateTimeZone('UTC')) < $kini) {
	http_response_code(303);
	header('Location: /login');
	exit;
}
$status = (string)($_GET['status'] ?? 'diterima');
$akhir = '9999-12-31 00:00:00.000';
$q = $db->prepare('SELECT p.id, p.nomor, p.judul, p.dibuat, p.jumlah, p.fungsi,
	p.status, p.berkas_id IS NOT NULL AS surat, l.nama AS lembaga,
	d.nama AS produsen FROM permintaan p FORCE INDEX (permintaan_s)
	JOIN lembaga l ON l.id = p.lembaga_id
	JOIN lembaga d ON d.id = p.produsen_id
	WHERE p.status = ? AND p.dibuat >= ? AND (p.dibuat < ? OR
	(p.dibuat = ? AND p.id < ?)) ORDER BY p.dibuat DESC, p.id DESC LIMIT 26');
$q->execute([$status, '1000-01-01 00:00:00.000', $akhir, $akhir, 0]);
$baris = $q->fetchAll();
$lagi = count($baris) > 25;
$baris = array_slice($baris, 0, 25);
$q = $db->prepare('SELECT status, jumlah FROM permintaan_total
	WHERE lembaga_id = ? AND produsen_id = ?');
$q->execute([0, 0]);
$total = 0;
foreach ($q->fetchAll() as $t)
	if ($t['status'] === $status)
		$total += (int)$t['jumlah'];
$produsen = $db->query("SELECT id, nama FROM lembaga WHERE jenis = 'produsen'
	AND aktif = 1 ORDER BY nama, id")->fetchAll();
$kantor = $db->query("SELECT nilai FROM pengaturan
	WHERE nama = 'kantor_nama'")->fetchColumn();
$csrf = hash_hmac('sha256', $_COOKIE['sid'], $_SERVER['BENCH_USER']);
$versi = '0.1.0-00000000';
$bulan = ['Jan', 'Feb', 'Mar', 'Apr', 'Mei', 'Jun', 'Jul', 'Agu', 'Sep', 'Okt',
	'Nov', 'Des'];
$kata = ['diajukan' => ['info', 'Diajukan'], 'ditarik' => ['netral', 'Ditarik'],
	'ditolak' => ['buruk', 'Ditolak'],
	'disetujui' => ['proses', 'Disetujui produsen'],
	'terdaftar' => ['proses', 'Terdaftar di Ditjen'],
	'dikembalikan' => ['awas', 'Dikembalikan'],
	'diterima' => ['baik', 'Diterima Ditjen']];
$menu = ['/beranda' => ['beranda', 'Dashboard'],
	'/permintaan' => ['permintaan', 'Permintaan Personalisasi'],
	'/proses' => ['kartu', 'Proses Personalisasi'],
	'/proses/kalender' => ['kalender', 'Kalender'],
	'/aktivasi' => ['kunci', 'SAM Aktivasi'],
	'/dokumen' => ['dokumen', 'Dokumen'],
	'/panduan' => ['info', 'Panduan']];
$urusan = ['/admin/akun' => ['pengguna', 'Pengguna'],
	'/admin/lembaga' => ['lembaga', 'Lembaga'],
	'/admin/perjanjian' => ['permintaan', 'Perjanjian'],
	'/admin/libur' => ['libur', 'Hari Libur'],
	'/admin/pengaturan' => ['pengaturan', 'Pengaturan'],
	'/admin/audit' => ['log', 'Log'],
	'/admin/kotak-keluar' => ['kirim', 'Kotak Keluar']];

function ikon(string $nama): string
{
	global $versi;
	return '<svg class="ikon" aria-hidden="true"><use href="/aset/ikon.svg?v='
		. $versi . '#' . $nama . '"></use></svg>';
}

function alamat(array $lain): string
{
	global $status;
	return h('/permintaan?' . http_build_query(['status' => $status] + $lain,
		'', '&', PHP_QUERY_RFC3986));
}

$zona = new DateTimeZone('Asia/Jakarta');
ob_start();
?>
<!DOCTYPE html>
<html lang="id"><head><meta charset="utf-8"><title>Permintaan Personalisasi – SI-FILMA</title><meta name="viewport" content="width=device-width, initial-scale=1"><link rel="icon" type="image/svg+xml" href="/aset/lambang.svg?v=<?= $versi ?>"><link rel="stylesheet" href="/aset/filma.css?v=<?= $versi ?>"><script src="/aset/menu.js?v=<?= $versi ?>" defer></script><script src="/aset/sesi.js?v=<?= $versi ?>" defer></script></head><body class="dalam hal-permintaan"><a class="lompat" href="#isi">Lompat ke isi</a><header class="pita"><a class="merek" href="/beranda"><img src="/aset/lambang.svg?v=<?= $versi ?>" alt="" width="36" height="36"><span><b>SI-FILMA</b><span class="semu">, </span><small><?= h($kantor) ?></small></span></a><details class="orang"><summary><?= ikon('orang') ?><span class="orang-nama"><span class="semu">Menu akun </span><b><?= h($sesi['nama']) ?></b><small><?= h($sesi['lembaga']) ?></small></span></summary><ul><li class="orang-siapa"><b><?= h($sesi['nama']) ?></b><span><?= h($sesi['lembaga']) ?></span></li><li><a href="/akun/profil">Profil Saya</a></li><li><a href="/akun/sandi">Ubah Password</a></li><li><a href="/akun/sesi">Sesi Saya</a></li><li><form method="post" action="/akun/keluar" data-keluar=""><input type="hidden" name="csrf" value="<?= $csrf ?>"><button type="submit">Keluar</button></form></li></ul></details></header><div class="badan"><details class="lipat"><summary><?= ikon('menu') ?>Menu</summary></details><nav class="menu" aria-label="Menu utama"><ul><?php
foreach ($menu as $ke => $m): ?><li><a href="<?= $ke ?>"<?php if ($ke === '/permintaan'): ?> aria-current="page"<?php endif ?>><?= ikon($m[0]) ?><?= h($m[1]) ?></a></li><?php endforeach ?></ul><?php
if ($sesi['peran'] === 'admin'): ?><h2>Administrasi</h2><ul><?php
	foreach ($urusan as $ke => $m): ?><li><a href="<?= $ke ?>"><?= ikon($m[0]) ?><?= h($m[1]) ?></a></li><?php endforeach ?></ul><?php endif ?></nav><div class="kolom"><nav class="remah" aria-label="Jejak halaman"><ol><li><a href="/beranda">Dashboard</a></li><li aria-current="page">Permintaan Personalisasi</li></ol></nav><main id="isi" tabindex="-1"><div class="kepala"><h1>Permintaan Personalisasi</h1><div class="kepala-aksi"></div></div><form class="saringan" method="get" action="/permintaan" role="search"><div class="saring-ruas saring-cari"><label for="s-cari">Nomor atau judul</label><input id="s-cari" type="search" name="cari" autocomplete="off" enterkeyhint="search" value=""></div><div class="saring-ruas"><label for="s-status">Status</label><select id="s-status" name="status"><option value="">Semua</option><?php
foreach ($kata as $k => $v): ?><option value="<?= $k ?>"<?php if ($k === $status): ?> selected<?php endif ?>><?= h($v[1]) ?></option><?php endforeach ?></select></div><div class="saring-ruas"><label for="s-produsen">Produsen Dituju</label><select id="s-produsen" name="produsen"><option value="">Semua</option><?php
foreach ($produsen as $p): ?><option value="<?= $p['id'] ?>"><?= h($p['nama']) ?></option><?php endforeach ?></select></div><div class="saring-ruas"><label for="s-lembaga">Kode lembaga</label><input type="text" id="s-lembaga" name="lembaga" class="l-12" inputmode="numeric" maxlength="6" autocomplete="off" value=""></div><div class="saring-ruas"><label for="s-tgl-dari">Dari tanggal</label><input id="s-tgl-dari" type="date" name="tgl-dari" value=""></div><div class="saring-ruas"><label for="s-tgl-sampai">Sampai tanggal</label><input id="s-tgl-sampai" type="date" name="tgl-sampai" value=""></div><input type="hidden" name="urut" value="tanggal"><input type="hidden" name="arah" value="turun"><button class="tombol" type="submit"><?= ikon('cari') ?>Cari</button></form><div class="daftar-kepala"><p class="menampilkan">Menampilkan 1–<?= count($baris) ?> dari <?= number_format($total, 0, ',', '.') ?></p><p class="ekspor"><span class="semu">Unduh daftar ini: </span><a href="/permintaan/unduh/csv?status=<?= h($status) ?>"><?= ikon('unduh') ?>CSV</a><a href="/permintaan/unduh/xlsx?status=<?= h($status) ?>"><?= ikon('unduh') ?>XLSX</a></p><ul class="keping-baris"><li><a class="keping" href="/permintaan"><span class="semu">Hapus saringan </span>Status: <b><?= h($kata[$status][1] ?? $status) ?></b><?= ikon('tutup') ?></a></li></ul></div><table class="tabel"><caption class="semu">Daftar permintaan kartu SAM</caption><thead><tr><th scope="col" class="angka">No.</th><th scope="col"><a href="<?= alamat(['urut' => 'nomor', 'arah' => 'naik']) ?>">No. Permintaan</a></th><th scope="col">Judul Permintaan</th><th scope="col" aria-sort="descending"><a href="<?= alamat(['urut' => 'tanggal', 'arah' => 'naik']) ?>">Tgl Permintaan</a></th><th scope="col">Lembaga Pengguna</th><th scope="col">Produsen Dituju</th><th scope="col" class="angka"><a href="<?= alamat(['urut' => 'jumlah', 'arah' => 'naik']) ?>">Jml Mesin</a></th><th scope="col">Berkas</th><th scope="col">Status</th><th scope="col" class="aksi">Aksi</th></tr></thead><tbody><?php
foreach ($baris as $i => $b):
	$t = (new DateTimeImmutable($b['dibuat'], new DateTimeZone('UTC')))
		->setTimezone($zona);
	$ke = '/permintaan/' . $b['id'];
?><tr><td class="angka" data-label="No."><?= $i + 1 ?></td><td class="utama" data-label="No. Permintaan"><a href="<?= $ke ?>"><?= h($b['nomor']) ?></a></td><td data-label="Judul Permintaan"><?= h($b['judul']) ?></td><td data-label="Tgl Permintaan"><time datetime="<?= $t->format('Y-m-d\TH:i') ?>"><?= $t->format('d ') . $bulan[$t->format('n') - 1] . $t->format(' Y') ?></time></td><td data-label="Lembaga Pengguna"><?= h($b['lembaga']) ?></td><td data-label="Produsen Dituju"><?= h($b['produsen']) ?></td><td class="angka" data-label="Jml Mesin"><?= number_format((int)$b['jumlah'], 0, ',', '.') ?></td><td data-label="Berkas"><?php
	if ($b['surat']): ?><a href="<?= $ke ?>/berkas/surat" aria-label="Unduh surat <?= h($b['nomor']) ?>">PDF</a><?php else: ?>–<?php endif ?></td><td data-label="Status"><span class="lencana <?= $kata[$b['status']][0] ?? 'netral' ?>"><?= h($kata[$b['status']][1] ?? $b['status']) ?></span></td><td class="aksi"><a href="<?= $ke ?>">Lihat<span class="semu"> <?= h($b['nomor']) ?></span></a></td></tr><?php
endforeach ?></tbody></table><div class="daftar-kaki"><nav class="halaman-lain" aria-label="Halaman daftar"><?php
if ($lagi): $ujung = end($baris) ?><a class="tombol" rel="next" href="<?= alamat(['setelah' => $ujung['id'] . '~' . $ujung['dibuat'], 'dari' => 26]) ?>">Berikutnya<?= ikon('kanan') ?></a><?php endif ?></nav><p class="per">Baris per halaman: <a href="<?= alamat(['per' => 10]) ?>">10</a> <b>25</b> <a href="<?= alamat(['per' => 50]) ?>">50</a> <a href="<?= alamat(['per' => 100]) ?>">100</a> </p></div></main></div></div><footer class="kaki"><p>© <?= $kini->format('Y') ?> <?= h($kantor) ?></p><p>SI-FILMA versi <?= $versi ?> · mode pengembangan · <a href="/verifikasi">Verifikasi dokumen</a></p></footer><dialog id="sesi" class="dialog" aria-labelledby="sesi-judul" aria-describedby="sesi-teks" data-sisa="1800" data-siapa="<?= h($sesi['username']) ?>"><form method="post" action="/akun/sesi/perpanjang"><input type="hidden" name="csrf" value="<?= $csrf ?>"><h2 id="sesi-judul">Sesi Anda hampir berakhir</h2><p id="sesi-teks">Demi keamanan, Anda akan dikeluarkan dalam <b data-sisa-teks="" data-menit="menit" data-detik="detik">2 menit</b>. Pilih “Tetap masuk” untuk melanjutkan pekerjaan.</p><p data-habis="" hidden>Sesi Anda sudah berakhir. Masuklah kembali: Anda akan kembali ke halaman ini dan isian yang sudah diketik tetap ada.</p><p class="tombol-baris"><button class="tombol utama" type="submit">Tetap masuk</button><a class="tombol utama" data-masuk="" href="/permintaan" hidden>Masuk kembali</a></p></form></dialog></body></html>
<?php
$isi = ob_get_clean();
header('Content-Type: text/html; charset=utf-8');
header('Cache-Control: no-store');
header('Content-Length: ' . strlen($isi));
echo $isi;
