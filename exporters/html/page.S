/* The page as the build bundled it, without its data. */
    .section .rodata
    .globl html_page
    .hidden html_page
html_page:
    .incbin HTML_PAGE_FILE
    .byte 0
#ifdef __ELF__
    .section .note.GNU-stack, "", %progbits
#endif
