/* SPDX-License-Identifier: Apache-2.0 */
/* measured COMMAND...: runs it once, and writes how long it took, in microseconds, and the most memory that it held, in
   KiB, on one line. What the command says is thrown away, errors not. */
#include <fcntl.h>
#include <spawn.h>
#include <stdio.h>
#include <sys/resource.h>
#include <sys/wait.h>
#include <time.h>

extern char** environ;

int main(int argc, char** argv) {
    posix_spawn_file_actions_t quiet;
    posix_spawn_file_actions_init(&quiet);
    posix_spawn_file_actions_addopen(&quiet, 1, "/dev/null", O_WRONLY, 0);
    struct timespec begin, end;
    clock_gettime(CLOCK_MONOTONIC, &begin);
    pid_t pid = 0;
    int status = 1;
    struct rusage usage;
    if (argc < 2 || posix_spawnp(&pid, argv[1], &quiet, NULL, argv + 1, environ) != 0 ||
        wait4(pid, &status, 0, &usage) != pid || status != 0) {
        fprintf(stderr, "measured: %s failed, so its time means nothing\n", argc < 2 ? "nothing" : argv[1]);
        return 1;
    }
    clock_gettime(CLOCK_MONOTONIC, &end);
    printf("%lld %ld\n", (end.tv_sec - begin.tv_sec) * 1000000LL + (end.tv_nsec - begin.tv_nsec) / 1000,
           usage.ru_maxrss);
    return 0;
}
