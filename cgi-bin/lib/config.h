/*
 * config.h - the installation's configuration file (README, "Konfigurasi").
 *
 * Plain `nama = nilai` lines.  Read once at start; the settings an admin
 * changes on a page are in the database (model/pengaturan), not here.
 */
#ifndef CONFIG_H
#define CONFIG_H

#include <stdbool.h>

/*
 * Read the file named by SIFILMA_KONFIG, else the installed one.  False, with
 * a line on standard error, when it cannot be read or a line is not
 * `nama = nilai`.
 */
bool config_load(void);

/* Value of a key, or otherwise when the file does not have it. */
const char *config_get(const char *name, const char *otherwise);

/* True for mode = pengembangan: demo helps are shown, messages not sent. */
bool config_development(void);

#endif
