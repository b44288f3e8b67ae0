/**
 * @file error.h
 * Status codes and the error record that every fallible call fills.
 *
 * A call returns ENT_OK (0) or a negative status. It takes an optional
 * ent_error as its last argument; the caller owns the record, may reuse it and
 * may pass NULL. The record is written only when a call fails.
 */
#ifndef ENTENTE_ERROR_H
#define ENTENTE_ERROR_H

#include <stddef.h>
#include <stdint.h>

#ifdef __cplusplus
extern "C" {
#endif

#if defined(__GNUC__) || defined(__clang__)
/** Marks a symbol as part of the library's interface. */
#define ENT_API __attribute__((visibility("default")))
/** Marks a result that must not be ignored. */
#define ENT_USE __attribute__((warn_unused_result))
#else
#define ENT_API
#define ENT_USE
#endif

/** What a call came to. */
typedef enum ent_status {
    ENT_OK = 0,             /**< done */
    ENT_ERR_MEMORY = -1,    /**< an allocation failed */
    ENT_ERR_ARGUMENT = -2,  /**< the caller's arguments or options are wrong */
    ENT_ERR_IO = -3,        /**< reading or writing failed */
    ENT_ERR_FORMAT = -4,    /**< input is not in the expected form */
    ENT_ERR_LIMIT = -5,     /**< a stated limit (size, depth) was exceeded */
    ENT_ERR_NOT_FOUND = -6, /**< a named thing does not exist */
    ENT_ERR_ABI = -7,       /**< a plug-in speaks another ABI version */
    ENT_ERR_PLUGIN = -8,    /**< a plug-in or child program failed */
    ENT_ERR_CANCELLED = -9, /**< the caller asked to stop */
    ENT_ERR_LIBRARY = -10   /**< igraph, Graphviz, ICU or jansson failed */
} ent_status;

/** What went wrong and where. All strings are NUL-terminated UTF-8. This struct
 *  never grows, so that callers need not fill it in. */
typedef struct ent_error {
    ent_status code;   /**< the status that the call returned */
    char stage[16];    /**< "source", "text", "recognise", ..., "export" */
    char message[512]; /**< one line: what was expected and what was found */
    char file[512];    /**< the file concerned, or "" */
    int64_t line;      /**< line in the file, from 1; 0 when unknown */
    int64_t byte;      /**< byte offset in the file, from 0; -1 when unknown */
} ent_error;

/**
 * The status as a word, such as "format", for logs and tests.
 * @return a static string, never NULL.
 */
ENT_API const char *ent_status_name(ent_status status);

/**
 * Formats the record as one line, "stage: file:line: byte N: message", leaving
 * out what is unknown.
 * @param error the record; NULL gives an empty string.
 * @param buffer receives the line, always NUL-terminated when size > 0.
 * @return the length of the whole line, as snprintf counts it.
 */
ENT_API size_t ent_error_format(const ent_error *error, char *buffer,
                                size_t size);

#ifdef __cplusplus
}
#endif
#endif
