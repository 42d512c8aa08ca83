/*
 * isi-demo-tempat.c - where the invented readers of the demo stand: outlets in
 * real villages, near the real centre of their city.  Who puts them there is
 * isi-demo-aktivasi.c.
 */
#include "isi-demo.h"
#include "../lib/form.h"

#include <stdio.h>
#include <string.h>

#define DESA_N 12

/* Centres of cities and regencies, by code; of a hundred outlets of a national
   institution about so many stand there. */
static const struct kota {
	const char *kode;
	const char *nama;
	double lintang;
	double bujur;
	unsigned bobot;
} kota[] = {
	{ "1171", "Banda Aceh", 5.548, 95.319, 1 },
	{ "1173", "Lhokseumawe", 5.180, 97.140, 1 },
	{ "1271", "Medan", 3.589, 98.674, 4 },
	{ "1272", "Pematangsiantar", 2.960, 99.062, 1 },
	{ "1278", "Gunungsitoli", 1.285, 97.610, 1 },
	{ "1371", "Padang", -0.930, 100.375, 2 },
	{ "1375", "Bukittinggi", -0.305, 100.369, 1 },
	{ "1471", "Pekanbaru", 0.507, 101.447, 2 },
	{ "1472", "Dumai", 1.660, 101.447, 1 },
	{ "1571", "Jambi", -1.610, 103.607, 2 },
	{ "1671", "Palembang", -2.976, 104.775, 3 },
	{ "1673", "Lubuklinggau", -3.295, 102.861, 1 },
	{ "1771", "Bengkulu", -3.795, 102.270, 1 },
	{ "1871", "Bandar Lampung", -5.395, 105.266, 2 },
	{ "1872", "Metro", -5.113, 105.307, 1 },
	{ "1902", "Belitung", -2.760, 107.655, 1 },
	{ "1971", "Pangkalpinang", -2.131, 106.113, 1 },
	{ "2103", "Natuna", 3.935, 108.375, 1 },
	{ "2171", "Batam", 1.105, 104.040, 2 },
	{ "2172", "Tanjungpinang", 0.917, 104.466, 1 },
	{ "3171", "Jakarta Pusat", -6.181, 106.835, 8 },
	{ "3172", "Jakarta Utara", -6.145, 106.880, 3 },
	{ "3173", "Jakarta Barat", -6.168, 106.759, 5 },
	{ "3174", "Jakarta Selatan", -6.261, 106.810, 8 },
	{ "3175", "Jakarta Timur", -6.225, 106.900, 5 },
	{ "3201", "Bogor", -6.480, 106.840, 2 },
	{ "3205", "Garut", -7.227, 107.909, 1 },
	{ "3215", "Karawang", -6.323, 107.300, 1 },
	{ "3273", "Bandung", -6.915, 107.610, 4 },
	{ "3274", "Cirebon", -6.733, 108.552, 1 },
	{ "3275", "Bekasi", -6.238, 106.995, 3 },
	{ "3276", "Depok", -6.402, 106.794, 2 },
	{ "3278", "Tasikmalaya", -7.327, 108.220, 1 },
	{ "3301", "Cilacap", -7.690, 109.030, 1 },
	{ "3302", "Banyumas", -7.424, 109.230, 1 },
	{ "3319", "Kudus", -6.805, 110.840, 1 },
	{ "3372", "Surakarta", -7.566, 110.825, 2 },
	{ "3374", "Semarang", -6.995, 110.420, 3 },
	{ "3376", "Tegal", -6.880, 109.130, 1 },
	{ "3404", "Sleman", -7.716, 110.355, 1 },
	{ "3471", "Yogyakarta", -7.797, 110.370, 2 },
	{ "3509", "Jember", -8.172, 113.700, 1 },
	{ "3510", "Banyuwangi", -8.215, 114.365, 1 },
	{ "3571", "Kediri", -7.820, 112.015, 1 },
	{ "3573", "Malang", -7.977, 112.634, 2 },
	{ "3577", "Madiun", -7.630, 111.523, 1 },
	{ "3578", "Surabaya", -7.270, 112.745, 5 },
	{ "3671", "Tangerang", -6.178, 106.632, 2 },
	{ "3673", "Serang", -6.120, 106.155, 1 },
	{ "5103", "Badung", -8.590, 115.175, 1 },
	{ "5108", "Buleleng", -8.125, 115.090, 1 },
	{ "5171", "Denpasar", -8.657, 115.218, 2 },
	{ "5203", "Lombok Timur", -8.650, 116.535, 1 },
	{ "5271", "Mataram", -8.585, 116.110, 1 },
	{ "5272", "Bima", -8.460, 118.737, 1 },
	{ "5304", "Belu", -9.110, 124.895, 1 },
	{ "5307", "Sikka", -8.632, 122.220, 1 },
	{ "5311", "Sumba Timur", -9.670, 120.265, 1 },
	{ "5315", "Manggarai Barat", -8.500, 119.895, 1 },
	{ "5371", "Kupang", -10.178, 123.600, 1 },
	{ "6104", "Ketapang", -1.840, 109.985, 1 },
	{ "6105", "Sintang", 0.075, 111.495, 1 },
	{ "6171", "Pontianak", -0.030, 109.335, 2 },
	{ "6202", "Kotawaringin Timur", -2.535, 112.950, 1 },
	{ "6271", "Palangka Raya", -2.210, 113.915, 1 },
	{ "6371", "Banjarmasin", -3.320, 114.592, 2 },
	{ "6403", "Berau", 2.155, 117.490, 1 },
	{ "6471", "Balikpapan", -1.240, 116.855, 2 },
	{ "6472", "Samarinda", -0.495, 117.145, 2 },
	{ "6503", "Nunukan", 4.140, 117.660, 1 },
	{ "6571", "Tarakan", 3.310, 117.600, 1 },
	{ "7171", "Manado", 1.480, 124.850, 2 },
	{ "7172", "Bitung", 1.445, 125.180, 1 },
	{ "7201", "Banggai", -0.945, 122.790, 1 },
	{ "7202", "Poso", -1.395, 120.755, 1 },
	{ "7271", "Palu", -0.900, 119.875, 1 },
	{ "7308", "Bone", -4.545, 120.325, 1 },
	{ "7318", "Tana Toraja", -3.100, 119.855, 1 },
	{ "7371", "Makassar", -5.145, 119.430, 3 },
	{ "7373", "Palopo", -2.995, 120.195, 1 },
	{ "7471", "Kendari", -3.990, 122.515, 1 },
	{ "7472", "Baubau", -5.470, 122.605, 1 },
	{ "7571", "Gorontalo", 0.545, 123.060, 2 },
	{ "7602", "Mamuju", -2.680, 118.890, 1 },
	{ "8101", "Maluku Tengah", -3.310, 128.960, 1 },
	{ "8171", "Ambon", -3.697, 128.182, 2 },
	{ "8172", "Tual", -5.640, 132.745, 1 },
	{ "8203", "Halmahera Utara", 1.730, 128.005, 1 },
	{ "8271", "Ternate", 0.790, 127.375, 2 },
	{ "9106", "Biak Numfor", -1.178, 136.085, 1 },
	{ "9171", "Jayapura", -2.560, 140.690, 2 },
	{ "9202", "Manokwari", -0.865, 134.060, 2 },
	{ "9301", "Merauke", -8.495, 140.395, 2 },
	{ "9401", "Nabire", -3.365, 135.500, 1 },
	{ "9404", "Mimika", -4.545, 136.885, 1 },
	{ "9501", "Jayawijaya", -4.095, 138.945, 1 },
	{ "9671", "Sorong", -0.880, 131.270, 2 },
};

