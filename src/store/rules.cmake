# cmake -DSOURCE=src -DOUT=rules.h -P rules.cmake: a hash of all that decides what
# is found in an article, so that a store knows which of its articles were read
# by other rules.
set(all "")
foreach(folder text lexicon recognise names cluster encounter)
  file(GLOB_RECURSE files ${SOURCE}/${folder}/*)
  list(FILTER files EXCLUDE REGEX "\\.md$")
  list(SORT files)
  foreach(file ${files})
    file(SHA256 ${file} hash)
    string(APPEND all "${hash}")
  endforeach()
endforeach()
string(SHA256 hash "${all}")
string(SUBSTRING ${hash} 0 16 hash)
file(CONFIGURE OUTPUT ${OUT} CONTENT "#define ENTENTE_RULES \"${hash}\"\n" @ONLY)
