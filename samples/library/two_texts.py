"""The people whom two strings name, and how strongly they are tied, by ctypes alone."""
import ctypes as c
import os

LIB = c.CDLL(os.environ.get("ENTENTE_LIBRARY", "libentente.so.0.2"))
LIB.ent_network_measure.restype = c.c_double

def struct(**fields):
    return type("Struct", (c.Structure,), {"_fields_": list(fields.items())})

def call(name, *arguments):
    if getattr(LIB, name)(*arguments, None):
        raise RuntimeError(name + " failed")

Text = struct(size=c.c_size_t, text=c.c_char_p, title=c.c_char_p)  # the first members
Options = struct(size=c.c_size_t, format=c.c_char_p, model=c.c_char_p, recogniser=c.c_char_p,
                 entities=c.c_char_p, min_confidence=c.c_double, threads=c.c_uint,
                 resolve=c.c_int, text_only=c.c_bool, texts=c.POINTER(Text), count=c.c_size_t)
Node = struct(size=c.c_size_t, id=c.c_char_p, label=c.c_char_p)
LIB.ent_network_node.restype = c.POINTER(Node)
texts = (Text * 2)(*(Text(c.sizeof(Text), text) for text in (
    b"John Kerry met Sergei Lavrov in Paris on Sunday.",
    b"Vladimir Putin received Secretary Kerry in Sochi. Then Mr. Kerry dined with Sergei Lavrov.")))
options = Options(size=c.sizeof(Options), min_confidence=-1, texts=texts, count=2)
reader, corpus, network, article = (c.c_void_p() for _ in range(4))
call("ent_reader_open", c.byref(reader), c.byref(options), None, c.c_size_t(0))
call("ent_corpus_new", c.byref(corpus))
while call("ent_reader_next", reader, c.byref(article)) or article:
    call("ent_corpus_add_take", corpus, article)
call("ent_corpus_resolve", corpus, None)
call("ent_network_build", c.byref(network), corpus, None)
call("ent_network_analyse", network, None)
for i in map(c.c_size_t, range(LIB.ent_network_node_count(network))):
    strength = LIB.ent_network_measure(network, i, LIB.ent_measure_find(b"strength"))
    print(f"{LIB.ent_network_node(network, i).contents.label.decode():<14} {strength:g}")
