/* Runs the stages that look at one article on several threads. Each worker
 * draws an article from the source, takes it through text, recognise, cluster
 * and encounter, and puts it into the ring at the place of its number, so that
 * the caller gets the articles in the order of the inputs. */
#include <pthread.h>
#include <stdatomic.h>
#include <string.h>
#include <unistd.h>

#include "cluster/cluster.h"
#include "core/article.h"
#include "core/ascii.h"
#include "core/error.h"
#include "core/pack.h"
#include "corpus/corpus.h"
#include "encounter/encounter.h"
#include "entente/reading.h"
#include "lexicon/lexicon.h"
#include "names/fold.h"
#include "recognise/recognise.h"
#include "relate/relate.h"
#include "source/choose.h"
#include "source/fields.h"
#include "source/language.h"
#include "source/opened.h"
#include "source/seen.h"
#include "source/source.h"
#include "source/walk.h"
#include "store/store.h"

/* The ring lets the other threads work on while one is busy with a long
 * article. A few places per thread are enough for news, and they limit the
 * memory. */
enum { MAX_THREADS = 256, RING_PER_THREAD = 8 };

/* How long a waiting caller may take to notice that it was cancelled. */
enum { ASK_MS = 100 };

enum { MAX_TAGS = 16, TAG_ROOM = 16 };

typedef struct slot {
    ent_article *article; /* NULL: a failure, or not chosen */
    ent_error error;      /* if error.code != ENT_OK, a failure instead */
    ent_i_chosen chosen;
    bool known; /* to the store, and so not chosen */
    bool again; /* it was in the store and is read anew */
    bool full;
} slot;

/* The articles whose language has no lexicon. Once the room for tags is full,
 * articles are still counted but not named: that many tags can't be real. */
typedef struct unknown {
    char tags[MAX_TAGS][TAG_ROOM]; /* sorted */
    size_t tag_count;
    size_t articles;
    char list[MAX_TAGS * (TAG_ROOM + 2)];
} unknown;

struct ent_reader {
    ent_read_options options;
    ent_i_source *source;
    ent_i_fields fields;
    ent_i_chooser *chooser;
    ent_i_recogniser *recogniser;
    pthread_t threads[MAX_THREADS];
    unsigned thread_count;
    unsigned working; /* workers that have not seen the end */

    /* Two locks, since reading a file may take long and must not keep finished
     * articles from being handed out. A thread that holds draw may take lock,
     * but not the other way round. */
    pthread_mutex_t draw;   /* the source, and next_drawn */
    pthread_mutex_t lock;   /* the ring and all that follows */
    pthread_cond_t filled;  /* the next slot was filled, or a worker ended */
    pthread_cond_t emptied; /* half the ring is empty, or stop was set */
    slot *ring;
    size_t ring_size;
    uint64_t next_drawn; /* number of the next article to draw */
    uint64_t next_given; /* number of the next article to hand out */
    uint64_t wake_at;    /* the next_given that a worker waits for */
    atomic_bool stop;    /* set under lock; also read without it while
                            waiting */
    bool source_ended;

    size_t skipped;
    size_t count;   /* articles read, chosen or not */
    size_t undated; /* of those not chosen */
    size_t again;   /* of the store's, read anew */
    size_t duplicates;
    ent_i_seen seen; /* articles handed out */
    unknown unknown;
    ent_status fatal; /* what every further call returns */
    ent_error fatal_error;
};

/* ---- one article through the stages ---- */

/* Whether the article's words are to be read, and there is no lexicon of its
 * language. Names that came with it need none. */
static bool is_foreign(const ent_reader *reader, const ent_article *article)
{
    return !reader->options.text_only && !article->annotated &&
           !ent_i_lexicon_for(article->language);
}

/* Languages asked for by name are taken as well. */
static bool takes_foreign(const ent_reader *reader)
{
    const ent_choice *choice = ent_i_chooser_choice(reader->chooser);
    return reader->options.any_language ||
           (choice->languages && *choice->languages);
}

