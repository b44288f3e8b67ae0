/* The child's standard input and output are one socket: a child that is gone
 * gives an error on writing instead of a signal, without a change to the
 * host's signal handling. Writing and reading take turns as poll allows, so
 * that neither side waits for the other with its pipe full. */
#include "recognise/outside.h"

#include <errno.h>
#include <jansson.h>
#include <poll.h>
#include <signal.h>
#include <spawn.h>
#include <stdio.h>
#include <string.h>
#include <sys/socket.h>
#include <sys/wait.h>
#include <time.h>
#include <unistd.h>

#include "core/error.h"
#include "core/json.h"
#include "recognise/annotated.h"
#include "source/readers.h"

extern char **environ;

enum {
    READ_SIZE = 65536,
    MAX_ANSWER = 256 << 20, /* bytes; a child that writes on and on */
    GRACE_MS = 2000,        /* for a child to end by itself */
    TICK_MS = 5
};

struct ent_i_outside {
    char *command;
    unsigned seconds;
    pid_t child; /* 0: none */
    int socket;
    ent_i_string request;
    ent_i_string answer;
};

/* Every failure names the article: with many at a time the child's own words on
 * standard error can't be told apart. */
static ent_status fail(ent_error *error, const ent_article *article,
                       const char *what)
{
    return ent_i_fail(error, ENT_ERR_PLUGIN, "recognise",
                      "outside recogniser: article %s: %s", article->id, what);
}

/* ---- the child ---- */

/* waitpid knows no timeout, and a handler for SIGCHLD would be the host's. */
static void sleep_ms(long ms)
{
    struct timespec pause = {ms / 1000, ms % 1000 * 1000000};
    nanosleep(&pause, NULL);
}

/* Ends the child and everything it started. A child may have a moment to end
 * by itself first, then `status` tells how it did. */
static bool reap(ent_i_outside *outside, int *status)
{
    bool ended = false;
    for (int waited = 0; waited < GRACE_MS && !ended; waited += TICK_MS) {
        ended = waitpid(outside->child, status, WNOHANG) != 0;
        if (!ended)
            sleep_ms(TICK_MS);
    }
    return ended;
}

static void stop_child(ent_i_outside *outside, bool gently)
{
    int status;
    if (!outside->child)
        return;
    /* The end of its input asks a well-behaved child to end. */
    shutdown(outside->socket, SHUT_WR);
    bool ended = gently && reap(outside, &status);
    /* What the shell has started would otherwise live on. */
    kill(-outside->child, SIGKILL);
    if (!ended)
        waitpid(outside->child, &status, 0);
    close(outside->socket);
    outside->child = 0;
}

/* The child gets a process group of its own, to be ended whole, and the
 * default signal handling whatever the host's is. */
static int spawn(ent_i_outside *outside, int end)
{
    posix_spawn_file_actions_t actions;
    posix_spawnattr_t attributes;
    sigset_t none, standard;
    char *argv[] = {(char[]){"sh"}, (char[]){"-c"}, outside->command, NULL};
    sigemptyset(&none);
    sigemptyset(&standard);
    sigaddset(&standard, SIGPIPE);
    int failure = posix_spawn_file_actions_init(&actions);
    if (failure)
        return failure;
    failure = posix_spawnattr_init(&attributes);
    if (!failure) {
        failure = posix_spawn_file_actions_adddup2(&actions, end, 0);
        if (!failure)
            failure = posix_spawn_file_actions_adddup2(&actions, end, 1);
        posix_spawnattr_setpgroup(&attributes, 0);
        posix_spawnattr_setsigmask(&attributes, &none);
        posix_spawnattr_setsigdefault(&attributes, &standard);
        posix_spawnattr_setflags(&attributes, POSIX_SPAWN_SETPGROUP |
                                                  POSIX_SPAWN_SETSIGMASK |
                                                  POSIX_SPAWN_SETSIGDEF);
        if (!failure)
            failure = posix_spawn(&outside->child, "/bin/sh", &actions,
                                  &attributes, argv, environ);
        posix_spawnattr_destroy(&attributes);
    }
    posix_spawn_file_actions_destroy(&actions);
    return failure;
}

