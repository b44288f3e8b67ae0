/* The program is started anew for each input rather than forked off: in a copy
 * of a process with threads, the locks of libraries may be held for ever. */
#include "source/contained.h"

#include <errno.h>
#include <signal.h>
#include <stdio.h>
#include <string.h>
#include <sys/socket.h>
#include <sys/wait.h>
#include <unistd.h>

#include "core/child.h"
#include "core/error.h"
#include "core/own.h"

static ent_status fail(ent_error *error, const char *name, const char *why)
{
    return ent_i_fail(error, ENT_ERR_LIBRARY, "source",
                      "cannot start the program %s: %s", name, why);
}

/* Starts it from the first folder that has it. */
static int start_own(pid_t *child, const char *name, const char *setting,
                     int end)
{
    ent_i_place places[ENT_I_PLACES], path;
    size_t n = ent_i_own_places(".", places);
    int failure = ENOENT;
    for (size_t i = 0; i < n && (failure == ENOENT || failure == EACCES); i++) {
        const char *const argv[] = {path, NULL};
        int size = snprintf(path, sizeof path, "%s/%s", places[i], name);
        if (size > 0 && (size_t)size < sizeof path)
            failure = ent_i_child_start(child, argv, setting, end, -1);
    }
    return failure;
}

/* It reads all before it writes, so that neither waits for the other. When it
 * is gone, what it wrote tells why. */
static void send_all(int fd, const char *bytes, size_t size)
{
    while (size) {
        ssize_t n = send(fd, bytes, size, MSG_NOSIGNAL);
        if (n < 0 && errno != EINTR)
            break;
        bytes += n > 0 ? n : 0;
        size -= n > 0 ? (size_t)n : 0;
    }
    shutdown(fd, SHUT_WR);
}

ent_status ent_i_contained_start(ent_i_contained *contained, const char *name,
                                 const char *setting, const void *bytes,
                                 size_t size, ent_error *error)
{
    int ends[2];
    int failure = ent_i_child_ends(ends);
    if (failure)
        return fail(error, name, strerror(failure));
    failure = start_own(&contained->child, name, setting, ends[1]);
    close(ends[1]);
    contained->fd = ends[0];
    contained->ended = false;
    contained->start = contained->end = 0;
    if (failure) {
        close(ends[0]);
        return fail(error, name, strerror(failure));
    }
    send_all(ends[0], bytes, size);
    return ENT_OK;
}

/* Waits for more when all was read. */
static bool receive(ent_i_contained *c)
{
    while (c->start == c->end && !c->ended) {
        ssize_t n = recv(c->fd, c->received, sizeof c->received, 0);
        c->ended = n == 0 || (n < 0 && errno != EINTR);
        c->start = 0;
        c->end = n > 0 ? (size_t)n : 0;
    }
    return c->start < c->end;
}

bool ent_i_contained_read(ent_i_contained *contained, void *to, size_t size)
{
    char *at = to;
    while (size && receive(contained)) {
        size_t n = contained->end - contained->start;
        n = n < size ? n : size;
        memcpy(at, contained->received + contained->start, n);
        contained->start += n;
        at += n;
        size -= n;
    }
    return !size;
}

int ent_i_contained_end(ent_i_contained *contained)
{
    int status = 0;
    close(contained->fd);
    if (!contained->ended)
        kill(contained->child, SIGKILL);
    while (waitpid(contained->child, &status, 0) < 0 && errno == EINTR)
        ;
    return contained->ended && WIFSIGNALED(status) ? WTERMSIG(status) : 0;
}
