#include <stddef.h>
#include <stdint.h>

/// The loop of libFuzzer (https://llvm.org/docs/LibFuzzer.html), for a program with a `main` of its own.
int LLVMFuzzerRunDriver(int *argc, char ***argv, int (*test)(const uint8_t *data, size_t size));