/* Chooses among what was drawn; what the store knows is not chosen again. */
static ent_status choose(const ent_reader *reader, slot *drawn)
{
    ent_store *store = reader->options.store;
    ent_article *article = drawn->article;
    ent_error *error = &drawn->error;
    ent_status status = ent_i_source_parse(article, error);
    if (!status && !article->stored && !article->kept)
        status = ent_i_detect_language(article, error);
    if (!status)
        status = ent_i_choose(reader->chooser, article, &drawn->chosen, error);
    if (!status && drawn->chosen == ENT_I_TAKEN &&
        is_foreign(reader, article) && !takes_foreign(reader))
        drawn->chosen = ENT_I_FOREIGN;
    if (!status && drawn->chosen == ENT_I_TAKEN && store && !article->stored)
        status = ent_i_store_knows(store, article, &drawn->known, error);
    if (drawn->known)
        drawn->chosen = ENT_I_PASSED;
    return status;
}

/* An article of the store has been read, and so has one that was kept; without
 * clusters it was not. */
static bool is_read(const ent_reader *reader, const ent_article *article)
{
    return reader->options.text_only ||
           ((article->kept || (article->stored && !article->outdated)) &&
            reader->options.resolve != ENT_RESOLVE_NONE);
}

static ent_status run_stages(const ent_reader *reader, ent_i_text *text,
                             ent_i_recogniser_scratch *scratch, slot *drawn)
{
    ent_article *article = drawn->article;
    ent_error *error = &drawn->error;
    ent_status status = choose(reader, drawn);
    if (status || drawn->chosen != ENT_I_TAKEN || is_read(reader, article))
        return status;
    drawn->again = article->stored != 0;
    if ((drawn->again || article->kept) && !ent_i_article_unread(article))
        return ent_i_no_memory(error, "source");
    status = ent_i_text_read(text, article, error);
    if (!status)
        status =
            ent_i_recognise(reader->recogniser, scratch, article, text, error);
    if (status || reader->options.resolve == ENT_RESOLVE_NONE)
        return status;
    status = ent_i_cluster_article(article, text, error);
    /* Contacts are found by words, and need a lexicon of their language. */
    return status || article->names_only ||
                   !ent_i_lexicon_for(article->language)
               ? status
               : ent_i_find_encounters(article, text, error);
}

/* The store's articles come first. */
static ent_status draw_next(ent_reader *reader, ent_article **article,
                            ent_error *error)
{
    ent_store *store = reader->options.store;
    ent_status status = ENT_OK;
    if (store && reader->options.store_use != ENT_STORE_ADD)
        status = ent_i_store_draw(
            store, reader->options.store_use == ENT_STORE_REFRESH, article,
            error);
    if (!status && *article)
        status = ent_i_source_name(reader->source, *article, error);
    if (status) {
        ent_article_free(*article);
        *article = NULL;
    }
    return status || *article
               ? status
               : ent_i_source_draw(reader->source, article, error);
}

/* Stays within the ring, or a slow article would be overwritten. Once it was
 * full, half of it is to be empty: waking a thread for every article would take
 * as long as a short article does. */
static void wait_emptied(ent_reader *reader, uint64_t number)
{
    if (number - reader->next_given < reader->ring_size)
        return;
    reader->wake_at = number - reader->ring_size / 2;
    while (!reader->stop && reader->next_given < reader->wake_at)
        pthread_cond_wait(&reader->emptied, &reader->lock);
}