/* Of the institutions in the order of struct demo: how their outlets are
   called, and the region they stay in ("": the whole country). */
static const struct kebiasaan {
	const char *sebutan;
	const char *daerah;
} kebiasaan[DEMO_PEMINTA] = {
	{ "Kantor Layanan", "" },   { "Balai Sosial", "" },
	{ "Kantor Cabang", "" },    { "Kantor Cabang", "" },
	{ "Kantor Pemasaran", "" }, { "Unit Gadai", "" },
	{ "Samsat", "33" },         { "Kantor Kas", "32" },
	{ "Klinik", "51" },         { "Puskesos", "7371" },
	{ "Loket Pajak", "3404" },  { "Kantor Kas", "3302" },
	{ "UPT Adminduk", "33" },   { "Loket Dukcapil", "7371" },
};

static const char *const jalan[] = {
	"Melati",    "Kenanga",  "Anggrek",    "Cendana",
	"Merpati",   "Rajawali", "Pelita",     "Harapan",
	"Sejahtera", "Damai",    "Pasar Baru", "Stasiun Lama",
};

/* Numbers that depend on a text alone: the same reader always gets the same
   place, so it need not be remembered between request and activation. */
struct undi {
	uint64_t x;
};

static struct undi undi_dari(const char *teks)
{
	struct undi u = { 14695981039346656037u };

