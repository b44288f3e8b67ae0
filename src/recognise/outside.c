/* Writing to the child and reading from it take turns as poll allows, so that
 * the two sides never wait for each other with full buffers. */
#include "recognise/outside.h"

#include <errno.h>
#include <fcntl.h>
#include <jansson.h>
#include <poll.h>
#include <signal.h>
#include <stdio.h>
#include <string.h>
#include <sys/socket.h>
#include <sys/wait.h>
#include <time.h>
#include <unistd.h>

#include "core/child.h"
#include "core/error.h"
#include "core/json.h"
#include "recognise/annotated.h"
#include "source/readers.h"

enum {
    READ_SIZE = 65536,
    MAX_ANSWER = 256 << 20, /* bytes; against a child that never stops */
    GRACE_MS = 2000,        /* for a child to end by itself */
    TICK_MS = 5,
    CANCEL_MS = 100, /* how soon a stop is noticed */
};

/* The shell starts a guard before the command. The guard reads from a socket
 * whose other end only we hold. The read ends when we let go or die, by
 * whatever signal, and the guard then kills the group, including itself. */
static const char script[] =
    "(read _ <&3; kill -KILL 0) </dev/null >/dev/null 2>&1 & "
    "exec 3<&-; eval \"shift; $1\"";

struct ent_i_outside {
    char *command;
    unsigned seconds;        /* for an article; 0: no limit */
    const atomic_bool *stop; /* set by another thread; or NULL */
    pid_t child;             /* 0: none */
    int socket;
    int lifeline; /* open as long as the child may live */
    ent_i_string request;
    ent_i_string answer;
};

/* Every failure names the article, since the standard error of several children
 * can't be told apart. The name is kept apart from the message, so that
 * articles that fail in the same way have the same message. */
static ent_status fail(ent_error *error, const ent_article *article,
                       const char *what)
{
    ent_i_fail(error, ENT_ERR_PLUGIN, "recognise", "outside recogniser: %s",
               what);
    return ent_i_fail_at(error, ENT_ERR_PLUGIN, article->id, 0, -1);
}

/* ---- the child ---- */

/* waitpid has no timeout, and a handler for SIGCHLD would belong to the
 * host. */
static void sleep_ms(long ms)
{
    struct timespec pause = {ms / 1000, ms % 1000 * 1000000};
    nanosleep(&pause, NULL);
}

/* Gives the child a moment to end by itself; returns whether it did, with its
 * exit status in `status`. */
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

/* Until the group is killed, the guard keeps its number from being reused. */
static void forget_child(ent_i_outside *outside)
{
    kill(-outside->child, SIGKILL);
    close(outside->socket);
    close(outside->lifeline);
    outside->child = 0;
}

static void stop_child(ent_i_outside *outside, bool gently)
{
    int status;
    if (!outside->child)
        return;
    /* A well-behaved child ends at the end of its input. */
    shutdown(outside->socket, SHUT_WR);
    pid_t child = outside->child;
    bool ended = gently && reap(outside, &status);
    forget_child(outside);
    if (!ended)
        waitpid(child, &status, 0);
}

/* Two pairs of connected descriptors, [0] ours and [1] the child's. */
static int open_ends(int socket[2], int lifeline[2])
{
    int failure = ent_i_child_ends(socket);
    if (failure)
        return failure;
    failure = ent_i_child_ends(lifeline);
    if (failure) {
        close(socket[0]);
        close(socket[1]);
    }
    return failure;
}

static ent_status start_child(ent_i_outside *outside,
                              const ent_article *article, ent_error *error)
{
    int socket[2], lifeline[2];
    int failure = open_ends(socket, lifeline);
    if (failure)
        return fail(error, article, strerror(failure));
    const char *argv[] = {"/bin/sh",        "-c", script, "sh",
                          outside->command, NULL};
    failure =
        ent_i_child_start(&outside->child, argv, NULL, socket[1], lifeline[1]);
    close(socket[1]);
    close(lifeline[1]);
    outside->socket = socket[0];
    outside->lifeline = lifeline[0];
    if (!failure)
        return ENT_OK;
    close(socket[0]);
    close(lifeline[0]);
    outside->child = 0;
    return fail(error, article, strerror(failure));
}

/* The size of the command's first word if it can be looked up; 0 when it has an
 * assignment, a quote or other shell syntax. */
static size_t plain_word(const char *command)
{
    size_t n = strcspn(command, " \t\n");
    for (size_t i = 0; i < n; i++)
        if (!strchr("ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz"
                    "0123456789_./+-",
                    command[i]))
            return 0;
    return n;
}

ent_status ent_i_outside_check(const char *command, ent_error *error)
{
    size_t n = plain_word(command);
    int null = open("/dev/null", O_RDWR | O_CLOEXEC);
    char *word = n && null >= 0 ? ent_i_strndup(command, n) : NULL;
    const char *argv[] = {"/bin/sh", "-c", "command -v \"$1\"",
                          "sh",      word, NULL};
    pid_t child;
    int status = 0;
    /* If the shell can't be asked, the first article will tell. */
    if (word && ent_i_child_start(&child, argv, NULL, null, -1) == 0)
        while (waitpid(child, &status, 0) < 0 && errno == EINTR)
            ;
    ent_i_free(word);
    if (null >= 0)
        close(null);
    /* A missing program gives status 127 in dash and 1 in bash. */
    if (!WIFEXITED(status) || WEXITSTATUS(status) == 0)
        return ENT_OK;
    return ent_i_fail(error, ENT_ERR_NOT_FOUND, "recognise",
                      "outside recogniser: expected a program, found none "
                      "named \"%.*s\"",
                      (int)n, command);
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

/* Only what every article has is sent: a recogniser must not come to depend on
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

/* Reports how a child that closed its side has ended. */
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
    forget_child(outside);
    return fail(error, article, what);
}