/* Draws the next article and its number; false at the end or when stopped. */
static bool draw(ent_reader *reader, ent_article **article, ent_error *error,
                 uint64_t *number)
{
    pthread_mutex_lock(&reader->draw);
    /* Once the source has ended, it isn't asked again. */
    bool more = !reader->source_ended;
    if (more) {
        *number = reader->next_drawn;
        pthread_mutex_lock(&reader->lock);
        wait_emptied(reader, *number);
        more = !reader->stop;
        pthread_mutex_unlock(&reader->lock);
    }
    if (more) {
        *article = NULL;
        ent_status status = draw_next(reader, article, error);
        error->code = status;
        more = status || *article;
        /* Any other failure concerns one input only. It gets a number of its
         * own, so that it is reported in its place. */
        if (status == ENT_ERR_MEMORY || status == ENT_ERR_CANCELLED || !more)
            reader->source_ended = true;
        reader->next_drawn += more;
    }
    pthread_mutex_unlock(&reader->draw);
    return more;
}

/* The place is free: draw() hands out no number beyond the ring, so the article
 * that was there before has been taken. */
static void put(ent_reader *reader, uint64_t number, const slot *made)
{
    pthread_mutex_lock(&reader->lock);
    slot *place = &reader->ring[number % reader->ring_size];
    *place = *made;
    place->full = true;
    bool awaited = number == reader->next_given;
    pthread_mutex_unlock(&reader->lock);
    if (awaited)
        pthread_cond_signal(&reader->filled);
}

/* Takes what was drawn through the stages; an article that fails or is not
 * chosen is gone then. */
static void finish(const ent_reader *reader, ent_i_text *text,
                   ent_i_recogniser_scratch *scratch, slot *drawn)
{
    if (!drawn->article)
        return;
    ent_status status = run_stages(reader, text, scratch, drawn);
    /* What failed and was then done otherwise left its error behind. */
    drawn->error.code = status;
    /* The stages don't know the file. */
    if (status && !drawn->error.file[0])
        ent_i_fail_at(&drawn->error, status, drawn->article->id,
                      drawn->error.line, drawn->error.byte);
    /* That of a foreign one is still to be told. */
    if (!status &&
        (drawn->chosen == ENT_I_TAKEN || drawn->chosen == ENT_I_FOREIGN))
        return;
    ent_article_free(drawn->article);
    drawn->article = NULL;
}

/* Each worker has its own scratch; the recogniser itself is shared and only
 * read. If there is no memory for the scratch, what the worker draws next has
 * failed, which ends the reading. */
static void *work(void *argument)
{
    ent_reader *reader = argument;
    ent_i_text text = {0};
    ent_i_recogniser_scratch *scratch = NULL;
    slot drawn = {0};
    uint64_t number;
    ent_error start_error = {0};
    ent_status start = reader->recogniser
                           ? ent_i_recogniser_scratch_new(
                                 &scratch, reader->recogniser, &start_error)
                           : ENT_OK;
    while (draw(reader, &drawn.article, &drawn.error, &number)) {
        drawn.chosen = ENT_I_TAKEN;
        drawn.known = drawn.again = false;
        if (start && drawn.article) {
            ent_article_free(drawn.article);
            drawn.article = NULL;
            drawn.error = start_error;
        }
        finish(reader, &text, scratch, &drawn);
        put(reader, number, &drawn);
    }
    ent_i_recogniser_scratch_free(scratch);
    ent_i_text_free(&text);
    pthread_mutex_lock(&reader->lock);
    reader->working--;
    pthread_cond_broadcast(&reader->filled);
    pthread_mutex_unlock(&reader->lock);
    return NULL;
}

/* ---- languages ---- */

/* Adds the tag in order if it is new and there is room. */
static void add_tag(unknown *u, const char *tag)
{
    size_t i = 0;
    while (i < u->tag_count && strcmp(u->tags[i], tag) < 0)
        i++;
    if (u->tag_count == MAX_TAGS ||
        (i < u->tag_count && strcmp(u->tags[i], tag) == 0))
        return;
    memmove(u->tags + i + 1, u->tags + i,
            (u->tag_count - i) * sizeof u->tags[0]);
    memcpy(u->tags[i], tag, TAG_ROOM);
    u->tag_count++;
    u->list[0] = '\0';
    for (i = 0; i < u->tag_count; i++) {
        strcat(u->list, i ? ", " : "");
        strcat(u->list, u->tags[i]);
    }
}

