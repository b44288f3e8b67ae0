#include "report/contact.h"

#include <stdio.h>
#include <string.h>

#include "core/vec.h"
#include "report/page.h"

/* By kind, then standing: held, planned, proposed, denied. Whole phrases,
 * because "planned meet" is not English. */
static const char *const words[ENT_KIND_COUNT][ENT_STANDING_COUNT] = {
    {"met", "to meet", "meeting proposed", "did not meet"},
    {"spoke", "to speak", "talk proposed", "did not speak"},
    {"acted together", "to act together", "joint action proposed",
     "did not act together"}};

const char *ent_i_contact_words(ent_kind kind, ent_standing standing)
{
    return words[kind][standing];
}

/* The tie's own counts don't distinguish standings, so this goes through its
 * evidence. */
ent_i_contacts ent_i_count_contacts(const ent_network *network, size_t tie)
{
    ent_i_contacts contacts = {0};
    ent_evidence evidence = ENT_EVIDENCE_INIT;
    for (size_t k = 0; ent_network_evidence(network, tie, k, &evidence); k++)
        if (evidence.encounter)
            contacts
                .n[evidence.encounter->kind][evidence.encounter->standing]++;
    return contacts;
}

/* The buffer has 40 bytes for each phrase and its count; the longest take 21
 * and 10 digits. */
const char *ent_i_contacts_text(ent_i_arena *arena,
                                const ent_i_contacts *contacts)
{
    char text[ENT_KIND_COUNT * ENT_STANDING_COUNT * 40];
    size_t used = 0;
    for (int kind = 0; kind < ENT_KIND_COUNT; kind++)
        for (int standing = 0; standing < ENT_STANDING_COUNT; standing++)
            if (contacts->n[kind][standing])
                used +=
                    (size_t)snprintf(text + used, sizeof text - used, "%s%s %u",
                                     used ? ", " : "", words[kind][standing],
                                     (unsigned)contacts->n[kind][standing]);
    return used ? ent_i_arena_strndup(arena, text, used) : "named only";
}

/* When the day could not be worked out, the article's words for it ("last
 * week") are better than nothing. */
const char *ent_i_encounter_text(ent_i_arena *arena,
                                 const ent_encounter *encounter)
{
    if (!encounter)
        return "named together";
    ent_i_string text = {0};
    char day[16];
    ent_date_format(encounter->when, day);
    const char *parts[] = {words[encounter->kind][encounter->standing],
                           day[0] ? day : encounter->when_text,
                           encounter->where};
    bool good = true;
    for (size_t i = 0; i < sizeof parts / sizeof *parts; i++)
        if (parts[i] && parts[i][0])
            good = good && (i == 0 || ent_i_string_adds(&text, ", ")) &&
                   ent_i_string_adds(&text, parts[i]);
    const char *copy =
        good ? ent_i_arena_strndup(arena, text.items, text.n) : NULL;
    ent_i_vec_free(&text);
    return copy;
}
