/* The floor: every byte of every file through libcsv once, and nothing else. */
#include <csv.h>
#include <stdio.h>
#include <stdlib.h>

static size_t fields, rows;
static void field(void *bytes, size_t count, void *context) { (void)bytes, (void)count, (void)context, fields++; }
static void row(int end, void *context) { (void)end, (void)context, rows++; }

int main(int count, char **names) {
    static char block[1 << 18];
    for (int at = 1; at < count; at++) {
        FILE *file = fopen(names[at], "rb");
        if (!file) { perror(names[at]); return 1; }
        struct csv_parser parser;
        csv_init(&parser, 0);
        for (size_t got; (got = fread(block, 1, sizeof block, file)) > 0;)
            if (csv_parse(&parser, block, got, field, row, NULL) != got) { fprintf(stderr, "%s: %s\n", names[at], csv_strerror(csv_error(&parser))); return 1; }
        csv_fini(&parser, field, row, NULL);
        csv_free(&parser);
        fclose(file);
    }
    printf("%d files, %zu rows, %zu fields\n", count - 1, rows, fields);
}