/* Only the part of the tag that names the language counts. */
static void note_language(ent_reader *reader, const ent_article *article)
{
    char tag[TAG_ROOM] = "";
    if (!is_foreign(reader, article))
        return;
    size_t size = strcspn(article->language, "-_");
    ent_i_ascii_lower(tag, article->language,
                      size < sizeof tag ? size : sizeof tag - 1);
    reader->unknown.articles++;
    add_tag(&reader->unknown, tag);
}

/* ---- the public calls ---- */

static ent_status start_threads(ent_reader *reader, ent_error *error)
{
    unsigned wanted = reader->options.threads;
    if (!wanted) {
        long cores = sysconf(_SC_NPROCESSORS_ONLN);
        wanted = cores > 0 ? (unsigned)cores : 1;
    }
    if (wanted > MAX_THREADS)
        wanted = MAX_THREADS;
    reader->ring_size = (size_t)wanted * RING_PER_THREAD;
    reader->ring = ent_i_calloc(reader->ring_size, sizeof *reader->ring);
    if (!reader->ring)
        return ent_i_no_memory(error, "source");
    reader->working = wanted;
    for (unsigned i = 0; i < wanted; i++) {
        /* Fewer threads than requested do the job too. */
        if (pthread_create(&reader->threads[i], NULL, work, reader)) {
            pthread_mutex_lock(&reader->lock);
            reader->working -= wanted - i;
            pthread_mutex_unlock(&reader->lock);
            if (i == 0)
                return ent_i_fail(error, ENT_ERR_LIBRARY, "source",
                                  "cannot start a thread");
            break;
        }
        reader->thread_count++;
    }
    return ENT_OK;
}

ent_status ent_reader_open(ent_reader **out, const ent_read_options *options,
                           const char *const *inputs, size_t count,
                           ent_error *error)
{
    ent_reader *reader = ent_i_calloc(1, sizeof *reader);
    if (!reader)
        return ent_i_no_memory(error, "source");
    reader->options = (ent_read_options)ENT_READ_OPTIONS_INIT;
    if (options)
        memcpy(&reader->options, options,
               options->size < sizeof *options ? options->size
                                               : sizeof *options);
    /* Done first, since ent_reader_free destroys them on every path. */
    pthread_mutex_init(&reader->draw, NULL);
    pthread_mutex_init(&reader->lock, NULL);
    pthread_cond_init(&reader->filled, NULL);
    pthread_cond_init(&reader->emptied, NULL);

    ent_i_recogniser_options recognise = {reader->options.model,
                                          reader->options.recogniser,
                                          reader->options.entities,
                                          reader->options.min_confidence,
                                          reader->options.recogniser_seconds,
                                          &reader->stop};
    const ent_i_limits limits = {
        reader->options.max_unpacked, reader->options.max_ratio,
        reader->options.max_members, reader->options.max_depth,
        (size_t)reader->options.max_article};
    if (!limits.ratio || limits.depth > ENT_I_DEPTH_MAX ||
        reader->options.max_article < ENT_I_ARTICLE_LEAST ||
        reader->options.max_article > ENT_I_ARTICLE_MOST) {
        ent_reader_free(reader);
        return ent_i_fail(error, ENT_ERR_ARGUMENT, "source",
                          "expected a max_ratio of at least 1, a max_depth of "
                          "at most %d and a max_article of %zu to %zu",
                          ENT_I_DEPTH_MAX, ENT_I_ARTICLE_LEAST,
                          ENT_I_ARTICLE_MOST);
    }
    ent_status status =
        ent_i_chooser_new(&reader->chooser, reader->options.choice, error);
    if (!status)
        status =
            ent_i_fields_read(&reader->fields, reader->options.fields, error);
    if (!status)
        status = ent_i_source_open(&reader->source, inputs, count,
                                   reader->options.input_format, error);
    if (!status) {
        ent_i_source_add_texts(reader->source, reader->options.texts,
                               reader->options.text_count);
        ent_i_source_fields(reader->source, &reader->fields);
        ent_i_source_stop_at(reader->source, &reader->stop);
        ent_i_source_limit(reader->source, &limits);
    }
    if (!status && reader->options.store)
        status =
            ent_i_store_reading(reader->options.store, &reader->options, error);
    if (!status && !reader->options.text_only)
        status = ent_i_fold_prepare(error);
    if (!status && !reader->options.text_only)
        status = ent_i_recogniser_new(&reader->recogniser, &recognise, error);
    if (!status)
        status = start_threads(reader, error);
    if (status) {
        ent_reader_free(reader);
        return status;
    }
    *out = reader;
    return ENT_OK;
}

