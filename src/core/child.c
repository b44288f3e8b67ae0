#include "core/child.h"

#include <errno.h>
#include <fcntl.h>
#include <signal.h>
#include <spawn.h>
#include <stdint.h>
#include <string.h>
#include <sys/socket.h>
#include <unistd.h>

#include "core/memory.h"

extern char **environ;

enum {
    LEAST_FD = 10, /* above those that the child gets */
    THIRD_FD = 3
};

/* Moves the descriptor above the numbers that the child uses. */
static void move_up(int *fd)
{
    int moved = *fd < LEAST_FD ? fcntl(*fd, F_DUPFD_CLOEXEC, LEAST_FD) : -1;
    if (moved < 0)
        return;
    close(*fd);
    *fd = moved;
}

/* They are close-on-exec from the start: another thread may be starting a child
 * of its own, which must not keep these open. */
int ent_i_child_ends(int ends[2])
{
    if (socketpair(AF_UNIX, SOCK_STREAM | SOCK_CLOEXEC, 0, ends) != 0)
        return errno;
    move_up(&ends[1]);
    return 0;
}

static int place_ends(posix_spawn_file_actions_t *actions, int end, int third)
{
    int failure = posix_spawn_file_actions_adddup2(actions, end, 0);
    if (!failure)
        failure = posix_spawn_file_actions_adddup2(actions, end, 1);
    if (!failure && third >= 0)
        failure = posix_spawn_file_actions_adddup2(actions, third, THIRD_FD);
    return failure;
}

/* SIGPIPE is the one signal that hosts ignore, and that would stay ignored. */
static void set_signals(posix_spawnattr_t *attributes)
{
    sigset_t none, standard;
    sigemptyset(&none);
    sigemptyset(&standard);
    sigaddset(&standard, SIGPIPE);
    posix_spawnattr_setpgroup(attributes, 0);
    posix_spawnattr_setsigmask(attributes, &none);
    posix_spawnattr_setsigdefault(attributes, &standard);
    posix_spawnattr_setflags(attributes, POSIX_SPAWN_SETPGROUP |
                                             POSIX_SPAWN_SETSIGMASK |
                                             POSIX_SPAWN_SETSIGDEF);
}

/* Ours with the setting before it; freed by the caller. */
static const char **add_setting(const char *setting)
{
    size_t n = 0;
    while (environ[n])
        n++;
    const char **all = ent_i_malloc((n + 2) * sizeof *all);
    if (!all)
        return NULL;
    all[0] = setting;
    memcpy(all + 1, environ, (n + 1) * sizeof *all);
    return all;
}

static int start(pid_t *child, const char *const *argv, char *const *settings,
                 int end, int third)
{
    posix_spawn_file_actions_t actions;
    posix_spawnattr_t attributes;
    int failure = posix_spawn_file_actions_init(&actions);
    if (failure)
        return failure;
    failure = posix_spawnattr_init(&attributes);
    if (!failure) {
        failure = place_ends(&actions, end, third);
        set_signals(&attributes);
        if (!failure)
            failure = posix_spawn(child, argv[0], &actions, &attributes,
                                  (char *const *)(uintptr_t)argv, settings);
        posix_spawnattr_destroy(&attributes);
    }
    posix_spawn_file_actions_destroy(&actions);
    return failure;
}

int ent_i_child_start(pid_t *child, const char *const *argv,
                      const char *setting, int end, int third)
{
    if (!setting)
        return start(child, argv, environ, end, third);
    const char **all = add_setting(setting);
    int failure =
        all ? start(child, argv, (char *const *)(uintptr_t)all, end, third)
            : ENOMEM;
    ent_i_free(all);
    return failure;
}