/* Sends as much as the socket takes; false when the child is gone. */
static bool send_some(ent_i_outside *outside, size_t *sent)
{
    ssize_t n = send(outside->socket, outside->request.items + *sent,
                     outside->request.n - *sent, MSG_NOSIGNAL | MSG_DONTWAIT);
    if (n > 0)
        *sent += (size_t)n;
    return n >= 0 || errno == EAGAIN || errno == EWOULDBLOCK || errno == EINTR;
}

/* Reads what is there. Returns 1 when there is a whole line, 0 when not yet, -1
 * at the end, -2 when memory is out. */
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

/* Waits for the socket, in short turns because another thread may want us to
 * stop. */
static ent_status wait_for(ent_i_outside *outside, struct pollfd *wait,
                           int64_t until, const ent_article *article,
                           ent_error *error)
{
    for (;;) {
        if (outside->stop && atomic_load(outside->stop))
            return ent_i_fail(error, ENT_ERR_CANCELLED, "recognise", "stopped");
        int64_t left = until - now_ms();
        if (outside->seconds && left <= 0) {
            char what[64];
            snprintf(what, sizeof what, "no answer within %u second%s",
                     outside->seconds, outside->seconds == 1 ? "" : "s");
            return fail(error, article, what);
        }
        bool soon = outside->seconds && left < CANCEL_MS;
        if (poll(wait, 1, soon ? (int)left : CANCEL_MS) != 0)
            return ENT_OK;
    }
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
        ent_status status = wait_for(outside, &wait, until, article, error);
        if (status)
            return status;
        int got = wait.revents & (POLLIN | POLLHUP | POLLERR)
                      ? receive_some(outside)
                      : 0;
        if (got == -2)
            return ent_i_no_memory(error, "recognise");
        if (got == -1)
            return fail_ended(outside, article, error);
        /* An answer that comes too soon can't be the answer to this article. */
        if (got == 1)
            return sent == outside->request.n
                       ? ENT_OK
                       : fail(error, article,
                              "answered before it had read the article");
        if (outside->answer.n > MAX_ANSWER)
            return fail(error, article, "gave an answer that never ends");
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
    if (strcmp(id, article->id) != 0) {
        char what[160];
        snprintf(what, sizeof what, "found the answer for article %s", id);
        return fail(error, article, what);
    }
    if (!json_is_array(json_object_get(object, "mentions")))
        return fail(error, article, "expected an array \"mentions\"");
    ent_error inner = {0};
    bool title_in_text = article->title_in_text;
    ent_status status = ent_i_article_mentions(article, object, &inner);
    /* The sentences are already split, and the spans will be corrected like the
     * tagger's. */
    article->title_in_text = title_in_text;
    article->annotated = false;
    if (status == ENT_ERR_MEMORY)
        return ent_i_no_memory(error, "recognise");
    return status ? fail(error, article, inner.message) : ENT_OK;
}

ent_status ent_i_outside_parse(ent_article *article, const char *line,
                               size_t size, ent_error *error)
{
    json_error_t problem;
    /* With two values for a key nobody could tell which one was meant. */
    json_t *object =
        ent_i_json_load(line, size, JSON_REJECT_DUPLICATES, &problem);
    if (!object && ent_i_json_no_memory(&problem))
        return ent_i_no_memory(error, "recognise");
    char what[JSON_ERROR_TEXT_LENGTH + 32];
    snprintf(what, sizeof what, "expected JSON: %s",
             object ? "" : problem.text);
    ent_status status = object ? parse_object(article, object, error)
                               : fail(error, article, what);
    json_decref(object);
    return status;
}

static ent_status take_answer(ent_i_outside *outside, ent_article *article,
                              ent_error *error)
{
    const char *line = outside->answer.items;
    size_t size =
        (size_t)((char *)memchr(line, '\n', outside->answer.n) - line);
    /* The rest would be read as the answer for the next article. */
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
    /* After a failure the child's next answer could be about anything. */
    if (status)
        stop_child(outside, false);
    return status;
}

ent_status ent_i_outside_new(ent_i_outside **out, const char *command,
                             unsigned seconds, const atomic_bool *stop,
                             ent_error *error)
{
    ent_i_outside *outside = ent_i_calloc(1, sizeof *outside);
    if (outside)
        outside->command = ent_i_strdup(command);
    if (!outside || !outside->command) {
        ent_i_free(outside);
        return ent_i_no_memory(error, "recognise");
    }
    outside->seconds = seconds;
    outside->stop = stop;
    *out = outside;
    return ENT_OK;
}

void ent_i_outside_free(ent_i_outside *outside)
{
    if (!outside)
        return;
    stop_child(outside, !outside->stop || !atomic_load(outside->stop));
    ent_i_vec_free(&outside->request);
    ent_i_vec_free(&outside->answer);
    ent_i_free(outside->command);
    ent_i_free(outside);
}