static bool is_cancelled(const ent_reader *reader)
{
    return reader->options.cancelled &&
           reader->options.cancelled(reader->options.cancelled_ctx);
}

/* A signal doesn't wake a waiting caller, so the wait is cut short now and then
 * to ask whether it was cancelled. Condition variables use CLOCK_REALTIME. */
static void wait_filled(ent_reader *reader)
{
    struct timespec until;
    if (!reader->options.cancelled) {
        pthread_cond_wait(&reader->filled, &reader->lock);
        return;
    }
    clock_gettime(CLOCK_REALTIME, &until);
    until.tv_nsec += ASK_MS * 1000000L;
    until.tv_sec += until.tv_nsec / 1000000000L;
    until.tv_nsec %= 1000000000L;
    pthread_cond_timedwait(&reader->filled, &reader->lock, &until);
}

static ent_status end_reading(ent_reader *reader, const ent_error *why,
                              ent_error *error)
{
    reader->fatal = why->code;
    reader->fatal_error = *why;
    if (error)
        *error = *why;
    return reader->fatal;
}

/* Empties the next place once it is filled; it stays empty at the end, when no
 * worker is left. */
static ent_status take(ent_reader *reader, slot *out, ent_error *error)
{
    pthread_mutex_lock(&reader->lock);
    slot *place = &reader->ring[reader->next_given % reader->ring_size];
    bool cancelled = is_cancelled(reader);
    while (!place->full && reader->working && !cancelled) {
        wait_filled(reader);
        cancelled = is_cancelled(reader);
    }
    *out = *place;
    bool half = false;
    if (place->full && !cancelled) {
        place->full = false;
        place->article = NULL;
        reader->next_given++;
        half = reader->next_given == reader->wake_at;
    }
    pthread_mutex_unlock(&reader->lock);
    if (half)
        pthread_cond_signal(&reader->emptied);
    if (!cancelled)
        return ENT_OK;
    ent_error why = {0};
    ent_i_fail(&why, ENT_ERR_CANCELLED, "source", "stopped");
    return end_reading(reader, &why, error);
}

/* Whether the article, which is chosen, came before. */
static ent_status came_before(ent_reader *reader, const ent_article *article,
                              bool *before, ent_error *error)
{
    if (ent_i_seen_add(&reader->seen, article, before)) {
        reader->duplicates += *before;
        return ENT_OK;
    }
    ent_error why = {0};
    ent_i_no_memory(&why, "source");
    return end_reading(reader, &why, error);
}

