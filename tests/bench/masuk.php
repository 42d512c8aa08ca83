<?php
// masuk.php - the peer of `make bench` for signing in: the account, its
// argon2id hash by password_verify, a new session.  No part of the suite.
declare(strict_types=1);

$db = new PDO($_SERVER['BENCH_DSN'], $_SERVER['BENCH_USER'], '', [
	PDO::ATTR_PERSISTENT => true,
	PDO::ATTR_ERRMODE => PDO::ERRMODE_EXCEPTION,
]);
$q = $db->prepare('SELECT id, sandi FROM akun WHERE username = ?');
$q->execute([$_POST['username'] ?? '']);
$akun = $q->fetch(PDO::FETCH_ASSOC);
if (!$akun || !password_verify($_POST['sandi'] ?? '', $akun['sandi'])) {
	http_response_code(422);
	exit;
}
$sid = bin2hex(random_bytes(32));
$db->prepare('INSERT INTO sesi (hash, akun_id, dibuat, terakhir, berakhir,
	alamat_ip, agen) VALUES (?, ?, UTC_TIMESTAMP(3), UTC_TIMESTAMP(3),
	UTC_TIMESTAMP(3) + INTERVAL 8 HOUR, ?, ?)')->execute([
	hash('sha256', $sid, true), $akun['id'], $_SERVER['REMOTE_ADDR'], 'bench']);
setcookie('sid_php', $sid, ['path' => '/', 'httponly' => true]);
http_response_code(303);
header('Location: /beranda');