	for (; *teks != '\0'; teks++)
		u.x = (u.x ^ (unsigned char)*teks) * 1099511628211u;
	return u;
}

static unsigned undi(struct undi *u, size_t n)
{
	u->x = u->x * 6364136223846793005u + 1442695040888963407u;
	return (unsigned)((u->x >> 33) % n);
}

/* Degrees from the centre, near it more often than far. */
static double sekitar(struct undi *u)
{
	return ((double)undi(u, 1000) + undi(u, 1000) - 1000) / 1000 * 0.035;
}

static size_t pilih_kota(struct undi *u, const char *daerah)
{
	size_t hasil = 0;
	unsigned semua = 0;

	/* Each takes the place of those before with the chance it is due. */
	for (size_t i = 0; i < COUNT(kota); i++) {
		if (strncmp(kota[i].kode, daerah, strlen(daerah)) != 0)
			continue;
		semua += kota[i].bobot;
		if (undi(u, semua) < kota[i].bobot)
			hasil = i;
	}
	return hasil;
}

/* Some villages of each city, read when it is first wanted. */
static struct desa {
	char kode[11];
	char nama[64];
} desa[COUNT(kota)][DESA_N];
static size_t n_desa[COUNT(kota)];

SQL(Q_DESA, "SELECT kode, nama FROM wilayah WHERE kode"
	    " BETWEEN CONCAT(?, '000000') AND CONCAT(?, '999999')"
	    " AND tingkat = 4 AND CHAR_LENGTH(nama) < 30"
	    " ORDER BY CRC32(kode) LIMIT ?");

static enum err baca_desa(struct demo *d, size_t c)
{
	struct rows *r;
	enum err e = db_query(d->db, &r, &Q_DESA, kota[c].kode, kota[c].kode,
			      (int64_t)DESA_N);

	while (e == OK && db_next(r)) {
		struct desa *x = &desa[c][n_desa[c]++];

		snprintf(x->kode, sizeof(x->kode), "%s", db_text(r, 0));
		snprintf(x->nama, sizeof(x->nama), "%s", db_text(r, 1));
	}
	return e == OK && n_desa[c] == 0 ? ERR_NOT_FOUND : e;
}

enum err demo_tempat(struct demo *d, size_t peminta, const char *seri_mesin,
		     unsigned kali, struct tempat *out)
{
	struct arena *a = db_arena(d->db);
	const struct kebiasaan *k = &kebiasaan[peminta];
	struct undi u = undi_dari(arena_printf(a, "%s/%u", seri_mesin, kali));
	size_t n = pilih_kota(&u, k->daerah);
	const struct kota *c = &kota[n];
	const struct desa *di;
	const char *jl;
	unsigned rumah;
	double lintang, bujur;
	enum err e = n_desa[n] > 0 ? OK : baca_desa(d, n);

	if (e != OK)
		return e;
	di = &desa[n][undi(&u, n_desa[n])];
	jl = jalan[undi(&u, COUNT(jalan))];
	rumah = 1 + undi(&u, 180);
	lintang = c->lintang + sekitar(&u);
	bujur = c->bujur + sekitar(&u);
	*out = (struct tempat){
		.seri_mesin = seri_mesin,
		.outlet =
		    arena_printf(a, "%s %s %s", k->sebutan, c->nama, di->nama),
		.alamat = arena_printf(a, "Jalan %s Nomor %u, %s", jl, rumah,
				       di->nama),
		.wilayah_kode = di->kode,
		.lintang = arena_printf(a, "%.6f", lintang),
		.bujur = arena_printf(a, "%.6f", bujur),
	};
	return OK;
}