static ent_status start_child(ent_i_outside *outside,
                              const ent_article *article, ent_error *error)
{
    int ends[2];
    /* Close-on-exec from the start: another thread may be starting a child of
     * its own, which must not hold this socket open. */
    if (socketpair(AF_UNIX, SOCK_STREAM | SOCK_CLOEXEC, 0, ends) != 0)
        return fail(error, article, strerror(errno));
    int failure = spawn(outside, ends[1]);
    close(ends[1]);
    if (failure) {
        close(ends[0]);
        outside->child = 0;
        return fail(error, article, strerror(failure));
    }
    outside->socket = ends[0];
    return ENT_OK;
}

/* ---- one article ---- */

static int add_bytes(const char *bytes, size_t size, void *string)
{
    return ent_i_string_add(string, bytes, size) ? 0 : -1;
}

static bool set_text(json_t *object, const char *key, const char *text)
{
    return json_object_set_new(object, key, json_string(text)) == 0;
}

/* Only what every article has is sent: a recogniser shall not come to depend on
 * an input's own fields. */
static ent_status write_request(ent_i_outside *outside,
                                const ent_article *article, ent_error *error)
{
    char date[16];
    json_t *object = json_object();
    outside->request.n = 0;
    ent_date_format(article->date, date);
    bool good = object && set_text(object, "id", article->id) &&
                set_text(object, "title", article->title) &&
                (!date[0] || set_text(object, "date", date)) &&
                set_text(object, "text", article->text) &&
                json_dump_callback(object, add_bytes, &outside->request,
                                   JSON_COMPACT) == 0 &&
                ent_i_string_adds(&outside->request, "\n");
    json_decref(object);
    return good ? ENT_OK : ent_i_no_memory(error, "recognise");
}

/* Says how a child that closed its side has ended. */
static ent_status fail_ended(ent_i_outside *outside, const ent_article *article,
                             ent_error *error)
{
    int status = 0;
    char what[80];
    if (!reap(outside, &status))
        return fail(error, article, "closed its output before it answered");
    if (WIFSIGNALED(status))
        snprintf(what, sizeof what, "ended by signal %d before it answered",
                 WTERMSIG(status));
    else
        snprintf(what, sizeof what,
                 "ended with exit status %d before it answered",
                 WEXITSTATUS(status));
    kill(-outside->child, SIGKILL);
    close(outside->socket);
    outside->child = 0;
    return fail(error, article, what);
}

/* Sends what the socket takes; false when the child is gone. */
static bool send_some(ent_i_outside *outside, size_t *sent)
{
    ssize_t n = send(outside->socket, outside->request.items + *sent,
                     outside->request.n - *sent, MSG_NOSIGNAL | MSG_DONTWAIT);
    if (n > 0)
        *sent += (size_t)n;
    return n >= 0 || errno == EAGAIN || errno == EWOULDBLOCK || errno == EINTR;
}

/* Reads what there is. Returns 1 when a whole line is there, 0 when not yet,
 * -1 at the end, -2 when memory is out. */
static int receive_some(ent_i_outside *outside)
{
    if (!ent_i_vec_reserve(&outside->answer, READ_SIZE))
        return -2;
    char *place = outside->answer.items + outside->answer.n;
    ssize_t n = recv(outside->socket, place, READ_SIZE, MSG_DONTWAIT);
    if (n <= 0)
        return n < 0 && (errno == EAGAIN || errno == EINTR) ? 0 : -1;
    outside->answer.n += (size_t)n;
    return memchr(place, '\n', (size_t)n) != NULL;
}

static int64_t now_ms(void)
{
    struct timespec now;
    clock_gettime(CLOCK_MONOTONIC, &now);
    return (int64_t)now.tv_sec * 1000 + now.tv_nsec / 1000000;
}

/* Sends the request and reads one line of answer. */
static ent_status exchange(ent_i_outside *outside, const ent_article *article,
                           ent_error *error)
{
    size_t sent = 0;
    int64_t until = now_ms() + (int64_t)outside->seconds * 1000;
    outside->answer.n = 0;
    for (;;) {
        bool sending = sent < outside->request.n;
        struct pollfd wait = {outside->socket, POLLIN, 0};
        if (sending)
            wait.events |= POLLOUT;
        int64_t left = until - now_ms();
        if (left <= 0 || poll(&wait, 1, (int)left) == 0) {
            char what[64];
            snprintf(what, sizeof what, "no answer within %u seconds",
                     outside->seconds);
            return fail(error, article, what);
        }
        int got = wait.revents & (POLLIN | POLLHUP | POLLERR)
                      ? receive_some(outside)
                      : 0;
        if (got == -2)
            return ent_i_no_memory(error, "recognise");
        if (got == -1)
            return fail_ended(outside, article, error);
        /* A child that answers too soon answers something else. */
        if (got == 1)
            return sent == outside->request.n
                       ? ENT_OK
                       : fail(error, article,
                              "answered before it had read the article");
        if (outside->answer.n > MAX_ANSWER)
            return fail(error, article, "answer without an end");
        if (sending && wait.revents & POLLOUT && !send_some(outside, &sent))
            return fail_ended(outside, article, error);
    }
}