/* Takes up to the next article that is chosen. */
static ent_status take_chosen(ent_reader *reader, slot *out, ent_error *error)
{
    for (;;) {
        ent_status status = take(reader, out, error);
        if (status || !out->full || out->error.code)
            return status;
        /* It was counted as the store's. */
        reader->count +=
            !out->known || reader->options.store_use != ENT_STORE_READ;
        reader->undated += out->chosen == ENT_I_UNDATED;
        reader->again += out->again;
        bool before = false;
        if (out->article)
            status = came_before(reader, out->article, &before, error);
        if (out->article && !before)
            note_language(reader, out->article);
        if (!status && !before && out->chosen == ENT_I_TAKEN)
            return ENT_OK;
        ent_article_free(out->article);
        out->article = NULL;
        if (status)
            return status;
    }
}

ent_status ent_reader_next(ent_reader *reader, ent_article **out,
                           ent_error *error)
{
    slot taken;
    *out = NULL;
    if (reader->fatal) {
        if (error)
            *error = reader->fatal_error;
        return reader->fatal;
    }
    ent_status status = take_chosen(reader, &taken, error);
    if (status || !taken.full)
        return status;
    *out = taken.article;
    status = taken.error.code;
    if (status == ENT_OK)
        return ENT_OK;
    /* A failure that ends the reading is returned by every further call. */
    if (status == ENT_ERR_MEMORY || status == ENT_ERR_CANCELLED)
        return end_reading(reader, &taken.error, error);
    reader->skipped++;
    if (error)
        *error = taken.error;
    return status;
}

size_t ent_reader_repeat_count(const ent_reader *reader)
{
    size_t n;
    ent_i_source_repeats(reader->source, &n);
    return n;
}

const char *ent_reader_repeat(const ent_reader *reader, size_t i,
                              const char **first)
{
    size_t n;
    const ent_i_walk_repeat *repeats = ent_i_source_repeats(reader->source, &n);
    if (i >= n)
        return NULL;
    if (first)
        *first = repeats[i].first;
    return repeats[i].path;
}

size_t ent_reader_skipped(const ent_reader *reader) { return reader->skipped; }
size_t ent_reader_count(const ent_reader *reader) { return reader->count; }
size_t ent_reader_duplicates(const ent_reader *reader)
{
    return reader->duplicates;
}
size_t ent_reader_undated(const ent_reader *reader) { return reader->undated; }
size_t ent_reader_read_again(const ent_reader *reader) { return reader->again; }

const ent_choice *ent_reader_choice(const ent_reader *reader)
{
    return ent_i_chooser_choice(reader->chooser);
}

size_t ent_reader_foreign(const ent_reader *reader, const char **languages,
                          bool *skipped)
{
    *skipped = !takes_foreign(reader);
    *languages = reader->unknown.list;
    return reader->unknown.articles;
}

void ent_reader_progress(const ent_reader *reader, uint64_t *done,
                         uint64_t *total)
{
    ent_i_source_progress(reader->source, done, total);
    if (!*total && reader->options.store &&
        reader->options.store_use != ENT_STORE_ADD)
        ent_i_store_progress(reader->options.store, done, total);
}

void ent_reader_free(ent_reader *reader)
{
    if (!reader)
        return;
    pthread_mutex_lock(&reader->lock);
    reader->stop = true;
    pthread_cond_broadcast(&reader->emptied);
    pthread_mutex_unlock(&reader->lock);
    for (unsigned i = 0; i < reader->thread_count; i++)
        pthread_join(reader->threads[i], NULL);
    /* Articles that were finished but never asked for. */
    for (size_t i = 0; reader->ring && i < reader->ring_size; i++)
        ent_article_free(reader->ring[i].article);
    ent_i_free(reader->ring);
    ent_i_recogniser_free(reader->recogniser);
    ent_i_source_free(reader->source);
    ent_i_seen_free(&reader->seen);
    ent_i_chooser_free(reader->chooser);
    ent_i_fields_free(&reader->fields);
    pthread_cond_destroy(&reader->emptied);
    pthread_cond_destroy(&reader->filled);
    pthread_mutex_destroy(&reader->lock);
    pthread_mutex_destroy(&reader->draw);
    ent_i_free(reader);
}
