/* The built-in models, as they stand in their files. */
    .section .rodata
    .balign 64
    .globl ent_i_model_begin
    .hidden ent_i_model_begin
ent_i_model_begin:
    .incbin ENTENTE_MODEL_FILE
    .globl ent_i_model_end
    .hidden ent_i_model_end
ent_i_model_end:
    .byte 0
    .balign 64
    .globl ent_i_contacts_begin
    .hidden ent_i_contacts_begin
ent_i_contacts_begin:
    .incbin ENTENTE_CONTACTS_FILE
    .globl ent_i_contacts_end
    .hidden ent_i_contacts_end
ent_i_contacts_end:
    .byte 0
#ifdef ENTENTE_PAGES_FILE
    .balign 64
    .globl ent_i_pages_begin
    .hidden ent_i_pages_begin
ent_i_pages_begin:
    .incbin ENTENTE_PAGES_FILE
#endif
#ifdef __ELF__
    .section .note.GNU-stack, "", %progbits
#endif