/* ---- the answer ---- */

static ent_status parse_object(ent_article *article, const json_t *object,
                               ent_error *error)
{
    const char *id = json_string_value(json_object_get(object, "id"));
    if (!json_is_object(object) || !id)
        return fail(error, article, "expected an object with an \"id\"");
    if (strcmp(id, article->id) != 0)
        return ent_i_fail(error, ENT_ERR_PLUGIN, "recognise",
                          "outside recogniser: expected the answer for "
                          "article %s, found that for %s",
                          article->id, id);
    if (!json_is_array(json_object_get(object, "mentions")))
        return fail(error, article, "expected an array \"mentions\"");
    ent_error inner = {0};
    bool title_in_text = article->title_in_text;
    ent_status status = ent_i_article_mentions(article, object, &inner);
    /* The sentences are cut by now, and the spans are made right like the
     * tagger's. */
    article->title_in_text = title_in_text;
    article->annotated = false;
    if (status == ENT_ERR_MEMORY)
        return ent_i_no_memory(error, "recognise");
    return status ? ent_i_fail(error, ENT_ERR_PLUGIN, "recognise",
                               "outside recogniser: %s", inner.message)
                  : ENT_OK;
}

ent_status ent_i_outside_parse(ent_article *article, const char *line,
                               size_t size, ent_error *error)
{
    json_error_t problem;
    /* Of two values for one key nobody could say which was meant. */
    json_t *object = json_loadb(line, size, JSON_REJECT_DUPLICATES, &problem);
    if (!object && ent_i_json_no_memory(&problem))
        return ent_i_no_memory(error, "recognise");
    ent_status status =
        object ? parse_object(article, object, error)
               : ent_i_fail(error, ENT_ERR_PLUGIN, "recognise",
                            "outside recogniser: article %s: expected JSON: %s",
                            article->id, problem.text);
    json_decref(object);
    return status;
}

static ent_status take_answer(ent_i_outside *outside, ent_article *article,
                              ent_error *error)
{
    const char *line = outside->answer.items;
    size_t size =
        (size_t)((char *)memchr(line, '\n', outside->answer.n) - line);
    /* The rest would be taken for the next article's answer. */
    if (size + 1 < outside->answer.n)
        return fail(error, article, "answered with more than one line");
    ent_status status = ent_i_outside_parse(article, line, size, error);
    if (!status)
        ent_i_mentions_place(article);
    return status;
}

ent_status ent_i_outside_recognise(ent_i_outside *outside, ent_article *article,
                                   ent_error *error)
{
    ent_status status = write_request(outside, article, error);
    if (!status && !outside->child)
        status = start_child(outside, article, error);
    if (!status)
        status = exchange(outside, article, error);
    if (!status)
        status = take_answer(outside, article, error);
    /* What a child that failed says next could be about anything. */
    if (status)
        stop_child(outside, false);
    return status;
}

ent_status ent_i_outside_new(ent_i_outside **out, const char *command,
                             unsigned seconds, ent_error *error)
{
    ent_i_outside *outside = ent_i_calloc(1, sizeof *outside);
    if (outside)
        outside->command = ent_i_strdup(command);
    if (!outside || !outside->command) {
        ent_i_free(outside);
        return ent_i_no_memory(error, "recognise");
    }
    outside->seconds = seconds ? seconds : ENT_I_OUTSIDE_SECONDS;
    *out = outside;
    return ENT_OK;
}

void ent_i_outside_free(ent_i_outside *outside)
{
    if (!outside)
        return;
    stop_child(outside, true);
    ent_i_vec_free(&outside->request);
    ent_i_vec_free(&outside->answer);
    ent_i_free(outside->command);
    ent_i_free(outside);
}
